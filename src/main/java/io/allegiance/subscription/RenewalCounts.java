package io.allegiance.subscription;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Subscriptions counted by how often they were renewed: those that were cancelled, at which of their renewals, and those that go on,
 * after how many (censored on the right). Counts of two groups of subscriptions add up. Immutable.
 */
public final class RenewalCounts {

    /** A subscription that is renewed each day has had as many renewals after a hundred years. */
    public static final int MOST_RENEWALS = 36_525;

    private final long[] cancelled;
    private final long[] active;

    private RenewalCounts(long[] cancelled, long[] active) {
        this.cancelled = cancelled;
        this.active = active;
    }

    /**
     * Counts subscriptions.
     *
     * @param cancelled how many were cancelled at their 1st, 2nd, ... renewal, 0 or more each
     * @param active how many go on after 0, 1, 2, ... renewals, 0 or more each
     * @throws IllegalArgumentException when a count is below 0, or there are more renewals than {@link #MOST_RENEWALS}
     */
    public static RenewalCounts of(long[] cancelled, long[] active) {
        int renewals = Math.max(cancelled.length, active.length - 1);
        if (renewals > MOST_RENEWALS) {
            throw new IllegalArgumentException("there may be at most " + MOST_RENEWALS + " renewals; were " + renewals);
        }
        if (LongStream.concat(LongStream.of(cancelled), LongStream.of(active)).anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("counts of subscriptions must be 0 or more");
        }
        return new RenewalCounts(
                Arrays.copyOf(cancelled, Math.max(0, renewals)), Arrays.copyOf(active, Math.max(0, renewals) + 1));
    }

    /**
     * Counts one cohort by those who were left: at first, after the 1st renewal, and so on; the last ones go on.
     *
     * @throws IllegalArgumentException when nobody is given, or the numbers rise
     */
    public static RenewalCounts ofSurvivors(long... survivors) {
        if (survivors.length == 0) {
            throw new IllegalArgumentException("a cohort needs the number of its subscriptions at first");
        }
        int renewals = survivors.length - 1;
        long[] active = new long[renewals + 1];
        active[renewals] = survivors[renewals];
        return of(
                IntStream.range(0, renewals)
                        .mapToLong(i -> survivors[i] - survivors[i + 1])
                        .toArray(),
                active);
    }

    /** The subscriptions of both. */
    public RenewalCounts plus(RenewalCounts other) {
        int most = Math.max(renewals(), other.renewals());
        long[] bothCancelled = Arrays.copyOf(cancelled, most);
        long[] bothActive = Arrays.copyOf(active, most + 1);
        for (int renewal = 1; renewal <= other.renewals(); renewal++) {
            bothCancelled[renewal - 1] += other.cancelledAt(renewal);
        }
        for (int renewals = 0; renewals <= other.renewals(); renewals++) {
            bothActive[renewals] += other.activeAfter(renewals);
        }
        return new RenewalCounts(bothCancelled, bothActive);
    }

    /** The most renewals that a subscription has come to, the one at which it was cancelled among them; 0 or more. */
    public int renewals() {
        return cancelled.length;
    }

    /** How many were cancelled at a renewal, 1..{@link #renewals()}. */
    public long cancelledAt(int renewal) {
        return cancelled[renewal - 1];
    }

    /** How many go on after a number of renewals, 0..{@link #renewals()}. */
    public long activeAfter(int renewals) {
        return active[renewals];
    }

    /** How many came to a renewal, whether they were renewed or cancelled then. */
    long atRiskOf(int renewal) {
        return IntStream.rangeClosed(renewal, renewals())
                .mapToLong(at -> cancelledAt(at) + activeAfter(at))
                .sum();
    }

    /** The subscriptions that came to a renewal; the others say nothing of any model. */
    public long subscriptions() {
        return renewals() == 0 ? 0 : atRiskOf(1);
    }

    /** The number of different renewals at which some were cancelled and some renewed: what the data tell a model apart by. */
    int informativeRenewals() {
        return (int) IntStream.rangeClosed(1, renewals())
                .filter(renewal -> cancelledAt(renewal) > 0 && atRiskOf(renewal) > cancelledAt(renewal))
                .count();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RenewalCounts that
                && Arrays.equals(cancelled, that.cancelled)
                && Arrays.equals(active, that.active);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(cancelled) + Arrays.hashCode(active);
    }

    @Override
    public String toString() {
        return "cancelled " + Arrays.toString(cancelled) + ", active " + Arrays.toString(active);
    }
}
