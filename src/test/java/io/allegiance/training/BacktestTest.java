package io.allegiance.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.allegiance.btyd.PurchaseModelFamily;
import io.allegiance.calendar.OpenDays;
import io.allegiance.churn.quality.Quality;
import io.allegiance.churn.quality.ReliabilityBin;
import io.allegiance.crossselling.ProposalMethod;
import io.allegiance.decimal.FixedPoint;
import io.allegiance.failure.AttentionException;
import io.allegiance.history.CustomerDays;
import io.allegiance.history.HistoryDay;
import io.allegiance.loyalty.LoyaltyWeights;
import io.allegiance.platform.Json;
import io.allegiance.scoring.ChurnBands;
import io.allegiance.scoring.CustomerScore;
import io.allegiance.scoring.CustomerScorer;
import io.allegiance.scoring.ScoringModel;
import io.allegiance.scoring.ScoringPopulation;
import io.allegiance.segment.file.SegmentRulesFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BacktestTest {

    private static final int HORIZON_DAYS = 90;
    private static final LocalDate CUT_OFF = Fits.AS_OF.minusDays(HORIZON_DAYS);
    private static final List<CustomerDays> CUSTOMERS = Fits.customers(800, true);

    @Test
    void predictionsAreThoseThatANightWouldHavePublished() {
        Map<String, List<Long>> predicted = new TreeMap<>();
        run(
                CUSTOMERS,
                List.of(CUT_OFF),
                (cutOff, customer, churn, purchases) -> predicted.put(
                        customer,
                        List.of(
                                FixedPoint.round(churn, FixedPoint.PROBABILITY),
                                FixedPoint.round(purchases, FixedPoint.COUNT))));
        assertThat(predicted).hasSizeGreaterThan(600).isEqualTo(publishedBy(CUT_OFF));
    }

    /** What training up to a date and the night of that date say. */
    private static Map<String, List<Long>> publishedBy(LocalDate date) {
        ScoringModel model = Fits.fit(Fits.set(date, CUSTOMERS)).toScoringModel("v", ProposalMethod.LIFT);
        ScoringPopulation population = new ScoringPopulation(date, OpenDays.NONE, model);
        CUSTOMERS.stream()
                .flatMap(customer -> Fits.upTo(date, customer).findHistory(date, OpenDays.NONE).stream())
                .forEach(history -> population.addCustomer(history, 0));
        CustomerScorer scorer = new CustomerScorer(new CustomerScorer.Night(
                date,
                OpenDays.NONE,
                model,
                population.toThresholds(),
                SegmentRulesFile.shipped(ChurnBands.DEFAULT.edges()),
                ChurnBands.DEFAULT,
                LoyaltyWeights.EVEN,
                7));
        Map<String, List<Long>> published = new TreeMap<>();
        CUSTOMERS.stream()
                .flatMap(customer -> Fits.upTo(date, customer).findHistory(date, OpenDays.NONE).stream())
                .forEach(history -> {
                    CustomerScore score = scorer.score(history, 0, null);
                    published.put(
                            history.customerId(),
                            List.of(
                                    Objects.requireNonNull(score.churn()).churnProbability(),
                                    Objects.requireNonNull(score.value()).expectedPurchases()));
                });
        return published;
    }

    @Test
    void nothingThatComesLaterTouchesAPrediction() {
        List<CustomerDays> poisoned = new ArrayList<>();
        for (CustomerDays customer : CUSTOMERS) {
            List<HistoryDay> days = new ArrayList<>(Fits.upTo(CUT_OFF, customer).days());
            for (int day = 1;
                    day <= HORIZON_DAYS;
                    day += 1 + Math.floorMod(customer.customerId().hashCode(), 3)) {
                days.add(new HistoryDay(CUT_OFF.plusDays(day), true, 1_000_000_000L, null));
            }
            poisoned.add(new CustomerDays(customer.customerId(), days));
        }
        poisoned.add(new CustomerDays("D", List.of(new HistoryDay(CUT_OFF.plusDays(1), true, 5L, 5L))));
        List<String> clean = new ArrayList<>();
        List<String> after = new ArrayList<>();
        run(CUSTOMERS, List.of(CUT_OFF), sink(clean));
        run(poisoned, List.of(CUT_OFF), sink(after));
        assertThat(after).isEqualTo(clean).isNotEmpty();
    }

    private static PredictionSink sink(List<String> lines) {
        return (cutOff, customer, churn, purchases) ->
                lines.add(cutOff + " " + customer + " " + churn + " " + purchases);
    }

    @Test
    void theReportHoldsTheProductFirstAndEachPurchaseModelAlone() {
        List<LocalDate> cutOffs = List.of(CUT_OFF.minusDays(30), CUT_OFF);
        BacktestReport report = run(CUSTOMERS, cutOffs, PredictionSink.NONE);
        List<String> names = new ArrayList<>(List.of(BacktestReport.PRODUCT));
        Arrays.stream(PurchaseModelFamily.values())
                .map(PurchaseModelFamily::modelName)
                .forEach(names::add);
        assertThat(report.models())
                .extracting(BacktestReport.ModelQuality::model)
                .containsExactlyElementsOf(names);
        assertThat(report.models()).allSatisfy(model -> {
            assertThat(model.cutOffs())
                    .extracting(BacktestReport.CutOffQuality::cutOff)
                    .isEqualTo(cutOffs);
            assertThat(model.cutOffs()).allMatch(each -> !each.statement().isEmpty());
        });
        Quality first = quality(report, 0);
        Quality second = quality(report, 1);
        assertThat(report.product().mean()).isEqualTo(Quality.mean(List.of(first, second)));
        assertThat(report.reliability()).hasSize(2).allMatch(each -> each.bins().size() == ReliabilityBin.BINS);
        assertThat(report.pooledReliability().stream()
                        .mapToLong(ReliabilityBin::customers)
                        .sum())
                .isEqualTo(first.customers() + second.customers());
    }

    @Test
    void outcomesAreThePurchaseDaysOfTheHorizonAlone() {
        List<CustomerDays> fewer =
                CUSTOMERS.stream().map(customer -> Fits.upTo(CUT_OFF, customer)).toList();
        assertThat(quality(run(fewer, List.of(CUT_OFF), PredictionSink.NONE), 0).observedChurn())
                .isEqualTo(1);
        double observed = CUSTOMERS.stream()
                .filter(customer -> !Fits.upTo(CUT_OFF, customer).days().isEmpty())
                .mapToInt(customer -> customer.days().stream()
                                .anyMatch(day -> day.businessDate().isAfter(CUT_OFF))
                        ? 0
                        : 1)
                .average()
                .orElseThrow();
        assertThat(quality(run(CUSTOMERS, List.of(CUT_OFF), PredictionSink.NONE), 0)
                        .observedChurn())
                .isEqualTo(observed);
    }

    @Test
    void aReportComesBackFromADocumentAsItWas() {
        BacktestReport report = run(CUSTOMERS, List.of(CUT_OFF), PredictionSink.NONE);
        assertThat(Json.read(Json.write(report), BacktestReport.class)).isEqualTo(report);
    }

    @Test
    void eachCutOffIsTold() {
        List<String> told = new ArrayList<>();
        new Backtest("1.2.3", HORIZON_DAYS, ModelFitter.ALL, told::add).run(log(CUSTOMERS), List.of(CUT_OFF));
        assertThat(told).singleElement().asString().matches("cut-off 2025-09-29: \\d+ customers, log loss 0\\.\\d{4}");
    }

    @Test
    void aCutOffWithoutAWholeHorizonBehindItIsRefused() {
        assertThatThrownBy(() -> run(CUSTOMERS, List.of(CUT_OFF.plusDays(1)), PredictionSink.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2025-12-28");
    }

    @Test
    void tooLittleToFitIsSaid() {
        assertThatThrownBy(() -> run(CUSTOMERS, List.of(LocalDate.of(2020, 1, 1)), PredictionSink.NONE))
                .isInstanceOf(AttentionException.class)
                .hasMessageContaining("up to the cut-off 2020-01-01 there are no customers");
        CustomerDays once = new CustomerDays("A", List.of(new HistoryDay(CUT_OFF.minusDays(4), true, 5L, 5L)));
        assertThatThrownBy(() -> run(List.of(once), List.of(CUT_OFF), PredictionSink.NONE))
                .isInstanceOf(AttentionException.class)
                .hasMessageContaining("no customer has come a second time")
                .hasMessageContaining("name a later cut-off");
    }

    private static Quality quality(BacktestReport report, int cutOff) {
        return Objects.requireNonNull(report.product().cutOffs().get(cutOff).quality());
    }

    private static BacktestReport run(List<CustomerDays> customers, List<LocalDate> cutOffs, PredictionSink sink) {
        return new Backtest("1.2.3", HORIZON_DAYS, ModelFitter.ALL, sentence -> {}).run(log(customers), cutOffs, sink);
    }

    private static PurchaseLog log(List<CustomerDays> customers) {
        PurchaseLog.Builder log = new PurchaseLog.Builder(Fits.AS_OF, Integer.MAX_VALUE);
        customers.forEach(log::addCustomer);
        return log.build();
    }
}
