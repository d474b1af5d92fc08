package io.allegiance.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.allegiance.testing.Merges;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class RecalibrationTest {

    @Test
    void partsAreMergedInAnyOrder() {
        SplittableRandom random = new SplittableRandom(5);
        List<Consumer<Recalibration>> customers = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            double logit = 80 * random.nextDouble() - 40;
            double churn = random.nextDouble();
            customers.add(recalibration -> recalibration.addCustomer(logit, churn));
        }
        new Merges<Recalibration>(
                        Recalibration::new, Recalibration::merge, all -> List.of(all.constant(), all.constant(-0.3)))
                .assertLawsFor(customers);
    }

    @Test
    void theMeanBecomesThePurchaseModels() {
        SplittableRandom random = new SplittableRandom(3);
        for (int trial = 0; trial < 40; trial++) {
            int customers = 1 + random.nextInt(400);
            double[] logits = random.doubles(customers, -6 + trial / 10.0, 7).toArray();
            double[] churn = random.doubles(customers, 0.01, 0.99).toArray();
            double constant = recentred(logits, churn).constant();
            double mean = 0;
            double target = 0;
            for (int i = 0; i < customers; i++) {
                mean += 1 / (1 + Math.exp(-logits[i] - constant)) / customers;
                target += churn[i] / customers;
            }
            assertThat(mean).isCloseTo(target, within(2e-9));
        }
    }

    @Test
    void theOrderOfTheCustomersLeavesNoTrace() {
        SplittableRandom random = new SplittableRandom(4);
        List<double[]> customers = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            customers.add(new double[] {20 * random.nextDouble() - 10, random.nextDouble()});
        }
        double constant = recentred(customers).constant();
        Collections.shuffle(customers, new Random(8));
        assertThat(recentred(customers).constant()).isEqualTo(constant);
    }

    @Test
    void nobodyAndExtremesStayFinite() {
        assertThat(new Recalibration().constant()).isZero();
        assertThat(recentred(new double[] {5}, new double[] {1}).constant()).isFinite();
        assertThat(recentred(new double[] {5}, new double[] {0}).constant()).isFinite();
        assertThat(recentred(new double[] {1e300, -1e300}, new double[] {0.5, 0.5})
                        .constant())
                .isBetween(-1.0, 1.0);
    }

    @Test
    void aRankingThatIsRightAlreadyStays() {
        double[] churn = new SplittableRandom(6).doubles(1_000, 0.05, 0.95).toArray();
        double[] logits = new double[churn.length];
        for (int i = 0; i < churn.length; i++) {
            logits[i] = Math.log(churn[i] / (1 - churn[i]));
        }
        assertThat(recentred(logits, churn).constant()).isCloseTo(0, within(1e-8));
    }

    @Test
    void deltaMovesTheLogitOfTheMean() {
        SplittableRandom random = new SplittableRandom(7);
        for (double delta : new double[] {-3, -0.4, 0.2, 5}) {
            double[] logits = random.doubles(300, -6, 7).toArray();
            double[] churn = random.doubles(300, 0.01, 0.9).toArray();
            double constant = recentred(logits, churn).constant(delta);
            double mean = 0;
            double model = 0;
            for (int i = 0; i < logits.length; i++) {
                mean += 1 / (1 + Math.exp(-logits[i] - constant)) / logits.length;
                model += churn[i] / logits.length;
            }
            assertThat(Math.log(mean / (1 - mean))).isCloseTo(Math.log(model / (1 - model)) + delta, within(1e-7));
        }
    }

    @Test
    void deltaOfNothingChangesNothingAndExtremesStayFinite() {
        double[] logits = {1, -2, 3};
        double[] churn = {0.5, 0.25, 0.75};
        assertThat(recentred(logits, churn).constant(0))
                .isEqualTo(recentred(logits, churn).constant());
        assertThat(new Recalibration().constant(0.5)).isZero();
        for (double certain : new double[] {0, 1}) {
            double[] all = {certain, certain, certain};
            assertThat(recentred(logits, all).constant(0.5))
                    .isEqualTo(recentred(logits, all).constant());
        }
    }

    private static Recalibration recentred(double[] logits, double[] churn) {
        Recalibration recentring = new Recalibration();
        for (int i = 0; i < logits.length; i++) {
            recentring.addCustomer(logits[i], churn[i]);
        }
        return recentring;
    }

    private static Recalibration recentred(List<double[]> customers) {
        Recalibration recentring = new Recalibration();
        customers.forEach(customer -> recentring.addCustomer(customer[0], customer[1]));
        return recentring;
    }
}
