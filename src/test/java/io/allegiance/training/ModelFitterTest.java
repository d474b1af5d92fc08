package io.allegiance.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.allegiance.btyd.FitReport;
import io.allegiance.btyd.GroupedSpend;
import io.allegiance.btyd.GroupedSummaries;
import io.allegiance.btyd.PurchaseSummary;
import io.allegiance.failure.AttentionException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelFitterTest {

    private final ModelFitter fitter = new ModelFitter("1.2.3", 90);

    @Test
    void withoutACustomerItSaysSoAndWhatToDo() {
        TrainingSet nobody = new TrainingSet(
                null, GroupedSummaries.builder().build(), GroupedSpend.builder().build());
        assertThatThrownBy(() -> fitter.fit(Fits.AS_OF, nobody, fit -> {}))
                .isInstanceOf(AttentionException.class)
                .hasMessageContaining("up to 2025-12-28")
                .hasMessageContaining("there are no customers")
                .hasMessageContaining("Land more history and train again")
                .hasMessageContaining("the active model stays");
    }

    @Test
    void withoutARepeatPurchaseItSaysSo() {
        TrainingSet once = new TrainingSet(
                Fits.AS_OF.minusDays(9),
                GroupedSummaries.builder().add(new PurchaseSummary(0, 0, 9)).build(),
                GroupedSpend.builder().build());
        assertThatThrownBy(() -> fitter.fit(Fits.AS_OF, once, fit -> {}))
                .isInstanceOf(AttentionException.class)
                .hasMessageContaining("no customer has made a repeat purchase");
    }

    @Test
    void withoutAKnownSpendThereIsAModelWhoseSpendIsUnknown() {
        TrainedModel model = fitter.fit(Fits.AS_OF, Fits.population(200, false), fit -> {});
        assertThat(model.toScoringModel("v").spend()).isNull();
        assertThat(model.toScoringModel("v").purchases().name()).isEqualTo("MBG/NBD");
    }

    @Test
    void everyFitIsToldAndKeptTheChurnModelFirst() {
        List<FitReport> told = new ArrayList<>();
        TrainedModel model = fitter.fit(Fits.AS_OF, Fits.population(200, true), told::add);
        assertThat(told).extracting(FitReport::model).containsExactly("MBG/NBD", "BG/NBD", "Gamma-Gamma");
        assertThat(model.fits()).isEqualTo(told);
        assertThat(model.churnModel()).isEqualTo("MBG/NBD");
        assertThat(model.horizonDays()).isEqualTo(90);
    }

    @Test
    void theWindowSaysWhatItWasFittedFrom() {
        GroupedSummaries.Builder purchases = GroupedSummaries.builder();
        for (int i = 0; i < 30; i++) {
            purchases.add(new PurchaseSummary(i % 3, 20 * (i % 3), 100 + i));
        }
        TrainingSet set = new TrainingSet(
                Fits.AS_OF.minusDays(129),
                purchases.build(),
                GroupedSpend.builder().build());
        assertThat(fitter.fit(Fits.AS_OF, set, fit -> {}).data())
                .isEqualTo(new DataWindow(Fits.AS_OF.minusDays(129), Fits.AS_OF, 30, 20, 60));
    }
}
