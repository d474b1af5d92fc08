package io.allegiance.outcome;

import io.allegiance.churn.quality.FrequencyBand;
import io.allegiance.scoring.ChurnBand;
import java.util.Arrays;
import java.util.List;

/** What the customers of a publication are grouped by, in the order in which groups are shown. */
public enum GroupKind {
    /** All customers together, in one group of the same name. */
    ALL(List.of("ALL")),
    /** By the segment that they were in. */
    SEGMENT(List.of()),
    /** By their churn band then. */
    BAND(Arrays.stream(ChurnBand.values()).map(ChurnBand::name).toList()),
    /** By their repeat purchases up to the score date. */
    FREQUENCY(Arrays.stream(FrequencyBand.values()).map(FrequencyBand::title).toList());

    private final List<String> names;

    GroupKind(List<String> names) {
        this.names = names;
    }

    /** The place of a group among those of its kind; groups of the same place are in order of their names. */
    int placeOf(String name) {
        return names.indexOf(name);
    }
}
