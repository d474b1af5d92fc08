package io.allegiance.publish;

import io.allegiance.loyalty.LoyaltyScores;
import io.allegiance.rfm.RfmScore;
import io.allegiance.scoring.ChurnBands;
import io.allegiance.scoring.ChurnReasons;
import io.allegiance.scoring.ChurnRisk;
import io.allegiance.scoring.CustomerScore;
import io.allegiance.scoring.Eligibility;
import io.allegiance.scoring.ScoreValue;
import io.allegiance.scoring.SegmentState;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Scores that a night could have written. */
final class ScoreSamples {

    static final LocalDate DATE = LocalDate.of(2025, 12, 31);

    private static final List<String> TEXTS = List.of(
            "C000123",
            "a,b",
            "\"",
            "x\"y\"\"z",
            "tab\tand\\back",
            "line\nfeed",
            "\\N",
            "é",
            "客户",
            "🛒 42",
            "'=1+1",
            "\ufffd");

    private ScoreSamples() {}

    static CustomerScore scored(String customer, LocalDate date, SegmentState segment) {
        return new CustomerScore(
                new CustomerScore.Key(customer, date, "2025-12-28-0123456789ab"),
                segment,
                new RfmScore(2, 4, 5),
                new ChurnRisk(812_345, ChurnBands.DEFAULT.bandOf(812_345), 5L),
                new ScoreValue(1_250_000, new ScoreValue.Money(493_000, 616_250, 2_667_701)),
                LoyaltyScores.ofHundredths(
                        5_000, 10_000, 0, 5, 1_234, LoyaltyScores.UNKNOWN, LoyaltyScores.UNKNOWN, 9_999, 50),
                "TEA",
                new ChurnReasons("LONG_GAP", "FEW_PURCHASES", null),
                Eligibility.SCORED);
    }

    static CustomerScore returnsOnly(String customer, LocalDate date) {
        return new CustomerScore(
                new CustomerScore.Key(customer, date, null),
                SegmentState.first("NO_PURCHASE", date),
                null,
                null,
                null,
                LoyaltyScores.NONE,
                null,
                ChurnReasons.NONE,
                Eligibility.NO_PURCHASE);
    }

    /** Any score that the columns can hold; the number keeps the customer's id unlike all others. */
    static CustomerScore random(SplittableRandom random, int number) {
        if (random.nextInt(8) == 0) {
            return returnsOnly(text(random) + number, DATE);
        }
        boolean scored = random.nextInt(8) > 0;
        long churn = random.nextLong(1_000_001);
        return new CustomerScore(
                new CustomerScore.Key(
                        text(random) + number, DATE.minusDays(random.nextInt(9_000)), scored ? text(random) : null),
                new SegmentState("LOYAL", random.nextBoolean() ? null : "LOST", DATE.minusDays(random.nextInt(9_000))),
                RfmScore.everyScore().get(random.nextInt(150)),
                scored ? new ChurnRisk(churn, ChurnBands.DEFAULT.bandOf(churn), random.nextLong(1_000_001)) : null,
                scored ? new ScoreValue(random.nextLong(1_000_000_000_000L), money(random)) : null,
                loyalty(random),
                random.nextBoolean() ? null : text(random),
                reasons(random),
                scored ? Eligibility.SCORED : Eligibility.NO_MODEL);
    }

    /** The same whose P(alive) cannot be told, where it is scored. */
    static CustomerScore withoutAlive(CustomerScore score) {
        ChurnRisk churn = score.churn();
        return new CustomerScore(
                score.key(),
                score.segment(),
                score.rfm(),
                churn == null ? null : new ChurnRisk(churn.churnProbability(), churn.churnBand(), null),
                score.value(),
                score.loyalty(),
                score.nextBestCategory(),
                score.reasons(),
                score.eligibility());
    }

    private static ScoreValue.Money money(SplittableRandom random) {
        return random.nextInt(3) == 0 ? null : new ScoreValue.Money(units(random), units(random), units(random));
    }

    private static LoyaltyScores loyalty(SplittableRandom random) {
        return LoyaltyScores.ofHundredths(
                IntStream.generate(() -> score(random)).limit(9).toArray());
    }

    private static ChurnReasons reasons(SplittableRandom random) {
        int count = random.nextInt(4);
        return new ChurnReasons(
                count > 0 ? text(random) : null, count > 1 ? text(random) : null, count > 2 ? text(random) : null);
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
