package io.allegiance.audit;

import io.allegiance.publish.SegmentSpread;
import io.allegiance.settings.nightly.NightlySettings;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The movement of a figure of all customers from one publication to the next.
 *
 * @param what the figure, in words
 * @param before its value in the publication before
 * @param now its value
 * @param most how far it may move
 */
record Movement(String what, double before, double now, double most) {

    /**
     * Finds a figure that moved further than it may: first the shares of the segments, by name, then the mean churn.
     *
     * @param isSameHorizon whether both mean churns are over the same number of days; otherwise they are not compared
     */
    static Optional<Movement> findTooLarge(
            SegmentSpread before, SegmentSpread now, boolean isSameHorizon, NightlySettings.GateSettings settings) {
        Set<String> segments = new TreeSet<>(now.segments().keySet());
        segments.addAll(before.segments().keySet());
        Stream<Movement> shares = segments.stream()
                .map(segment -> new Movement(
                        "the share of " + segment,
                        before.shareOf(segment),
                        now.shareOf(segment),
                        settings.segmentShare()));
        Movement churn = new Movement(
                "the mean churn probability",
                orZero(before.meanChurn()),
                orZero(now.meanChurn()),
                settings.meanChurn());
        return Stream.concat(shares, isSameHorizon ? Stream.of(churn) : Stream.empty())
                .filter(Movement::isTooLarge)
                .findFirst();
    }

    private static double orZero(@Nullable BigDecimal value) {
        return value == null ? 0 : value.doubleValue();
    }

    private boolean isTooLarge() {
        return Math.abs(now - before) > most;
    }
}
