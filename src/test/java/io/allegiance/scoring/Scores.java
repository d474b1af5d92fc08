package io.allegiance.scoring;

import io.allegiance.loyalty.LoyaltyScores;
import io.allegiance.rfm.RfmScore;
import io.allegiance.scoring.CustomerScore.Key;
import io.allegiance.scoring.ScoreValue.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Scores to test with. */
final class Scores {

    static final LocalDate DATE = LocalDate.of(2025, 12, 31);

    private static final List<String> TEXTS = List.of(
            "C000123", "a,b", "\"", "x\"y\"\"z", "line\nfeed", "line\r\nfeed", "é", "客户", "🛒 42", " padded ", "'=1+1");

    private Scores() {}

    static CustomerScore full(String customerId) {
        return new CustomerScore(
                new Key(customerId, DATE, "2025-12-28-0a1b2c3d"),
                new SegmentState("AT_RISK", "LOYAL", LocalDate.of(2025, 12, 9)),
                new RfmScore(2, 4, 5),
                new ChurnRisk(812_345, ChurnBand.HIGH, 5L),
                new ScoreValue(1_250_000, new Money(493_000, 616_250, 2_667_701)),
                LoyaltyScores.ofHundredths(
                        5_000, 10_000, 0, 5, 1_234, LoyaltyScores.UNKNOWN, LoyaltyScores.UNKNOWN, 9_999, 50),
                "TEA",
                new ChurnReasons("LONG_GAP", "FEW_PURCHASES", null),
                Eligibility.SCORED);
    }

    static CustomerScore returnsOnly(String customerId) {
        return new CustomerScore(
                new Key(customerId, DATE, null),
                SegmentState.first("NO_PURCHASE", DATE),
                null,
                null,
                null,
                LoyaltyScores.NONE,
                null,
                ChurnReasons.NONE,
                Eligibility.NO_PURCHASE);
    }

    static CustomerScore random(SplittableRandom random) {
        long churn = random.nextLong(1_000_001);
        return new CustomerScore(
                new Key(text(random) + random.nextInt(1_000), DATE.minusDays(random.nextInt(9_000)), text(random)),
                new SegmentState("LOYAL", random.nextBoolean() ? null : "LOST", DATE.minusDays(random.nextInt(9_000))),
                RfmScore.everyScore().get(random.nextInt(150)),
                new ChurnRisk(churn, ChurnBands.DEFAULT.bandOf(churn), alive(random)),
                new ScoreValue(units(random), random.nextBoolean() ? null : money(random)),
                LoyaltyScores.ofHundredths(
                        IntStream.generate(() -> score(random)).limit(9).toArray()),
                random.nextBoolean() ? null : text(random),
                random.nextBoolean() ? ChurnReasons.NONE : new ChurnReasons(text(random), null, null),
                Eligibility.SCORED);
    }

    private static Long alive(SplittableRandom random) {
        return random.nextInt(5) == 0 ? null : Long.valueOf(random.nextLong(1_000_001));
    }

    private static Money money(SplittableRandom random) {
        return new Money(units(random), units(random), units(random));
    }

    private static long units(SplittableRandom random) {
        return random.nextLong(Long.MAX_VALUE) >> random.nextInt(63);
    }

    private static int score(SplittableRandom random) {
        return random.nextInt(4) == 0 ? LoyaltyScores.UNKNOWN : random.nextInt(10_001);
    }

    private static String text(SplittableRandom random) {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }
}
