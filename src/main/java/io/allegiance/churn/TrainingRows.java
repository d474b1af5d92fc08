package io.allegiance.churn;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Customers as of past cut-offs, newest first, with what became of them: the features on their scales, and whether no purchase
 * day came within H days. For one thread.
 */
public final class TrainingRows {

    private static final int WIDTH = FeatureCatalogue.ALL.size();

    private double[] values = new double[1024 * WIDTH];
    private boolean[] churned = new boolean[1024];
    private int[] cutOffEnds = new int[0];
    private final List<LocalDate> dates = new ArrayList<>();
    private final List<LocalDate> outcomesKnown = new ArrayList<>();
    private int size;

    /**
     * Ends a cut-off: the rows added since the one before are its rows.
     *
     * @param outcomeKnown the last of the H days after it
     */
    public void endCutOff(LocalDate date, LocalDate outcomeKnown) {
        dates.add(date);
        outcomesKnown.add(outcomeKnown);
        cutOffEnds = Arrays.copyOf(cutOffEnds, cutOffEnds.length + 1);
        cutOffEnds[cutOffEnds.length - 1] = size;
    }

    /** How many cut-offs there are. */
    public int cutOffs() {
        return cutOffEnds.length;
    }

    /** The row after the last of a cut-off. */
    int end(int cutOff) {
        return cutOffEnds[cutOff];
    }

    /** The first row of a cut-off. */
    int start(int cutOff) {
        return cutOff == 0 ? 0 : cutOffEnds[cutOff - 1];
    }

    /** Adds a customer and the outcome. */
    public void addRow(CustomerAsOf customer, boolean hasChurned) {
        requireRoom();
        for (int feature = 0; feature < WIDTH; feature++) {
            values[size * WIDTH + feature] = FeatureCatalogue.ALL.get(feature).scaled(customer);
        }
        churned[size++] = hasChurned;
    }

    /** How many there are. */
    public int size() {
        return size;
    }

    /** How many of them churned. */
    public int churned() {
        return churned(0, size);
    }

    int churned(int from, int to) {
        int count = 0;
        for (int row = from; row < to; row++) {
            count += churned[row] ? 1 : 0;
        }
        return count;
    }

    boolean churned(int row) {
        return churned[row];
    }

    double value(int row, int feature) {
        return values[row * WIDTH + feature];
    }

    /** The date of a cut-off. */
    LocalDate date(int cutOff) {
        return dates.get(cutOff);
    }

    /** The values of a row on the features' scales. */
    double[] row(int row) {
        return Arrays.copyOfRange(values, row * WIDTH, (row + 1) * WIDTH);
    }

    /** Every n-th row of the cut-offs whose outcome is known on a date. */
    TrainingRows knownOn(LocalDate date, int oneIn) {
        TrainingRows some = new TrainingRows();
        for (int cutOff = 0; cutOff < cutOffs(); cutOff++) {
            if (!outcomesKnown.get(cutOff).isAfter(date)) {
                some.addRowsOf(this, cutOff, oneIn);
            }
        }
        return some;
    }

    /** Every n-th row of a cut-off. */
    TrainingRows only(int cutOff, int oneIn) {
        TrainingRows some = new TrainingRows();
        some.addRowsOf(this, cutOff, oneIn);
        return some;
    }

    private void addRowsOf(TrainingRows other, int cutOff, int oneIn) {
        int from = size;
        for (int row = other.start(cutOff); row < other.end(cutOff); row += oneIn) {
            requireRoom();
            System.arraycopy(other.values, row * WIDTH, values, size * WIDTH, WIDTH);
            churned[size++] = other.churned[row];
        }
        int count = churned(from, size);
        if (count == 0 || count == size - from) {
            // A sample of few customers may have one outcome alone; it says nothing then.
            size = from;
        } else {
            endCutOff(other.dates.get(cutOff), other.outcomesKnown.get(cutOff));
        }
    }

    private void requireRoom() {
        if (size == churned.length) {
            values = Arrays.copyOf(values, Math.multiplyExact(values.length, 2));
            churned = Arrays.copyOf(churned, 2 * size);
        }
    }

    /** The constant that makes the ranking's mean probability over all rows equal the purchase model's. */
    public double level(ChurnRanking ranking) {
        Recalibration level = new Recalibration();
        for (int row = 0; row < size; row++) {
            level.addCustomer(ranking.logit(row(row)), Logit.probability(value(row, FeatureCatalogue.MODEL_LOGIT)));
        }
        return level.constant();
    }

    /** The values of a feature that are not missing, ascending. */
    double[] sorted(int feature) {
        double[] known = new double[size];
        int count = 0;
        for (int row = 0; row < size; row++) {
            double value = value(row, feature);
            if (!Double.isNaN(value)) {
                known[count++] = value;
            }
        }
        double[] sorted = Arrays.copyOf(known, count);
        Arrays.sort(sorted);
        return sorted;
    }
}
