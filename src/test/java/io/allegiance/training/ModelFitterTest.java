package io.allegiance.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.allegiance.btyd.PurchaseModelFamily;
import io.allegiance.calendar.OpenDays;
import io.allegiance.churn.CustomerAsOf;
import io.allegiance.churn.RankingTrial;
import io.allegiance.crossselling.ProposalMethod;
import io.allegiance.failure.AttentionException;
import io.allegiance.history.CustomerDays;
import io.allegiance.history.HistoryDay;
import io.allegiance.platform.Json;
import io.allegiance.scoring.HorizonModel;
import io.allegiance.scoring.ScoringModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
        assertThat(model.churn().model().weight()).isEqualTo(0.5);
        assertThat(model.toScoringModel("v", ProposalMethod.LIFT).spend()).isNull();
        assertThat(model.toScoringModel("v", ProposalMethod.LIFT).purchases().name())
                .isEqualTo("MBG/NBD");
        assertThat(model.fallbacks()).hasSize(2).contains(model.churn().statement());
        assertThat(model.fallbacks().get(0))
                .contains("Gamma-Gamma was not fitted")
                .contains("Expected spend is unknown");
    }

    @Test
    void everyFitIsToldAndKeptTheOneThatSetsTheLevelFirst() {
        List<String> told = new ArrayList<>();
        TrainedModel model = new ModelFitter("1.2.3", 90, ModelFitter.ALL)
                .fit(Fits.set(Fits.AS_OF, Fits.steadyCustomers(400)), told::add);
        assertThat(model.fits().get(0).model()).isEqualTo("MBG/NBD");
        assertThat(model.fits()).extracting("model").containsExactly("MBG/NBD", "BG/NBD", "Pareto/NBD", "Gamma-Gamma");
        assertThat(told).contains(model.churn().statement(), model.fits().get(0).statement());
        assertThat(model.purchaseModel()).isEqualTo("MBG/NBD");
        assertThat(model.horizonDays()).isEqualTo(90);
        assertThat(model.fallbacks()).isEmpty();
    }

    /** A purchase model made these customers, so no ranking can know more of them. */
    @Test
    void aRankingThatIsNotBetterIsAveragedAndTheModelSaysSo() {
        TrainedModel model = Fits.fit(Fits.population(400, true));
        RankingTrial trial = model.churn().trial();
        assertThat(trial.cutOffs()).isEqualTo(3);
        assertThat(trial.yielding().isReal()).isFalse();
        assertThat(trial.yieldingAveraged().isLoss()).isFalse();
        assertThat(model.churn().model().weight()).isEqualTo(0.5);
        assertThat(model.findNote().orElseThrow())
                .isEqualTo(model.churn().statement())
                .contains("averaged with the purchase model: the ranking alone was not better on 3 past cut-offs")
                .contains(String.format(
                        Locale.ROOT, "gain in log loss %.4f", trial.yielding().mean()));
    }

    @Test
    void aRankingThatIsBetterIsUsedInFull() {
        TrainedModel model = Fits.fit(Fits.set(Fits.AS_OF, Fits.steadyCustomers(400)));
        assertThat(model.churn().trial().yielding().mean()).isGreaterThan(0.05);
        assertThat(model.churn().model().weight()).isEqualTo(1);
        assertThat(model.churn().statement()).startsWith("Logistic regression and boosted trees on ");
        assertThat(model.findNote()).isEmpty();
    }

    /** All customers buy every other week up to the last day: nobody has ever stopped. */
    @Test
    void whereNobodyStopsProbabilityAliveIsUnknownAndItSaysWhy() {
        List<CustomerDays> customers = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            List<HistoryDay> days = new ArrayList<>();
            for (int ago = 200 + i % 14; ago >= 0; ago -= 14) {
                days.add(new HistoryDay(Fits.AS_OF.minusDays(ago), true, 10_000L, 1_000L));
            }
            customers.add(new CustomerDays("C" + (1_000 + i), days));
        }
        TrainedModel model = Fits.fit(Fits.set(Fits.AS_OF, customers));
        assertThat(model.aliveUnknown())
                .startsWith("P(alive) cannot be told from this history")
                .contains("MBG/NBD says that no customer stops");
        assertThat(model.findNote().orElseThrow()).contains(model.aliveUnknown());
        assertThat(Json.read(Json.write(model), TrainedModel.class)).isEqualTo(model);
        ScoringModel scoring = model.toScoringModel("v", ProposalMethod.LIFT);
        assertThat(scoring.aliveKnown()).isFalse();
        CustomerAsOf customer = scoring.at(Fits.AS_OF, OpenDays.NONE)
                .look(customers.get(0).findHistory(Fits.AS_OF, OpenDays.NONE).orElseThrow());
        assertThat(customer.probabilityAlive()).isGreaterThan(0.9995);
        assertThat(scoring.churn().probability(customer, 0)).isBetween(0.0, 0.1);
    }

    @Test
    void whereSomeStopProbabilityAliveIsKnown() {
        TrainedModel model = Fits.fit(Fits.set(Fits.AS_OF, Fits.steadyCustomers(200)));
        assertThat(model.aliveUnknown()).isNull();
        assertThat(model.toScoringModel("v", ProposalMethod.LIFT).aliveKnown()).isTrue();
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
    void aFurtherHorizonIsFittedAsTheMainOneWouldBeAndChangesNothingElse() {
        TrainingSet set = Fits.population(400, true);
        List<String> told = new ArrayList<>();
        TrainedModel all = new ModelFitter("1.2.3", 90, List.of(30, 180), ModelFitter.SCORED_WITH).fit(set, told::add);
        TrainedModel main = new ModelFitter("1.2.3", 90, ModelFitter.SCORED_WITH).fit(set, fit -> {});
        assertThat(all.churn()).isEqualTo(main.churn());
        assertThat(all.fits()).isEqualTo(main.fits());
        assertThat(main.further()).isEmpty();
        assertThat(all.further()).extracting(HorizonFit::horizonDays).containsExactly(30, 180);
        for (HorizonFit fit : all.further()) {
            TrainedModel alone =
                    new ModelFitter("1.2.3", fit.horizonDays(), ModelFitter.SCORED_WITH).fit(set, each -> {});
            assertThat(fit.churn()).isEqualTo(alone.churn());
            assertThat(told)
                    .contains("Over " + fit.horizonDays() + " days: "
                            + fit.churn().statement());
        }
        assertThat(ModelDocument.read("v", ModelDocument.write(all))).isEqualTo(all);
    }

    @Test
    void aHorizonLongerThanTheHistoryFallsBackToThePurchaseModelAndSaysSo() {
        TrainedModel model = new ModelFitter("1.2.3", 90, List.of(3_650), ModelFitter.SCORED_WITH)
                .fit(Fits.population(400, true), fit -> {});
        assertThat(model.further().get(0).churn().model().isPurchaseModelAlone())
                .isTrue();
        assertThat(model.fallbacks())
                .contains(
                        "Over 3650 days: The purchase model is used alone: there is no date 3650 or more days ago with as"
                                + " many days of repeat business before it.");
        assertThat(model.toScoringModel("v", ProposalMethod.LIFT).further())
                .extracting(HorizonModel::horizonDays)
                .containsExactly(3_650);
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
                .isEqualTo(new DataWindow(Fits.AS_OF.minusDays(129), Fits.AS_OF, 30, 20, 60, 30, 1, null));
    }
}
