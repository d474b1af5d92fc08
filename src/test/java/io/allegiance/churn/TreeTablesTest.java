package io.allegiance.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.allegiance.churn.BoostedTrees.Branch;
import io.allegiance.churn.BoostedTrees.Tree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class TreeTablesTest {

    private static final int WIDTH = FeatureCatalogue.ALL.size();
    private static final List<Double> ZEROS = Collections.nCopies(WIDTH, 0.0);

    @Test
    void fittedTreesGiveWhatWalkingThemGives() {
        TrainingRows rows = LogisticRegressionTest.rows(2_000);
        BoostedTrees trees = TreeBoosting.fit(rows);
        assertThat(trees.trees()).hasSize(100);
        TreeTables tables = new TreeTables(trees);
        double ofMeans = trees.means().stream().mapToDouble(Double::doubleValue).sum();
        double[] means = new double[WIDTH];
        for (int row = 0; row < rows.size(); row++) {
            double[] shares = shares(tables, rows.row(row));
            assertThat(DoubleStream.of(shares).sum() + ofMeans)
                    .isCloseTo(walk(trees.trees(), rows.row(row)), within(1e-11));
            for (int feature = 0; feature < WIDTH; feature++) {
                means[feature] += shares[feature] / rows.size();
            }
        }
        assertThat(means).containsExactly(new double[WIDTH], within(1e-11));
    }

    /** Any trees at any values: with the same feature twice, without a second split, with equal thresholds, with missing values. */
    @Test
    void randomTreesGiveWhatWalkingThemGives() {
        SplittableRandom random = new SplittableRandom(24);
        for (int trial = 0; trial < 100; trial++) {
            List<Tree> trees = new ArrayList<>();
            int features = 1 + random.nextInt(WIDTH);
            for (int tree = 0; tree < 30; tree++) {
                trees.add(new Tree(
                        random.nextInt(features),
                        random.nextInt(4),
                        random.nextBoolean(),
                        branch(random, features),
                        branch(random, features)));
            }
            TreeTables tables = new TreeTables(new BoostedTrees(trees, ZEROS));
            for (int customer = 0; customer < 50; customer++) {
                double[] scaled = random.doubles(WIDTH)
                        .map(value -> value < 0.15 ? Double.NaN : (int) (value * 12) / 2.0 - 1)
                        .toArray();
                assertThat(DoubleStream.of(shares(tables, scaled)).sum()).isCloseTo(walk(trees, scaled), within(1e-12));
            }
        }
    }

    private static Branch branch(SplittableRandom random, int features) {
        return random.nextInt(4) == 0
                ? Branch.leaf(random.nextDouble() - 0.5)
                : new Branch(
                        random.nextInt(features),
                        random.nextInt(4),
                        random.nextBoolean(),
                        random.nextDouble() - 0.5,
                        random.nextDouble() - 0.5);
    }

    @Test
    void aPairIsSharedInHalves() {
        Branch low = new Branch(4, 1.0, false, 0.2, 0.6);
        TreeTables tables =
                new TreeTables(new BoostedTrees(List.of(new Tree(2, 3.0, false, low, Branch.leaf(-0.4))), ZEROS));
        double[] scaled = new double[WIDTH];
        scaled[2] = 3;
        scaled[4] = 2;
        double[] expected = new double[WIDTH];
        expected[2] = 0.3;
        expected[4] = 0.3;
        assertThat(shares(tables, scaled)).containsExactly(expected, within(1e-15));
        scaled[2] = 3.5;
        expected[2] = -0.4;
        expected[4] = 0;
        assertThat(shares(tables, scaled)).containsExactly(expected, within(1e-15));
    }

    private static double[] shares(TreeTables tables, double[] scaled) {
        double[] shares = new double[WIDTH];
        tables.addShares(scaled, 1, shares);
        return shares;
    }

    /** The sum of the leaves that a customer comes to. */
    static double walk(List<Tree> trees, double[] scaled) {
        double sum = 0;
        for (Tree tree : trees) {
            boolean isLow = goesLow(scaled[tree.feature()], tree.threshold(), tree.missingLow());
            Branch branch = isLow ? tree.low() : tree.high();
            sum += !branch.isSplit() || goesLow(scaled[branch.feature()], branch.threshold(), branch.missingLow())
                    ? branch.low()
                    : branch.high();
        }
        return sum;
    }

    private static boolean goesLow(double value, double threshold, boolean missingLow) {
        return Double.isNaN(value) ? missingLow : value <= threshold;
    }
}
