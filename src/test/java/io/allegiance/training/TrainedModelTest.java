package io.allegiance.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.btyd.FitReport;
import io.allegiance.btyd.FitStatus;
import io.allegiance.calendar.OpenDays;
import io.allegiance.churn.ChurnModel;
import io.allegiance.churn.ChurnTerm;
import io.allegiance.churn.FeatureCatalogue;
import io.allegiance.churn.GapSurvival;
import io.allegiance.churn.PopulationAsOf;
import io.allegiance.churn.quality.Quality;
import io.allegiance.crossselling.CategoryLift;
import io.allegiance.crossselling.PopularCategory;
import io.allegiance.crossselling.ProposalMethod;
import io.allegiance.history.CustomerCategories;
import io.allegiance.history.PurchaseHistory;
import io.allegiance.platform.Json;
import io.allegiance.scoring.ScoringModel;
import io.allegiance.scoring.ScoringPopulation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TrainedModelTest {

    @Test
    void aFittedModelComesBackFromItsJsonAsItWas() {
        requireRoundTrip(Fits.model(Fits.AS_OF, 300));
        requireRoundTrip(Fits.fit(Fits.population(300, false)));
        requireRoundTrip(withCategories());
    }

    @Test
    void everyDoubleComesBackToTheLastBit() {
        SplittableRandom random = new SplittableRandom(13);
        for (int i = 0; i < 2_000; i++) {
            requireRoundTrip(modelOf(number(random), number(random), number(random), number(random)));
        }
        requireRoundTrip(modelOf(Double.MIN_VALUE, Double.MAX_VALUE, 0.1 + 0.2, 1e23));
    }

    @Test
    void theDocumentOfAnEarlierVersionIsThePurchaseModelAlone() {
        String earlier = Json.write(Fits.fit(Fits.population(300, true)))
                .replaceFirst("\"purchaseModel\"", "\"churnModel\"")
                .replaceFirst(",\"churn\":.*", "}");
        TrainedModel model = Json.read(earlier, TrainedModel.class);
        assertThat(model.churn().model()).isEqualTo(ChurnModel.PURCHASE_MODEL_ALONE);
        assertThat(model.toScoringModel("v", ProposalMethod.LIFT).churn().isPurchaseModelAlone())
                .isTrue();
        assertThat(model.purchaseModel()).isEqualTo("MBG/NBD");
        assertThat(model.churn().statement()).contains("earlier version");
    }

    @Test
    void theCategoriesOfADocumentProposeAsThoseThatWereFitted() {
        TrainedModel model = withCategories();
        String json = Json.write(model);
        assertThat(json)
                .contains("{\"name\":\"TEA\",\"customers\":250}")
                .contains("\"minimumSupport\":100")
                .contains("\"hits\":17");
        CrossSelling read = Json.read(json, TrainedModel.class).crossSelling();
        CategoryLift lift = (CategoryLift) read.toProposer(ProposalMethod.LIFT);
        assertThat(lift.propose(List.of("CAKE"))).contains("TEA");
        assertThat(lift.lift("TEA", "CAKE")).isEqualTo(150 * 250.0 / (250 * 150));
    }

    /** More hits of the most popular category than of the one proposed by lift decide, where nobody else has. */
    @Test
    void nightsProposeWhatDidBetterOnPastDates() {
        CrossSelling byLift = withCategories().crossSelling();
        CrossSelling byPopularity = byLift.withBacktest(
                NextCategoryBacktest.of(List.of(new NextCategoryBacktest.CutOff(Fits.AS_OF, 250, 100, 17, 100, 18))));
        assertThat(byLift.choose(ProposalMethod.AUTO)).isEqualTo(ProposalMethod.LIFT);
        assertThat(byPopularity.choose(ProposalMethod.AUTO)).isEqualTo(ProposalMethod.POPULAR);
        assertThat(byPopularity.choose(ProposalMethod.LIFT)).isEqualTo(ProposalMethod.LIFT);
        assertThat(byLift.choose(ProposalMethod.POPULAR)).isEqualTo(ProposalMethod.POPULAR);
        assertThat(new CrossSelling(byLift.coPurchases(), null).choose(ProposalMethod.AUTO))
                .isEqualTo(ProposalMethod.LIFT);
        assertThat(byPopularity.toProposer(ProposalMethod.AUTO)).isInstanceOf(PopularCategory.class);
        assertThat(byLift.toProposer(ProposalMethod.AUTO)).isInstanceOf(CategoryLift.class);
    }

    @Test
    void withoutCategoriesAndInOlderDocumentsThereIsNothingToProposeFrom() {
        TrainedModel model = Fits.fit(Fits.population(300, true));
        assertThat(model.crossSelling()).isNull();
        assertThat(model.toScoringModel("v", ProposalMethod.LIFT).categories()).isNull();
        assertThat(model.withNextCategoryBacktest(NextCategoryBacktest.of(List.of())))
                .isEqualTo(model);
        String older = Json.write(model).replace(",\"crossSelling\":null", "");
        assertThat(older).doesNotContain("crossSelling");
        assertThat(Json.read(older, TrainedModel.class)).isEqualTo(model);
    }

    @Test
    void categoriesThatTooFewBoughtTogetherLeaveNoTraceInADocument() {
        CategoryLog.Builder categories = new CategoryLog.Builder(Fits.AS_OF, List.of());
        categories.addCustomer(new CustomerCategories(
                "C",
                Fits.AS_OF,
                List.of(
                        new CustomerCategories.First("TEA", Fits.AS_OF),
                        new CustomerCategories.First("CAKE", Fits.AS_OF))));
        TrainingSet set = Fits.population(300, true);
        assertThat(Fits.fit(set.withCategories(categories.build()))).isEqualTo(Fits.fit(set));
    }

    /** TEA by 250 customers, CAKE by 150 of them. */
    private static TrainedModel withCategories() {
        CategoryLog.Builder categories = new CategoryLog.Builder(Fits.AS_OF, List.of());
        for (int i = 0; i < 250; i++) {
            List<CustomerCategories.First> bought = new ArrayList<>();
            bought.add(new CustomerCategories.First("TEA", Fits.AS_OF.minusDays(1)));
            if (i >= 100) {
                bought.add(new CustomerCategories.First("CAKE", Fits.AS_OF));
            }
            categories.addCustomer(new CustomerCategories("C" + (100 + i), Fits.AS_OF.minusDays(1), bought));
        }
        return Fits.fit(Fits.population(300, true).withCategories(categories.build()))
                .withNextCategoryBacktest(NextCategoryBacktest.of(
                        List.of(new NextCategoryBacktest.CutOff(Fits.AS_OF, 250, 100, 17, 100, 9))));
    }

    /** The document of a regression on eleven features, with the probabilities that its own program gave: at its level, and no other. */
    @Test
    void aModelOfTheFirstFormatScoresWhatItScored() {
        ScoringModel model =
                ModelDocument.read("2025-12-28-0123456789ab", firstFormat()).toScoringModel("v", ProposalMethod.LIFT);
        assertThat(model.churnDelta()).isZero();
        assertThat(model.purchaseFactor()).isEqualTo(1);
        assertThat(model.aliveKnown()).isTrue();
        List<PurchaseHistory> histories = Fits.customers(600, true).stream()
                .flatMap(customer -> customer.findHistory(Fits.AS_OF, OpenDays.NONE).stream())
                .toList();
        ScoringPopulation population = new ScoringPopulation(Fits.AS_OF, OpenDays.NONE, model);
        histories.forEach(history -> population.addCustomer(history, 0));
        double level = population.toThresholds().churnLevel();
        assertThat(level).isEqualTo(-0.09790659621673845);
        double[] scored = {
            0.9826463534737273, 0.49312158442522164, 0.8220722704893575, 0.36401451740357366, 0.3137887853523509,
            0.9147331507028802, 0.9643474557888223, 0.9834342171269944, 0.7801380614253135, 0.9792586766904302
        };
        PopulationAsOf known = model.at(Fits.AS_OF, OpenDays.NONE);
        for (int i = 0; i < scored.length; i++) {
            assertThat(model.churn().probability(known.look(histories.get(60 * i)), level))
                    .isEqualTo(scored[i]);
        }
    }

    private static String firstFormat() {
        try (InputStream stream = TrainedModelTest.class.getResourceAsStream("/model-format-1.json")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aModelThatIsNotBetterThanThePastChurnRateHasAReservation() {
        TrainedModel model = modelOf(1, 2, 3, 4);
        assertThat(model.withBacktest(report(0.4999, 0.5)).fallbacks()).containsExactly("Averaged.");
        assertThat(model.withBacktest(report(0.6, null)).fallbacks()).containsExactly("Averaged.");
        assertThat(model.withBacktest(report(null, 0.5)).fallbacks()).containsExactly("Averaged.");
        for (double logLoss : new double[] {0.5, 0.6}) {
            BacktestReport report = report(logLoss, 0.5);
            TrainedModel judged = model.withBacktest(report);
            assertThat(judged.backtest()).isEqualTo(report);
            assertThat(judged.findNote())
                    .contains(
                            "Averaged. On past dates its churn probabilities were no better than the past churn rate for"
                                    + " everybody: log loss " + logLoss + "000, and 0.5000 with the rate.");
            requireRoundTrip(judged);
        }
    }

    private static BacktestReport report(Double logLoss, Double constant) {
        Quality quality = logLoss == null ? null : new Quality(10, logLoss, 0.2, 0.7, 0.01, 0.5, 0.5, 1, 0.1);
        return new BacktestReport(
                90,
                List.of(new BacktestReport.ModelQuality(BacktestReport.PRODUCT, List.of(), quality)),
                List.of(),
                List.of(),
                List.of(),
                constant,
                List.of());
    }

    private static void requireRoundTrip(TrainedModel model) {
        String json = Json.write(model);
        TrainedModel back = Json.read(json, TrainedModel.class);
        assertThat(back).isEqualTo(model);
        assertThat(Json.write(back)).isEqualTo(json);
    }

    private static double number(SplittableRandom random) {
        while (true) {
            double number = Double.longBitsToDouble(random.nextLong() & Long.MAX_VALUE);
            if (number > 0 && Double.isFinite(number)) {
                return number;
            }
        }
    }

    private static TrainedModel modelOf(double r, double alpha, double a, double b) {
        Map<String, Double> parameters = new LinkedHashMap<>();
        parameters.put("r", r);
        parameters.put("alpha", alpha);
        parameters.put("a", a);
        parameters.put("b", b);
        FitReport fit = new FitReport(
                "MBG/NBD", parameters, -a, 10, 9, 8, 7, b, FitStatus.CONVERGED, List.of("a"), "Converged.");
        List<ChurnTerm> terms = FeatureCatalogue.ALL.stream()
                .map(feature -> new ChurnTerm(feature.name(), -r, alpha, -a, b, -r))
                .toList();
        return new TrainedModel(
                Fits.AS_OF,
                "1.2.3",
                90,
                "MBG/NBD",
                new DataWindow(null, Fits.AS_OF, 1, 2, 3, 1, 1, null),
                List.of(fit),
                new ChurnFit(
                        new ChurnModel(0.5, -alpha, terms, null, null),
                        List.of(),
                        "Fitted.",
                        GapSurvival.NONE,
                        null,
                        1.0,
                        null),
                List.of("Averaged."),
                null,
                null,
                null,
                List.of());
    }
}
