package io.allegiance.watch.alert;

import io.allegiance.wording.TimeSpan;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Compares the duration of a successful run with the median of earlier runs, to detect suspiciously short ones. */
public final class UsualDuration {

    private static final int LEAST_KNOWN = 5;
    private static final Duration LEAST_USUAL = Duration.ofSeconds(60);

    private UsualDuration() {}

    /**
     * Describes a suspiciously short run.
     *
     * @param took how long it took
     * @param before how long those before it took; with fewer than 5, or a median of up to 60 s, nothing is suspicious
     * @param share of the median below which a run is suspicious, 0 to 1
     */
    public static Optional<String> describeIfEarly(Duration took, List<Duration> before, double share) {
        if (before.size() < LEAST_KNOWN) {
            return Optional.empty();
        }
        Duration usual = median(before);
        boolean early = usual.compareTo(LEAST_USUAL) > 0 && took.toMillis() < share * usual.toMillis();
        return early
                ? Optional.of("it ended well after " + TimeSpan.describe(took) + " where it usually takes about "
                        + TimeSpan.describe(usual) + "; look whether all of its input was there")
                : Optional.empty();
    }

    /** The lower one of the middle two where their number is even. */
    private static Duration median(List<Duration> durations) {
        return durations.stream().sorted().toList().get((durations.size() - 1) / 2);
    }
}
