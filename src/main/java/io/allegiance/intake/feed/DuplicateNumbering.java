package io.allegiance.intake.feed;

import io.allegiance.failure.RetryableException;
import io.allegiance.failure.UsageException;
import io.allegiance.intake.line.TransactionLine;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Numbers the duplicate lines of a file 1, 2, 3 in the order of the file, at any distance. The first pass adds each
 * line's hash; afterwards, in the order of the file, it returns each line's number. Only the lines numbered 2 and
 * higher stay in memory (eight bytes each); what it takes to find them goes to temporary files, parted by the hash, as
 * soon as it is more than a small share of the heap.
 */
public final class DuplicateNumbering implements Occurrences, Closeable {

    private static final int PARTS = 256;
    private static final int BUFFERED_LINES = 400_000;
    private static final int OCCURRENCE_BITS = 26;
    private static final long MOST_OCCURRENCES = (1L << OCCURRENCE_BITS) - 1;

    private final Path temporary;
    private final int bufferedLines;
    private final BitSet spilledParts = new BitSet(PARTS);
    private long[] buffer = new long[3 * 1024];
    private int used;
    private @Nullable Path folder;
    private long[] repeated = new long[64];
    private int repeatedCount;
    private int cursor;

    public DuplicateNumbering(Path temporary) {
        this(temporary, BUFFERED_LINES);
    }

    DuplicateNumbering(Path temporary, int bufferedLines) {
        this.temporary = temporary;
        this.bufferedLines = bufferedLines;
    }

    public void addLine(ContentHash hash, long lineNumber) {
        if (used == 3 * bufferedLines) {
            spill();
        }
        if (used == buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.min(2 * buffer.length, 3 * bufferedLines));
        }
        buffer[used++] = hash.high();
        buffer[used++] = hash.low();
        buffer[used++] = lineNumber;
    }

    /** Ends the first pass. */
    public void count() {
        if (folder == null) {
            countPart(buffer, used);
        } else {
            spill();
            spilledParts.stream().forEach(this::countSpilled);
        }
        buffer = new long[0];
        Arrays.sort(repeated, 0, repeatedCount);
    }

    /** Begins another reading of the file. */
    public void rewind() {
        cursor = 0;
    }

    /** Which of its equals a line is; lines must be asked for in the order of the file. */
    public int occurrence(long lineNumber) {
        while (cursor < repeatedCount && repeated[cursor] >>> OCCURRENCE_BITS < lineNumber) {
            cursor++;
        }
        boolean found = cursor < repeatedCount && repeated[cursor] >>> OCCURRENCE_BITS == lineNumber;
        return found ? (int) (repeated[cursor] & MOST_OCCURRENCES) : 1;
    }

    @Override
    public int occurrence(TransactionLine line, ContentHash hash, long lineNumber) {
        return occurrence(lineNumber);
    }

    private void countPart(long[] lines, int length) {
        HashCounts counts = new HashCounts(length / 3);
        for (int i = 0; i < length; i += 3) {
            int occurrence = counts.next(lines[i], lines[i + 1]);
            if (occurrence > 1) {
                remember(lines[i + 2], occurrence);
            }
        }
    }

    private void remember(long lineNumber, int occurrence) {
        if (occurrence > MOST_OCCURRENCES) {
            throw new UsageException("More than 67 million lines of the file are equal; this is not a list of sales.");
        }
        if (repeatedCount == repeated.length) {
            repeated = Arrays.copyOf(repeated, 2 * repeatedCount);
        }
        repeated[repeatedCount++] = lineNumber << OCCURRENCE_BITS | occurrence;
    }

    /** Sorts what is in memory by part and appends each part to its file. */
    private void spill() {
        try {
            if (folder == null) {
                folder = Files.createTempDirectory(temporary, "allegiance-import-");
            }
            int[] order = orderByPart();
            int start = 0;
            while (start < order.length) {
                start = append(order, start);
            }
            used = 0;
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private int[] orderByPart() {
        int[] starts = new int[PARTS + 1];
        for (int i = 0; i < used; i += 3) {
            starts[part(buffer[i]) + 1]++;
        }
        for (int part = 0; part < PARTS; part++) {
            starts[part + 1] += starts[part];
        }
        int[] order = new int[used / 3];
        for (int i = 0; i < used; i += 3) {
            order[starts[part(buffer[i])]++] = i;
        }
        return order;
    }

    private int append(int[] order, int start) throws IOException {
        int part = part(buffer[order[start]]);
        spilledParts.set(part);
        int next = start;
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(
                Files.newOutputStream(file(part), StandardOpenOption.CREATE, StandardOpenOption.APPEND)))) {
            while (next < order.length && part(buffer[order[next]]) == part) {
                int at = order[next++];
                out.writeLong(buffer[at]);
                out.writeLong(buffer[at + 1]);
                out.writeLong(buffer[at + 2]);
            }
        }
        return next;
    }

    private void countSpilled(int part) {
        try {
            long[] lines = new long[Math.toIntExact(Files.size(file(part)) / Long.BYTES)];
            try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file(part))))) {
                for (int i = 0; i < lines.length; i++) {
                    lines[i] = in.readLong();
                }
            }
            countPart(lines, lines.length);
        } catch (EOFException e) {
            throw new IllegalStateException("a temporary file of the import became shorter", e);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private static int part(long high) {
        return (int) (high >>> 56);
    }

    private Path file(int part) {
        return Objects.requireNonNull(folder).resolve("part-" + part);
    }

    private RetryableException unwritable(IOException e) {
        return new RetryableException(
                "The temporary folder " + temporary + " could not be used (is the disk full?); nothing landed.", e);
    }

    @Override
    public void close() {
        if (folder == null) {
            return;
        }
        try {
            for (int part = spilledParts.nextSetBit(0); part >= 0; part = spilledParts.nextSetBit(part + 1)) {
                Files.deleteIfExists(file(part));
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }
}
