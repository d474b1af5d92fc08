package io.allegiance.segment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Customers of one RFM score: those whose value of each field is in a range. There is a range for each field that RFM
 * scores do not give; bands count as churn probabilities where the edges between them are known.
 */
final class FactBox {

    private final SegmentFields fields;
    /** One for each of {@link SegmentFields#axes}. */
    private final ValueRange[] ranges;

    private FactBox(SegmentFields fields, ValueRange[] ranges) {
        this.fields = fields;
        this.ranges = ranges;
    }

    /** All customers. */
    static FactBox everybody(SegmentFields fields) {
        return new FactBox(
                fields,
                fields.axes().stream().map(axis -> axis.form().everything()).toArray(ValueRange[]::new));
    }

    /**
     * The customers that match conditions; empty where conditions on bands and probabilities contradict each other.
     *
     * @param edges null where they are not known yet; the fields then have bands apart
     */
    static Optional<FactBox> of(
            SegmentFields fields, Map<SegmentField, ValueRange> conditions, @Nullable BandEdges edges) {
        FactBox box = everybody(fields);
        for (Map.Entry<SegmentField, ValueRange> condition : conditions.entrySet()) {
            SegmentField field = condition.getKey();
            if (field.isOfRfm()) {
                continue;
            }
            int axis = fields.axisOf(field);
            ValueRange range = edges != null && SegmentFields.isBand(field)
                    ? edges.probabilitiesOf(condition.getValue())
                    : condition.getValue();
            if (!box.ranges[axis].meets(range)) {
                return Optional.empty();
            }
            box = box.with(axis, box.ranges[axis].intersection(range));
        }
        return Optional.of(box);
    }

    /** The field of an axis. */
    SegmentField field(int axis) {
        return fields.axes().get(axis);
    }

    /** The range of the field of an axis. */
    ValueRange range(int axis) {
        return ranges[axis];
    }

    /** The axes of the fields that do not admit every value. */
    int[] constrainedAxes() {
        return IntStream.range(0, ranges.length)
                .filter(axis -> !ranges[axis].equals(field(axis).form().everything()))
                .toArray();
    }

    boolean meets(FactBox other) {
        for (int axis = 0; axis < ranges.length; axis++) {
            if (!ranges[axis].meets(other.ranges[axis])) {
                return false;
            }
        }
        return true;
    }

    boolean isWithin(FactBox other) {
        for (int axis = 0; axis < ranges.length; axis++) {
            if (!other.ranges[axis].contains(ranges[axis])) {
                return false;
            }
        }
        return true;
    }

    /** Returns the intersection with a box that overlaps this one. */
    FactBox intersection(FactBox other) {
        ValueRange[] common = new ValueRange[ranges.length];
        Arrays.setAll(common, axis -> ranges[axis].intersection(other.ranges[axis]));
        return new FactBox(fields, common);
    }

    /**
     * Returns the difference of this box and one that overlaps it, as boxes that do not overlap. Axis after axis, the
     * part outside of the other's range is cut off and kept; the rest at the end is the intersection.
     */
    List<FactBox> without(FactBox other) {
        List<FactBox> rest = new ArrayList<>();
        FactBox common = this;
        for (int axis = 0; axis < ranges.length; axis++) {
            ValueRange mine = ranges[axis];
            ValueRange taken = other.ranges[axis];
            if (mine.from() < taken.from()) {
                rest.add(common.with(axis, new ValueRange(mine.from(), taken.from() - 1)));
            }
            if (mine.to() > taken.to()) {
                rest.add(common.with(axis, new ValueRange(taken.to() + 1, mine.to())));
            }
            common = common.with(axis, mine.intersection(taken));
        }
        return rest;
    }

    private FactBox with(int axis, ValueRange range) {
        ValueRange[] changed = ranges.clone();
        changed[axis] = range;
        return new FactBox(fields, changed);
    }

    /** A customer in it, in the words of the file: the fields that set the box apart, each with a comma before it. */
    String example() {
        StringBuilder text = new StringBuilder();
        for (int axis : constrainedAxes()) {
            text.append(", ").append(SegmentRule.text(field(axis), ranges[axis].preferKnown()));
        }
        return text.toString();
    }
}
