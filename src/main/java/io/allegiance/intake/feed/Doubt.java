package io.allegiance.intake.feed;

import io.allegiance.intake.line.Rejection;
import io.allegiance.intake.line.RejectionReason;
import java.util.Set;

/**
 * A new line of a transaction, or of a sale without one, of which other imports landed lines. It lands where its file has
 * these lines too, for then the transaction has grown; where one of them is missing, the file says the transaction
 * otherwise, and the line is refused.
 *
 * @param landed the keys of the lines that other imports landed
 * @param detail by which columns they belong to the line
 */
public record Doubt(Set<ContentHash> landed, String detail) {

    /** Of a line that is in no doubt. */
    public static final Doubt NONE = new Doubt(Set.of(), "");

    /** Why the line is refused where its file lacks one of the landed lines. */
    public Rejection rejection() {
        return new Rejection(RejectionReason.CONFLICTING_CONTENT, detail);
    }
}
