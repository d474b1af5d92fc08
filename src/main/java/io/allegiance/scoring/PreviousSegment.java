package io.allegiance.scoring;

import org.jspecify.annotations.Nullable;

/**
 * A customer's state in the publication before.
 *
 * @param state the segment and its past
 * @param recencyScore 1..5; null for a customer without a purchase
 */
public record PreviousSegment(SegmentState state, @Nullable Integer recencyScore) {}
