package io.allegiance.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RankingTrialTest {

    /** What decides whether a customer churns. */
    private interface Truth {
        double churn(CustomerAsOf customer);
    }

    /** Who bought in the last 100 days mostly comes back, whatever the purchase model says. */
    private static final Truth SIGNAL = customer -> customer.daysSinceLastPurchase() > 100 ? 0.9 : 0.1;

    /** The purchase model is right. */
    private static final Truth NOISE = CustomerAsOf::modelChurn;

    @Test
    void aRankingThatIsBetterHasTheFullWeight() {
        TrainingRows rows = rows(SIGNAL, 400, 6);
        RankingTrial trial = RankingTrial.find(rows).orElseThrow();
        assertThat(trial.cutOffs()).isEqualTo(3);
        assertThat(trial.customers()).isEqualTo(1_200);
        assertThat(trial.yielding().mean())
                .isGreaterThan(0.1)
                .isGreaterThan(trial.yieldingAveraged().mean());
        ChurnModel fitted = ChurnModel.fit(rows);
        assertThat(trial.choose(fitted)).isEqualTo(fitted);
        assertThat(fitted.weight()).isEqualTo(1);
    }

    @Test
    void aRankingOfNoiseIsAtMostAveraged() {
        TrainingRows rows = rows(NOISE, 600, 6);
        RankingTrial trial = RankingTrial.find(rows).orElseThrow();
        assertThat(trial.yielding().isReal()).isFalse();
        assertThat(trial.unyielding().isReal()).isFalse();
        assertThat(trial.choose(ChurnModel.fit(rows)).weight())
                .isEqualTo(trial.gainOfAverage().isLoss() ? 0 : 0.5);
    }

    @Test
    void ofFewCustomersTheFormThatDoesNotYieldIsNotTried() {
        RankingTrial few = RankingTrial.find(rows(SIGNAL, 60, 6)).orElseThrow();
        assertThat(few.unyieldingOverYielding()).isEqualTo(new RankingTrial.Gain(0, 0));
        assertThat(few.unyielding()).isEqualTo(few.yielding());
        RankingTrial many = RankingTrial.find(rows(SIGNAL, 500, 6)).orElseThrow();
        assertThat(many.unyielding()).isNotEqualTo(many.yielding());
        TrainingRows noise = rows(NOISE, 60, 6);
        assertThat(RankingTrial.find(noise)
                        .orElseThrow()
                        .choose(ChurnModel.fit(noise))
                        .weight())
                .isLessThan(1);
    }

    @Test
    void onlyOutcomesKnownAtACutOffAreFittedThere() {
        assertThat(RankingTrial.find(rows(SIGNAL, 100, 3))).isEmpty();
        assertThat(RankingTrial.find(rows(SIGNAL, 100, 4)).orElseThrow().cutOffs())
                .isEqualTo(1);
        assertThat(RankingTrial.find(rows(SIGNAL, 100, 5)).orElseThrow().cutOffs())
                .isEqualTo(2);
    }

    @Test
    void theChoiceFollowsFromTheGains() {
        ChurnModel fitted = ChurnModel.fit(rows(SIGNAL, 100, 1));
        RankingTrial.Gain real = new RankingTrial.Gain(0.02, 0.01);
        RankingTrial.Gain none = new RankingTrial.Gain(-0.01, 0.01);
        RankingTrial.Gain loss = new RankingTrial.Gain(-0.02, 0.01);
        assertThat(trial(real, none, none, none, none).choose(fitted)).isEqualTo(fitted);
        assertThat(trial(none, real, real, none, none).choose(fitted)).isEqualTo(fitted.withoutSupport());
        assertThat(trial(none, real, none, none, loss).choose(fitted)).isEqualTo(fitted.withWeight(0.5));
        assertThat(trial(real, none, real, loss, none).choose(fitted))
                .isEqualTo(fitted.withoutSupport().withWeight(0.5));
        assertThat(trial(none, real, none, loss, real).choose(fitted)).isEqualTo(ChurnModel.PURCHASE_MODEL_ALONE);
    }

    private static RankingTrial trial(
            RankingTrial.Gain yielding,
            RankingTrial.Gain unyielding,
            RankingTrial.Gain over,
            RankingTrial.Gain yieldingAveraged,
            RankingTrial.Gain unyieldingAveraged) {
        return new RankingTrial(1, 1, yielding, unyielding, over, yieldingAveraged, unyieldingAveraged);
    }

    /** Gains of 0.1, 0.3 and -0.1: mean 0.1, standard deviation √(0.08 / 3). */
    @Test
    void theNoiseOfAGainIsItsStandardError() {
        RankingTrial.Gain gain = RankingTrial.Gain.of(new double[] {0.5, 0.5, 0.5}, new double[] {0.4, 0.2, 0.6});
        assertThat(gain.mean()).isCloseTo(0.1, within(1e-15));
        assertThat(gain.noise()).isCloseTo(Math.sqrt(0.08 / 3 / 3), within(1e-15));
        assertThat(RankingTrial.Gain.mean(List.of(new RankingTrial.Gain(0.25, 0.5), new RankingTrial.Gain(0.75, 0.25))))
                .isEqualTo(new RankingTrial.Gain(0.5, 0.375));
    }

    /** Cut-offs 30 days apart, newest first, with outcomes over 90 days. */
    private static TrainingRows rows(Truth truth, int customers, int cutOffs) {
        SplittableRandom random = new SplittableRandom(29);
        TrainingRows rows = new TrainingRows();
        for (int cutOff = 0; cutOff < cutOffs; cutOff++) {
            for (int i = 0; i < customers; i++) {
                CustomerAsOf customer = Customers.random(random);
                rows.addRow(customer, random.nextDouble() < truth.churn(customer));
            }
            LocalDate date = Customers.AS_OF.minusDays(90 + 30L * cutOff);
            rows.endCutOff(date, date.plusDays(90));
        }
        return rows;
    }
}
