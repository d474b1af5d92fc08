package io.allegiance.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.allegiance.btyd.FitReport;
import io.allegiance.churn.ChurnModel;
import io.allegiance.churn.ChurnTerm;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelGateTest {

    private static final double MARGIN = 0.005;

    private final TrainingSet set = Fits.set(Fits.AS_OF, Fits.steadyCustomers(1_000));
    private final TrainedModel good = Fits.fit(set);
    private final List<LocalDate> cutOffs = PastCutOffs.list(set.log(), 90, 3);

    @Test
    void theFirstModelIsActive() {
        GateDecision decision = gate(cutOffs).decide(good, null);
        assertThat(decision.active()).isTrue();
        assertThat(decision.statement()).contains("no active model");
        assertThat(decision.comparison()).isNull();
    }

    @Test
    void withoutAPastDateThereIsNothingToCompare() {
        GateDecision decision = gate(List.of()).decide(good, registered(good));
        assertThat(decision.active()).isTrue();
        assertThat(decision.statement()).contains("no past date");
    }

    @Test
    void anEqualModelPasses() {
        GateDecision decision = gate(cutOffs).decide(good, registered(good));
        assertThat(decision.active()).isTrue();
        assertThat(decision.comparison().logLoss())
                .isEqualTo(decision.comparison().activeLogLoss());
        assertThat(decision.comparison().cutOffs()).isEqualTo(cutOffs).hasSize(3);
    }

    @Test
    void aWorseModelIsKeptAndItSaysSo() {
        GateDecision decision = gate(cutOffs).decide(reversed(good), registered(good));
        assertThat(decision.active()).isFalse();
        assertThat(decision.statement())
                .startsWith("Kept, not used: log loss")
                .contains("the-active-one")
                .contains("worse by more than 0.005")
                .contains("models --promote");
        assertThat(decision.comparison().logLoss())
                .isGreaterThan(decision.comparison().activeLogLoss() + MARGIN);
    }

    @Test
    void aBetterModelPassesAndAMarginForgives() {
        assertThat(gate(cutOffs).decide(good, registered(reversed(good))).active())
                .isTrue();
        assertThat(new ModelGate(set.log(), cutOffs, 10)
                        .decide(reversed(good), registered(good))
                        .active())
                .isTrue();
    }

    @Test
    void theFiguresAreThoseOfABacktestWithTheModelAsItStands() {
        CutOffBacktest one = new CutOffBacktest(set.log(), cutOffs.get(0), good);
        one.run(PredictionSink.NONE);
        assertThat(gate(cutOffs.subList(0, 1))
                        .decide(good, registered(good))
                        .comparison()
                        .logLoss())
                .isCloseTo(one.quality().logLoss(), within(1e-15));
    }

    @Test
    void aModelOverAnotherHorizonIsActiveWithoutAComparison() {
        TrainedModel shorter = new ModelFitter("1.2.3", 30, ModelFitter.SCORED_WITH).fit(set, fit -> {});
        GateDecision decision = gate(cutOffs).decide(shorter, registered(good));
        assertThat(decision.active()).isTrue();
        assertThat(decision.comparison()).isNull();
        assertThat(decision.statement())
                .isEqualTo("Active: another horizon, not compared: the churn of this model is over 30 days, that of the"
                        + " active model the-active-one over 90.");
    }

    private ModelGate gate(List<LocalDate> dates) {
        return new ModelGate(set.log(), dates, MARGIN);
    }

    private static ModelRegistry.Registered registered(TrainedModel model) {
        return new ModelRegistry.Registered("the-active-one", "ACTIVE", model, null, null, null);
    }

    /** Says of everybody the opposite. */
    private static TrainedModel reversed(TrainedModel model) {
        ChurnModel churn = model.churn().model();
        List<ChurnTerm> terms = churn.terms().stream()
                .map(term -> new ChurnTerm(
                        term.feature(), term.low(), term.high(), term.mean(), term.deviation(), -term.coefficient()))
                .toList();
        List<FitReport> fits = model.fits();
        return new TrainedModel(
                model.asOf(),
                model.codeVersion(),
                model.horizonDays(),
                model.purchaseModel(),
                model.data(),
                fits,
                new ChurnFit(
                        new ChurnModel(churn.weight(), churn.intercept(), terms, churn.trees(), churn.support()),
                        List.of(),
                        "Reversed.",
                        model.churn().gaps(),
                        model.churn().level(),
                        1.0,
                        null),
                List.of(),
                null,
                null,
                null,
                List.of());
    }
}
