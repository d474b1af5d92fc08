package io.allegiance.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.btyd.MbgNbd;
import io.allegiance.calendar.OpenDays;
import io.allegiance.history.HistoryDay;
import io.allegiance.history.HistoryFold;
import io.allegiance.history.PurchaseHistory;
import io.allegiance.loyalty.LoyaltyWeights;
import io.allegiance.segment.file.SegmentRulesFile;
import io.allegiance.testing.ScoringModels;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A shop that opened two weeks ago: a fifth of its customers has recency 1, and nobody has been away for long. */
class YoungShopTest {

    private static final LocalDate DATE = LocalDate.of(2025, 12, 31);
    private static final LocalDate OPENED = DATE.minusDays(14);
    private static final ScoringModel MODEL =
            ScoringModels.alone("v", new MbgNbd(0.525, 6.183, 0.891, 1.614), null, null);
    private static final ChurnBandLimits SHARES = ChurnBandLimits.parse("top 60 %", "top 20 %");

    /** The shipped rules of the time before rules could ask for days. */
    private static final String BY_SCORES_ALONE = """
            segments:
            - {segment: LOST, meaning: m, when: {recency: 1, frequency_monetary: 1..2}}
            - {segment: HIBERNATING, meaning: m, when: {recency: 2, frequency_monetary: 1..2}}
            - {segment: OTHER, meaning: m}
            """;

    @Test
    void nobodyIsAwayForLong() {
        List<PurchaseHistory> customers = customers(OPENED, 400);
        customers.add(history("from 1970", LocalDate.of(1970, 1, 1)));
        Map<String, Long> segments = countSegments(customers, shipped());
        assertThat(segments)
                .doesNotContainKeys("LOST", "HIBERNATING", "AT_RISK", "CANNOT_LOSE_THEM")
                .containsKeys("ABOUT_TO_SLEEP", "NEEDS_ATTENTION", "CHAMPIONS");
        assertThat(countSegments(customers, BY_SCORES_ALONE))
                .as("rules of one's own that ask for scores alone name the segments that they named")
                .containsKeys("LOST", "HIBERNATING");
    }

    @Test
    void afterThreeMonthsThoseWhoAreGoneAreSaidToBe() {
        assertThat(countSegments(customers(DATE.minusDays(90), 400), shipped())).containsKeys("LOST", "HIBERNATING");
    }

    @Test
    void theHistoryBeginsWhenOneInAHundredHadCome() {
        List<PurchaseHistory> customers = customers(OPENED, 400);
        customers.add(history("from 1970", LocalDate.of(1970, 1, 1)));
        NightThresholds night = freeze(customers);
        assertThat(night.historyDays(DATE)).isEqualTo(14);
        Collections.shuffle(customers, new Random(1));
        assertThat(freeze(customers).toMap()).isEqualTo(night.toMap());
    }

    @Test
    void bandsThatAreSharesHoldThoseSharesOfThePublishedProbabilities() {
        List<PurchaseHistory> customers = customers(OPENED, 400);
        NightThresholds night = freeze(customers);
        CustomerScorer scorer = scorer(night, shipped());
        Map<ChurnBand, Long> bands = new TreeMap<>();
        for (PurchaseHistory customer : customers) {
            ChurnRisk risk = scorer.score(customer, 0, null).churn();
            assertThat(risk.churnBand()).isEqualTo(night.bands().bandOf(risk.churnProbability()));
            bands.merge(risk.churnBand(), 1L, Long::sum);
        }
        assertThat(bands.get(ChurnBand.HIGH)).isBetween(60L, 100L);
        assertThat(bands.get(ChurnBand.MEDIUM)).isBetween(130L, 190L);
    }

    private static Map<String, Long> countSegments(List<PurchaseHistory> customers, String rules) {
        CustomerScorer scorer = scorer(freeze(customers), rules);
        return customers.stream()
                .map(customer -> scorer.score(customer, 0, null).segment().segment())
                .collect(Collectors.groupingBy(segment -> segment, Collectors.counting()));
    }

    private static NightThresholds freeze(List<PurchaseHistory> customers) {
        ScoringPopulation population = new ScoringPopulation(DATE, OpenDays.NONE, MODEL);
        customers.forEach(customer -> population.addCustomer(customer, 0));
        NightThresholds night = population.toThresholds();
        ChurnCounts counts = new ChurnCounts();
        customers.forEach(customer ->
                counts.addCustomer(customer, MODEL.at(DATE, OpenDays.NONE), MODEL.churn(), night.churnLevel()));
        return NightThresholds.of(night.with(SHARES.toBands(counts)).toMap());
    }

    private static CustomerScorer scorer(NightThresholds night, String rules) {
        return new CustomerScorer(new CustomerScorer.Night(
                DATE,
                OpenDays.NONE,
                MODEL,
                night,
                SegmentRulesFile.readForNight(
                        "s.yaml",
                        rules.getBytes(StandardCharsets.UTF_8),
                        night.bands().edges()),
                night.bands(),
                LoyaltyWeights.EVEN,
                7));
    }

    private static String shipped() {
        try {
            return Files.readString(Path.of("jobs", "segments.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Customers who come on one to some days since a date, most of them once. */
    private static List<PurchaseHistory> customers(LocalDate since, int count) {
        SplittableRandom random = new SplittableRandom(14);
        int days = Math.toIntExact(DATE.toEpochDay() - since.toEpochDay());
        List<PurchaseHistory> customers = new ArrayList<>();
        for (int customer = 0; customer < count; customer++) {
            List<LocalDate> dates = new ArrayList<>();
            int visits = 1 + Math.min(random.nextInt(6), random.nextInt(6));
            for (int visit = 0; visit < visits; visit++) {
                dates.add(since.plusDays(customer == 0 ? 0 : random.nextInt(days + 1)));
            }
            customers.add(
                    history("C" + customer, dates.stream().distinct().sorted().toArray(LocalDate[]::new)));
        }
        return customers;
    }

    private static PurchaseHistory history(String customer, LocalDate... dates) {
        HistoryFold fold = new HistoryFold(customer, DATE, OpenDays.NONE);
        for (LocalDate date : dates) {
            fold.addDay(new HistoryDay(date, true, 10_000L + 100L * customer.hashCode() % 5_000, 1_000L));
        }
        return fold.toPurchaseHistory();
    }
}
