package io.allegiance.churn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Fits {@link BoostedTrees} to outcomes by gradient boosting (Friedman 2001) with second-order leaf values (Chen, Guestrin 2016): with
 * the gradient g = p - y and the hessian h = p (1 - p) of each row at the sum so far, a leaf's value is
 *
 * <pre>
 *   -rate · Σ g / (Σ h + λ),   rate = 0.1, λ = 5
 * </pre>
 *
 * and the split chosen is the one that makes Σ over leaves of (Σ g)² / (Σ h + λ) greatest, with Σ h ≥ 10 in each leaf; 100 trees with
 * two levels of splits. The features are cut into {@link FeatureBins}; missing values go to the side where they gain most.
 *
 * <p>Before each tree an intercept of each cut-off takes a Newton step, so the trees learn what tells the customers of one date
 * apart. The intercepts are dropped after the fit. Rows are summed in their order, so equal rows give equal bits. For one thread;
 * 45 bytes a row.
 */
final class TreeBoosting {

    private static final int TREES = 100;
    private static final double RATE = 0.1;
    private static final double LAMBDA = 5;

    private final TrainingRows rows;
    private final FeatureBins[] bins;
    private final byte[][] binned;
    private final double[] logit;
    /* The gradient of each row and its hessian, one after the other. */
    private final double[] derivatives;
    private final double[] intercepts;

    private TreeBoosting(TrainingRows rows) {
        int size = rows.size();
        this.rows = rows;
        this.bins = new FeatureBins[FeatureCatalogue.ALL.size()];
        this.binned = new byte[bins.length][size];
        this.logit = new double[size];
        this.derivatives = new double[2 * size];
        this.intercepts = new double[rows.cutOffs()];
        for (int feature = 0; feature < bins.length; feature++) {
            bins[feature] = FeatureBins.ofQuantiles(rows.sorted(feature));
            for (int row = 0; row < size; row++) {
                binned[feature][row] = (byte) bins[feature].binOf(rows.value(row, feature));
            }
        }
    }

    /** Fits the trees to rows of one cut-off or more. */
    static BoostedTrees fit(TrainingRows rows) {
        TreeBoosting boosting = new TreeBoosting(rows);
        List<BoostedTrees.Tree> trees = new ArrayList<>();
        for (int tree = 0; tree < TREES; tree++) {
            boosting.moveIntercepts();
            boosting.grow().ifPresent(trees::add);
        }
        return new BoostedTrees(trees, TreeTables.means(trees, rows));
    }

    private void moveIntercepts() {
        for (int cutOff = 0; cutOff < intercepts.length; cutOff++) {
            double gradients = 0;
            double hessians = 0;
            derive(cutOff);
            for (int row = rows.start(cutOff); row < rows.end(cutOff); row++) {
                gradients += derivatives[2 * row];
                hessians += derivatives[2 * row + 1];
            }
            intercepts[cutOff] -= hessians > 0 ? gradients / hessians : 0;
            derive(cutOff);
        }
    }

    /** Computes the gradient and the hessian of the rows of a cut-off. */
    private void derive(int cutOff) {
        for (int row = rows.start(cutOff); row < rows.end(cutOff); row++) {
            double probability = Logit.probability(intercepts[cutOff] + logit[row]);
            derivatives[2 * row] = probability - (rows.churned(row) ? 1 : 0);
            derivatives[2 * row + 1] = probability * (1 - probability);
        }
    }

    /** Grows a tree and adds its values to the rows; empty where no split gains anything. */
    private Optional<BoostedTrees.Tree> grow() {
        int[] all = new int[rows.size()];
        Arrays.setAll(all, row -> row);
        BinSums root = sum(all);
        return root.findBestSplit().map(first -> {
            int[] low = Arrays.stream(all).filter(row -> isLow(first, row)).toArray();
            int[] high = Arrays.stream(all).filter(row -> !isLow(first, row)).toArray();
            BinSums ofLow = low.length <= high.length ? sum(low) : root.minus(sum(high));
            BinSums ofHigh = low.length <= high.length ? root.minus(ofLow) : sum(high);
            return new BoostedTrees.Tree(
                    first.feature(),
                    first.threshold(),
                    first.missingLow(),
                    addBranch(ofLow, low),
                    addBranch(ofHigh, high));
        });
    }

    private BinSums sum(int[] of) {
        return BinSums.of(bins, binned, derivatives, of);
    }

    private boolean isLow(BinSums.Split split, int row) {
        return split.isLow(binned[split.feature()][row]);
    }

    private BoostedTrees.Branch addBranch(BinSums sums, int[] of) {
        Optional<BinSums.Split> split = sums.findBestSplit();
        BoostedTrees.Branch branch = split.map(found -> new BoostedTrees.Branch(
                        found.feature(),
                        found.threshold(),
                        found.missingLow(),
                        value(found.low()),
                        value(found.high())))
                .orElseGet(() -> BoostedTrees.Branch.leaf(value(sums.total())));
        for (int row : of) {
            boolean isLow = split.isPresent() && isLow(split.get(), row);
            logit[row] += isLow ? branch.low() : branch.high();
        }
        return branch;
    }

    private static double value(BinSums.Sum sum) {
        return -RATE * sum.gradient() / (sum.hessian() + LAMBDA);
    }

    /** (Σ g)² / (Σ h + λ). */
    static double gain(double gradient, double hessian) {
        return gradient * gradient / (hessian + LAMBDA);
    }
}
