package io.allegiance.segment;

import io.allegiance.rfm.RfmScore;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a rule can ask about: one constant for each word of the file, in the order in which messages list them. */
public enum SegmentField {
    RECENCY(RfmScore::recency),
    FREQUENCY(RfmScore::frequency),
    /** The one field that may be unknown. */
    MONETARY(RfmScore::monetary),
    FREQUENCY_MONETARY(RfmScore::frequencyMonetary);

    private final Function<RfmScore, @Nullable Integer> value;

    SegmentField(Function<RfmScore, @Nullable Integer> value) {
        this.value = value;
    }

    /** The field's value, 1..5; null where it is unknown. */
    @Nullable
    Integer valueOf(RfmScore score) {
        return value.apply(score);
    }

    /** The word for it in the file. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<SegmentField> find(String word) {
        return Arrays.stream(values())
                .filter(field -> field.word().equals(word))
                .findFirst();
    }

    static String words() {
        return Arrays.stream(values()).map(SegmentField::word).collect(Collectors.joining(", "));
    }
}
