package io.allegiance.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.allegiance.btyd.PurchaseModelFamily;
import io.allegiance.failure.AttentionException;
import io.allegiance.history.CustomerDays;
import io.allegiance.history.HistoryDay;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelFitterTest {

    @Test
    void withoutACustomerItSaysSoAndWhatToDo() {
        assertThatThrownBy(() -> Fits.fit(Fits.set(Fits.AS_OF, List.of())))
                .isInstanceOf(AttentionException.class)
                .hasMessageContaining("up to 2025-12-28")
                .hasMessageContaining("there are no customers")
                .hasMessageContaining("Land more history and train again")
                .hasMessageContaining("the active model stays");
    }

    @Test
    void withoutARepeatPurchaseItSaysSo() {
        CustomerDays once =
                new CustomerDays("C", List.of(new HistoryDay(Fits.AS_OF.minusDays(9), true, 10_000L, null)));
        assertThatThrownBy(() -> Fits.fit(Fits.set(Fits.AS_OF, List.of(once))))
                .isInstanceOf(AttentionException.class)
                .hasMessageContaining("no customer has made a repeat purchase");
    }

    @Test
    void modelWithoutKnownSpendStatesUnknownSpend() {
        TrainedModel model = Fits.fit(Fits.population(400, false));
        assertThat(model.toScoringModel("v").spend()).isNull();
        assertThat(model.toScoringModel("v").purchases().name()).isEqualTo("MBG/NBD");
        assertThat(model.fallbacks())
                .singleElement()
                .asString()
                .contains("Gamma-Gamma was not fitted")
                .contains("Expected spend is unknown");
    }

    @Test
    void everyFitIsToldAndKeptTheOneThatSetsTheLevelFirst() {
        List<String> told = new ArrayList<>();
        TrainedModel model = new ModelFitter("1.2.3", 90, ModelFitter.ALL).fit(Fits.population(400, true), told::add);
        assertThat(model.fits().get(0).model()).isEqualTo("MBG/NBD");
        assertThat(model.fits()).extracting("model").containsExactly("MBG/NBD", "BG/NBD", "Pareto/NBD", "Gamma-Gamma");
        assertThat(told).contains(model.churn().statement(), model.fits().get(0).statement());
        assertThat(model.purchaseModel()).isEqualTo("MBG/NBD");
        assertThat(model.horizonDays()).isEqualTo(90);
        assertThat(model.fallbacks()).isEmpty();
    }

    @Test
    void withoutYardsticksTheScoresComeFromTheSameModel() {
        TrainedModel all = new ModelFitter("1.2.3", 90, ModelFitter.ALL).fit(Fits.population(400, true), fit -> {});
        TrainedModel alone =
                new ModelFitter("1.2.3", 90, ModelFitter.SCORED_WITH).fit(Fits.population(400, true), fit -> {});
        assertThat(alone.fits()).extracting("model").containsExactly("MBG/NBD", "Gamma-Gamma");
        assertThat(alone.fits()).allSatisfy(fit -> assertThat(all.fits()).contains(fit));
        assertThat(alone.churn()).isEqualTo(all.churn());
    }

    @Test
    void theModelThatScoresComeFromCannotBeLeftOut() {
        assertThatThrownBy(() -> new ModelFitter("1.2.3", 90, List.of(PurchaseModelFamily.PARETO_NBD)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("MBG/NBD must be among");
    }

    @Test
    void theWindowSaysWhatItWasFittedFrom() {
        List<CustomerDays> customers = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            List<HistoryDay> days = new ArrayList<>();
            for (int purchase = 0; purchase <= i % 3; purchase++) {
                days.add(new HistoryDay(Fits.AS_OF.minusDays(129 - i - 20 * purchase), true, null, null));
            }
            customers.add(new CustomerDays("C" + (100 + i), days));
        }
        assertThat(Fits.fit(Fits.set(Fits.AS_OF, customers)).data())
                .isEqualTo(new DataWindow(Fits.AS_OF.minusDays(129), Fits.AS_OF, 30, 20, 60, 30, 1));
    }
}
