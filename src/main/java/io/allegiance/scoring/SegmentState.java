package io.allegiance.scoring;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The segment and how long it has been so: the one part of a score that looks back at the publication before.
 *
 * @param segment the segment of the score date
 * @param previousSegment the segment before this one; null as long as there was no other
 * @param since the first score date of the present segment
 */
public record SegmentState(String segment, @Nullable String previousSegment, LocalDate since) {

    public SegmentState {
        if (segment.isEmpty()) {
            throw new IllegalArgumentException("a segment must have a name");
        }
        if (segment.equals(previousSegment)) {
            throw new IllegalArgumentException("the previous segment must be another; both were " + segment);
        }
    }

    /** The state of a customer who was in no publication before. */
    public static SegmentState first(String segment, LocalDate scoreDate) {
        return new SegmentState(segment, null, scoreDate);
    }

    /** The state of the next publication: this one unchanged while the segment stays, else the change. */
    public SegmentState then(String next, LocalDate scoreDate) {
        return next.equals(segment) ? this : new SegmentState(next, segment, scoreDate);
    }
}
