package io.allegiance.rfm;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A customer's place in the population on three counts, 1 (worst fifth) to 5 (best fifth) each.
 *
 * @param recency from days since the last purchase; fewer days score higher
 * @param frequency from purchase days in the last 365
 * @param monetary from spend in the last 365 days; null where spend is unknown
 */
public record RfmScore(int recency, int frequency, @Nullable Integer monetary) {

    private static final List<RfmScore> ALL = all();

    public RfmScore {
        requireScore("recency", recency);
        requireScore("frequency", frequency);
        if (monetary != null) {
            requireScore("monetary", monetary);
        }
    }

    /**
     * The mean of frequency and monetary score, a half rounded up; frequency alone where spend is unknown. 1..5.
     */
    public int frequencyMonetary() {
        return monetary == null ? frequency : (frequency + monetary + 1) / 2;
    }

    /** Every score that there can be, 5 · 5 · 6 = 150 of them, from worst recency to best. */
    public static List<RfmScore> everyScore() {
        return ALL;
    }

    /** The place of this score in {@link #everyScore()}, 0..149: an index for tables over all scores. */
    public int ordinal() {
        return ((recency - 1) * 5 + frequency - 1) * 6 + Objects.requireNonNullElse(monetary, 0);
    }

    private static List<RfmScore> all() {
        return fives().flatMap(r -> fives().flatMap(f -> monetaries().map(m -> new RfmScore(r, f, m == 0 ? null : m))))
                .toList();
    }

    private static Stream<Integer> fives() {
        return IntStream.rangeClosed(1, 5).boxed();
    }

    private static Stream<Integer> monetaries() {
        return IntStream.rangeClosed(0, 5).boxed();
    }

    private static void requireScore(String name, int score) {
        if (score < 1 || score > 5) {
            throw new IllegalArgumentException(name + " score must be in 1..5; was " + score);
        }
    }
}
