package io.allegiance.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.allegiance.churn.BoostedTrees.Branch;
import io.allegiance.churn.BoostedTrees.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TreeBoostingTest {

    private static final int WIDTH = FeatureCatalogue.ALL.size();
    private static final double LAMBDA = 5;
    private static final double RATE = 0.1;

    @Test
    void treesReduceTheLogLossOfTheIntercepts() {
        TrainingRows rows = LogisticRegressionTest.rows(3_000);
        double without = logLoss(rows, List.of());
        BoostedTrees trees = TreeBoosting.fit(rows);
        double half = logLoss(rows, trees.trees().subList(0, 50));
        double with = logLoss(rows, trees.trees());
        assertThat(half).isLessThan(without - 0.05);
        assertThat(with).isLessThan(half);
    }

    @Test
    void equalRowsGiveEqualTrees() {
        assertThat(TreeBoosting.fit(LogisticRegressionTest.rows(1_500)))
                .isEqualTo(TreeBoosting.fit(LogisticRegressionTest.rows(1_500)));
    }

    @Test
    void featuresThatDoNotTellCustomersApartGiveNoTree() {
        TrainingRows rows = new TrainingRows();
        for (int i = 0; i < 200; i++) {
            rows.addRow(Customers.bought(60, 50), i % 2 == 0);
        }
        rows.endCutOff(Customers.AS_OF.minusDays(90), Customers.AS_OF);
        BoostedTrees trees = TreeBoosting.fit(rows);
        assertThat(trees.trees()).isEmpty();
        assertThat(trees.means()).hasSize(WIDTH).containsOnly(0.0);
    }

    /** Fewer than 20 / ¼ customers have no two leaves with hessians of 10 or more. */
    @Test
    void aLeafNeedsAHessianOfTen() {
        assertThat(TreeBoosting.fit(separable(39)).trees()).isEmpty();
        assertThat(TreeBoosting.fit(separable(41)).trees()).isNotEmpty();
    }

    private static TrainingRows separable(int half) {
        TrainingRows rows = new TrainingRows();
        for (int i = 0; i < half; i++) {
            rows.addRow(Customers.bought(600, 500), true);
            rows.addRow(Customers.bought(600, 1), false);
        }
        rows.endCutOff(Customers.AS_OF.minusDays(90), Customers.AS_OF);
        return rows;
    }

    /** Compared with trying every split of every bin edge, for the first tree and for both of its sides. */
    @Test
    void theFirstTreeIsThatOfABruteForceSearch() {
        for (int seed = 0; seed < 6; seed++) {
            TrainingRows rows = rows(400, seed);
            Plain plain = new Plain(rows);
            Tree tree = TreeBoosting.fit(rows).trees().get(0);
            IntPredicate isLow = row -> goesLow(rows.value(row, tree.feature()), tree.threshold(), tree.missingLow());
            List<Integer> all = IntStream.range(0, rows.size()).boxed().toList();
            assertThat(plain.gain(all, isLow)).isCloseTo(plain.bestGain(all), within(1e-9));
            requireBest(
                    plain, rows, tree.low(), all.stream().filter(isLow::test).toList());
            requireBest(
                    plain,
                    rows,
                    tree.high(),
                    all.stream().filter(row -> !isLow.test(row)).toList());
        }
    }

    private static void requireBest(Plain plain, TrainingRows rows, Branch branch, List<Integer> some) {
        if (!branch.isSplit()) {
            assertThat(plain.bestGain(some)).isLessThanOrEqualTo(plain.gain(some) + 1e-9);
            assertThat(branch.low()).isEqualTo(branch.high()).isCloseTo(plain.value(some), within(1e-12));
            return;
        }
        IntPredicate isLow = row -> goesLow(rows.value(row, branch.feature()), branch.threshold(), branch.missingLow());
        assertThat(plain.gain(some, isLow)).isCloseTo(plain.bestGain(some), within(1e-9));
        assertThat(branch.low())
                .isCloseTo(plain.value(some.stream().filter(isLow::test).toList()), within(1e-12));
        assertThat(branch.high())
                .isCloseTo(
                        plain.value(
                                some.stream().filter(row -> !isLow.test(row)).toList()),
                        within(1e-12));
    }

    /** Gradients and hessians at the start of boosting, and every split that the definition allows. */
    private static final class Plain {

        private final TrainingRows rows;
        private final double[] gradient;
        private final double[] hessian;

        Plain(TrainingRows rows) {
            this.rows = rows;
            this.gradient = new double[rows.size()];
            this.hessian = new double[rows.size()];
            for (int cutOff = 0; cutOff < rows.cutOffs(); cutOff++) {
                int customers = rows.end(cutOff) - rows.start(cutOff);
                double rate = (double) rows.churned(rows.start(cutOff), rows.end(cutOff)) / customers;
                double intercept = 0;
                double start = 1 / (1 + Math.exp(-intercept));
                intercept -= (start - rate) / (start * (1 - start));
                for (int row = rows.start(cutOff); row < rows.end(cutOff); row++) {
                    double p = 1 / (1 + Math.exp(-intercept));
                    gradient[row] = p - (rows.churned(row) ? 1 : 0);
                    hessian[row] = p * (1 - p);
                }
            }
        }

        private double sum(double[] of, List<Integer> some) {
            return some.stream().mapToDouble(row -> of[row]).sum();
        }

        double gain(List<Integer> some) {
            double sum = sum(gradient, some);
            return sum * sum / (sum(hessian, some) + LAMBDA);
        }

        double value(List<Integer> some) {
            return -RATE * sum(gradient, some) / (sum(hessian, some) + LAMBDA);
        }

        double gain(List<Integer> some, IntPredicate isLow) {
            return gain(some.stream().filter(isLow::test).toList())
                    + gain(some.stream().filter(row -> !isLow.test(row)).toList());
        }

        double bestGain(List<Integer> some) {
            double best = 0;
            for (int feature = 0; feature < WIDTH; feature++) {
                int of = feature;
                for (double threshold :
                        FeatureBins.ofQuantiles(rows.sorted(feature)).thresholds()) {
                    for (boolean missingLow : new boolean[] {false, true}) {
                        best = Math.max(
                                best, allowed(some, row -> goesLow(rows.value(row, of), threshold, missingLow)));
                    }
                }
            }
            return best;
        }

        private double allowed(List<Integer> some, IntPredicate isLow) {
            double low = sum(hessian, some.stream().filter(isLow::test).toList());
            double high =
                    sum(hessian, some.stream().filter(row -> !isLow.test(row)).toList());
            return low < 10 || high < 10 ? 0 : gain(some, isLow);
        }
    }

    private static boolean goesLow(double value, double threshold, boolean missingLow) {
        return Double.isNaN(value) ? missingLow : value <= threshold;
    }

    /** Two cut-offs; those who have not bought for long and those without a known spend churn more. */
    private static TrainingRows rows(int size, int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        TrainingRows rows = new TrainingRows();
        for (int cutOff = 0; cutOff < 2; cutOff++) {
            for (int i = 0; i < size / 2; i++) {
                CustomerAsOf customer = Customers.random(random);
                int more = customer.history().spend().days() == 0 ? 150 : 50 * cutOff;
                rows.addRow(customer, random.nextInt(400) < customer.daysSinceLastPurchase() + more);
            }
            rows.endCutOff(Customers.AS_OF.minusDays(90 + 30L * cutOff), Customers.AS_OF);
        }
        return rows;
    }

    /** Of the trees with the best intercept of each cut-off. */
    private static double logLoss(TrainingRows rows, List<Tree> trees) {
        double sum = 0;
        for (int cutOff = 0; cutOff < rows.cutOffs(); cutOff++) {
            List<double[]> logits = new ArrayList<>();
            for (int row = rows.start(cutOff); row < rows.end(cutOff); row++) {
                logits.add(new double[] {TreeTablesTest.walk(trees, rows.row(row)), rows.churned(row) ? 1 : 0});
            }
            sum += IntStream.rangeClosed(-600, 600)
                    .mapToDouble(step -> logLoss(logits, step / 100.0))
                    .min()
                    .orElseThrow();
        }
        return sum / rows.size();
    }

    private static double logLoss(List<double[]> logits, double intercept) {
        return logits.stream()
                .mapToDouble(each -> Logit.softplus(each[1] == 1 ? -each[0] - intercept : each[0] + intercept))
                .sum();
    }
}
