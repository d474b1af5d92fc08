package io.allegiance.intake.file;

import io.allegiance.intake.feed.ContentHash;
import io.allegiance.intake.feed.DuplicateNumbering;
import io.allegiance.intake.line.TransactionLine;
import java.io.Closeable;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * Detects, among the lines of a file that bring both of their keys, keys that occurred before, with the same result as
 * the table when a file lands: the first line of a key counts, the same again is ignored, and other content under it is
 * rejected.
 *
 * <p>Every line is numbered among those of its key and among those of its key and content. When its key was there
 * before, its content is another one than the first line's exactly if it is new under that key, or was found to be
 * another one before.
 */
final class RepeatedKeys implements Closeable {

    /** The relation of a line to its key. */
    enum Place {
        FIRST,
        AGAIN,
        CONFLICT
    }

    private final DuplicateNumbering keys;
    private final DuplicateNumbering contents;
    private final Set<ContentHash> conflicts = new HashSet<>();

    RepeatedKeys(Path temporary) {
        this.keys = new DuplicateNumbering(temporary);
        this.contents = new DuplicateNumbering(temporary);
    }

    /** The first pass: adds a line with both keys. */
    void addLine(TransactionLine line, long lineNumber) {
        keys.addLine(ContentHash.ofKeys(line), lineNumber);
        contents.addLine(ContentHash.ofKeysAndContent(line), lineNumber);
    }

    /** Ends the first pass. */
    void count() {
        keys.count();
        contents.count();
    }

    /** The second pass, in the order of the file. */
    Place place(TransactionLine line, long lineNumber) {
        if (keys.occurrence(lineNumber) == 1) {
            return Place.FIRST;
        }
        ContentHash content = ContentHash.ofKeysAndContent(line);
        if (contents.occurrence(lineNumber) == 1) {
            conflicts.add(content);
        }
        return conflicts.contains(content) ? Place.CONFLICT : Place.AGAIN;
    }

    @Override
    public void close() {
        try (contents) {
            keys.close();
        }
    }
}
