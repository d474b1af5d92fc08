package io.allegiance.intake.load;

import io.allegiance.intake.feed.ContentHash;
import io.allegiance.intake.feed.Occurrences;
import io.allegiance.intake.line.RejectedLineException;
import io.allegiance.intake.line.RejectionReason;
import io.allegiance.intake.line.TransactionLine;
import io.allegiance.intake.quarantine.QuarantinedLines;
import java.util.HashMap;
import java.util.Map;

/**
 * Numbers a replayed line among its duplicates, as its file would have: after those that its import landed. Lines
 * landed by other imports do not determine how many of its own file had landed already; to avoid landing such a line
 * twice or losing it, it is rejected, and only a new import of its file resolves it.
 *
 * <p>For one chunk of one import: what that has numbered is not in the database yet.
 */
final class ReplayOccurrences implements Occurrences {

    private final QuarantinedLines waiting;
    private final long importId;
    private final Map<String, Integer> numbered = new HashMap<>();

    ReplayOccurrences(QuarantinedLines waiting, long importId) {
        this.waiting = waiting;
        this.importId = importId;
    }

    @Override
    public int occurrence(TransactionLine line, ContentHash hash, long lineNumber) throws RejectedLineException {
        String equals = hash.keyStart();
        Integer before = numbered.get(equals);
        int number = 1 + (before != null ? before : getLast(line, hash));
        numbered.put(equals, number);
        return number;
    }

    private int getLast(TransactionLine line, ContentHash hash) throws RejectedLineException {
        QuarantinedLines.Equals equals = waiting.countEquals(importId, line, hash);
        if (equals.own() == 0 && equals.standing() > 0) {
            throw new RejectedLineException(
                    RejectionReason.EQUAL_LANDED, "equal lines landed from another file; import its own file again");
        }
        return equals.own();
    }
}
