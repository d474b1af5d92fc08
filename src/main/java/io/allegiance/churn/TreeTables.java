package io.allegiance.churn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * {@link BoostedTrees} made ready for scoring: because each half of a tree asks for at most two features, the sum of all trees is
 * a sum of tables, one for each feature and one for each pair, over the bins between the trees' thresholds.
 *
 * <p>A feature's contribution is its own table's value and half of the value of each pair that it belongs to, less the mean of
 * that over the training rows.
 */
final class TreeTables {

    private static final double HALF = 0.5;

    private final FeatureBins[] bins;
    private final double[] means;
    private final double[][] single;

    /* The pairs' tables one after the other, and of each the first feature, the second, where it begins, and its row length. */
    private final double[] values;
    private final int[] first;
    private final int[] second;
    private final int[] offset;
    private final int[] width;

    /** The table of a pair while trees are added. */
    private record Pair(int first, int second, double[][] values) {}

    TreeTables(BoostedTrees trees) {
        this(
                trees.trees(),
                trees.means().stream().mapToDouble(Double::doubleValue).toArray());
    }

    private TreeTables(List<BoostedTrees.Tree> trees, double[] means) {
        this.means = means;
        this.bins = bins(trees);
        this.single = Arrays.stream(bins).map(bin -> new double[bin.size()]).toArray(double[][]::new);
        Map<Integer, Pair> found = new TreeMap<>();
        for (BoostedTrees.Tree tree : trees) {
            addHalf(tree, tree.low(), true, found);
            addHalf(tree, tree.high(), false, found);
        }
        Collection<Pair> pairs = found.values();
        this.first = pairs.stream().mapToInt(Pair::first).toArray();
        this.second = pairs.stream().mapToInt(Pair::second).toArray();
        this.width = pairs.stream().mapToInt(pair -> bins[pair.second].size()).toArray();
        this.values = pairs.stream()
                .flatMap(pair -> Arrays.stream(pair.values))
                .flatMapToDouble(Arrays::stream)
                .toArray();
        this.offset = new int[first.length];
        for (int pair = 1; pair < offset.length; pair++) {
            offset[pair] = offset[pair - 1] + bins[first[pair - 1]].size() * width[pair - 1];
        }
    }

    private static FeatureBins[] bins(List<BoostedTrees.Tree> trees) {
        List<TreeSet<Double>> thresholds = new ArrayList<>();
        FeatureCatalogue.ALL.forEach(feature -> thresholds.add(new TreeSet<>()));
        for (BoostedTrees.Tree tree : trees) {
            thresholds.get(tree.feature()).add(tree.threshold());
            for (BoostedTrees.Branch branch : List.of(tree.low(), tree.high())) {
                if (branch.isSplit()) {
                    thresholds.get(branch.feature()).add(branch.threshold());
                }
            }
        }
        return thresholds.stream()
                .map(each -> new FeatureBins(
                        each.stream().mapToDouble(Double::doubleValue).toArray()))
                .toArray(FeatureBins[]::new);
    }

    /** Adds the half of a tree on one side of its first split. */
    private void addHalf(BoostedTrees.Tree tree, BoostedTrees.Branch branch, boolean isLow, Map<Integer, Pair> found) {
        int feature = tree.feature();
        for (int bin = 0; bin < bins[feature].size(); bin++) {
            if (isLow(feature, bin, tree.threshold(), tree.missingLow()) != isLow) {
                continue;
            }
            if (!branch.isSplit() || branch.feature() == feature) {
                single[feature][bin] += value(branch, bin);
            } else {
                addToPair(found, feature, bin, branch);
            }
        }
    }

    private void addToPair(Map<Integer, Pair> found, int feature, int bin, BoostedTrees.Branch branch) {
        int other = branch.feature();
        int low = Math.min(feature, other);
        int high = Math.max(feature, other);
        Pair pair = found.computeIfAbsent(
                low * bins.length + high, key -> new Pair(low, high, new double[bins[low].size()][bins[high].size()]));
        for (int otherBin = 0; otherBin < bins[other].size(); otherBin++) {
            int row = feature == low ? bin : otherBin;
            int column = feature == low ? otherBin : bin;
            pair.values[row][column] += value(branch, otherBin);
        }
    }

    private double value(BoostedTrees.Branch branch, int bin) {
        return !branch.isSplit() || isLow(branch.feature(), bin, branch.threshold(), branch.missingLow())
                ? branch.low()
                : branch.high();
    }

    private boolean isLow(int feature, int bin, double threshold, boolean missingLow) {
        FeatureBins cut = bins[feature];
        if (bin == cut.missing()) {
            return missingLow;
        }
        return bin < cut.thresholds().length && cut.thresholds()[bin] <= threshold;
    }

    /**
     * Adds weight times each feature's contribution to the shares.
     *
     * @param scaled the values on the features' scales
     */
    void addShares(double[] scaled, double weight, double[] shares) {
        int[] at = new int[bins.length];
        for (int feature = 0; feature < at.length; feature++) {
            at[feature] = bins[feature].binOf(scaled[feature]);
            shares[feature] += weight * (single[feature][at[feature]] - means[feature]);
        }
        double halfWeight = HALF * weight;
        for (int pair = 0; pair < offset.length; pair++) {
            double half = halfWeight * values[offset[pair] + at[first[pair]] * width[pair] + at[second[pair]]];
            shares[first[pair]] += half;
            shares[second[pair]] += half;
        }
    }

    /** The mean over rows of each feature's contribution before that mean is taken off. */
    static List<Double> means(List<BoostedTrees.Tree> trees, TrainingRows rows) {
        int width = FeatureCatalogue.ALL.size();
        TreeTables tables = new TreeTables(trees, new double[width]);
        double[] sums = new double[width];
        for (int row = 0; row < rows.size(); row++) {
            tables.addShares(rows.row(row), 1, sums);
        }
        return Arrays.stream(sums)
                .mapToObj(sum -> sum / Math.max(1, rows.size()))
                .toList();
    }
}
