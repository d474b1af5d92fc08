package io.allegiance.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.churn.GapSurvival;
import io.allegiance.btyd.FitReport;
import io.allegiance.btyd.FitStatus;
import io.allegiance.churn.ChurnModel;
import io.allegiance.churn.ChurnTerm;
import io.allegiance.churn.FeatureCatalogue;
import io.allegiance.crossselling.CategoryLift;
import io.allegiance.history.CustomerCategories;
import io.allegiance.platform.Json;
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
        assertThat(model.toScoringModel("v").churn()).isEqualTo(ChurnModel.PURCHASE_MODEL_ALONE);
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
        CategoryLift lift =
                Json.read(json, TrainedModel.class).toScoringModel("v").categories();
        assertThat(lift.propose(List.of("CAKE"))).contains("TEA");
        assertThat(lift.lift("TEA", "CAKE")).isEqualTo(150 * 250.0 / (250 * 150));
    }

    @Test
    void withoutCategoriesAndInOlderDocumentsThereIsNothingToProposeFrom() {
        TrainedModel model = Fits.fit(Fits.population(300, true));
        assertThat(model.crossSelling()).isNull();
        assertThat(model.toScoringModel("v").categories()).isNull();
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
                new DataWindow(null, Fits.AS_OF, 1, 2, 3, 1, 1),
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
                null);
    }
}
