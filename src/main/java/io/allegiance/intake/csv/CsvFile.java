package io.allegiance.intake.csv;

import io.allegiance.failure.RetryableException;
import io.allegiance.failure.UsageException;
import io.allegiance.intake.container.StoredFile;
import io.allegiance.intake.workbook.Workbook;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads a file of lines, record by record in little memory: a CSV file of any usual delimiter and encoding or the first
 * visible sheet of an Excel workbook, plain, gzipped or alone in a zip. The content decides what it is, never the name.
 */
public final class CsvFile implements Closeable {

    /** A longer field is treated as an unclosed quote. */
    static final int LONGEST_FIELD = 4 * 1024 * 1024;

    private final String name;
    private final Records records;

    private CsvFile(String name, Records records) {
        this.name = name;
        this.records = records;
    }

    /** Opens a file of which nothing is given; see {@link #open(Path, TextLayout)}. */
    public static CsvFile open(Path file) {
        return open(file, TextLayout.FOUND);
    }

    /**
     * Opens a file.
     *
     * @param layout how its text is written; it says nothing about a workbook
     * @throws UsageException when the file does not exist, cannot be read, is empty, or is of a kind that is not read
     */
    public static CsvFile open(Path file, TextLayout layout) {
        StoredFile stored = StoredFile.open(file);
        String name = file.toString();
        try {
            return new CsvFile(name, open(name, stored, layout));
        } catch (IOException e) {
            RuntimeException failure = stored.failure(e);
            close(stored, failure);
            throw failure;
        } catch (RuntimeException e) {
            close(stored, e);
            throw e;
        }
    }

    private static Records open(String name, StoredFile stored, TextLayout layout) throws IOException {
        Path workbook = stored.findWorkbook().orElse(null);
        return workbook == null
                ? new CsvRecords(name, stored, layout)
                : new SheetRecords(stored, Workbook.open(workbook, name));
    }

    private static void close(StoredFile stored, RuntimeException failure) {
        try {
            stored.close();
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    /** @throws UsageException when the first line is not a header of that kind */
    public Header header(ImportKind kind) {
        return Header.of(first(), kind, name);
    }

    /**
     * Reads the first record.
     *
     * @throws UsageException when there is none
     */
    public CsvLine first() {
        return next().orElseThrow(this::empty);
    }

    private UsageException empty() {
        String sheet = records.form().sheet();
        return new UsageException(
                sheet == null
                        ? "The file " + name + " is empty."
                        : "The sheet '" + sheet + "' of the workbook " + name
                                + " is empty; the first visible sheet must hold the table.");
    }

    /**
     * Returns the next record that is not a blank line; empty at the end.
     *
     * @throws UsageException when the file is cut off or damaged, or a quote is never closed
     */
    public Optional<CsvLine> next() {
        return records.next();
    }

    /** Returns what the file was taken for. */
    public FileForm form() {
        return records.form();
    }

    /** Returns the share of the file that was read, 0 to 1; 0 for a workbook that does not say how long it is. */
    public double share() {
        return records.share();
    }

    @Override
    public void close() {
        try {
            records.close();
        } catch (IOException e) {
            throw new RetryableException("The file " + name + " could not be closed; run the command again.", e);
        }
    }
}
