package io.allegiance.intake.workbook;

import io.allegiance.failure.StoppedException;
import io.allegiance.failure.UsageException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/** The first visible sheet of an Excel workbook (.xlsx, .xlsm), row by row. For one thread. */
public final class Workbook implements Closeable {

    private final String name;
    private final ReadableWorkbook workbook;
    private final Sheet sheet;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private final CellTexts texts;
    private final long lastRow;
    private long number;
    private int width;

    private Workbook(String name, ReadableWorkbook workbook, long lastRow) throws IOException {
        this.name = name;
        this.workbook = workbook;
        this.sheet = listVisible(workbook)
                .findFirst()
                .orElseThrow(() -> new UsageException("The workbook " + name + " holds no sheet that is visible."));
        this.stream = sheet.openStream();
        this.rows = stream.iterator();
        this.texts = new CellTexts(workbook.isDate1904());
        this.lastRow = lastRow;
    }

    /**
     * Opens a workbook.
     *
     * @param name of the file, for a person
     * @throws UsageException when it is damaged, has no visible sheet, or holds more text than fits into memory
     */
    public static Workbook open(Path file, String name) {
        try {
            WorkbookParts parts = WorkbookParts.check(file, name);
            return open(file, name, parts);
        } catch (IOException | RuntimeException e) {
            throw failure(name, "cannot be read", e);
        }
    }

    private static Workbook open(Path file, String name, WorkbookParts parts) throws IOException {
        ReadableWorkbook workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(parts.styled(), true));
        try {
            return new Workbook(name, workbook, parts.lastRow());
        } catch (IOException | RuntimeException e) {
            workbook.close();
            throw e;
        }
    }

    private static Stream<Sheet> listVisible(ReadableWorkbook workbook) {
        return workbook.getSheets().filter(each -> each.getVisibility() == SheetVisibility.VISIBLE);
    }

    /** The name of the sheet that is read. */
    public String sheet() {
        return sheet.getName();
    }

    /** The names of the other visible sheets. */
    public List<String> listOtherSheets() {
        return listVisible(workbook)
                .filter(each -> each.getIndex() != sheet.getIndex())
                .map(Sheet::getName)
                .toList();
    }

    /**
     * Returns the next row that is not blank; empty at the end.
     *
     * @throws UsageException when the sheet is damaged
     */
    public Optional<SheetRow> next() {
        try {
            while (rows.hasNext()) {
                List<String> cells = cells(rows.next());
                if (!cells.isEmpty()) {
                    return Optional.of(new SheetRow(number, padded(cells)));
                }
            }
            return Optional.empty();
        } catch (RuntimeException e) {
            throw failure(name, "cannot be read beyond row " + number + " of the sheet " + sheet.getName(), e);
        }
    }

    /** The texts of a row up to its last cell that is not empty. */
    private List<String> cells(Row row) {
        requireNotStopped();
        number = Math.max(number + 1, row.getRowNum());
        List<String> cells = new ArrayList<>(Math.max(width, row.getCellCount()));
        int last = 0;
        for (int i = 0; i < row.getCellCount(); i++) {
            String text = texts.text(row.getCell(i));
            cells.add(text);
            last = text.isBlank() ? last : i + 1;
        }
        return cells.subList(0, last);
    }

    /** The first row decides how wide the table is. */
    private List<String> padded(List<String> cells) {
        width = width == 0 ? cells.size() : width;
        while (cells.size() < width) {
            cells.add("");
        }
        return cells;
    }

    private static void requireNotStopped() {
        if (Thread.currentThread().isInterrupted()) {
            throw stopped(null);
        }
    }

    /** Returns the share of the rows that was read, 0 to 1; 0 where the workbook does not say how many there are. */
    public double share() {
        return lastRow == 0 ? 0 : Math.min(1, (double) number / lastRow);
    }

    private static RuntimeException failure(String name, String what, Exception failure) {
        if (failure instanceof UsageException || failure instanceof StoppedException) {
            return (RuntimeException) failure;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ClosedByInterruptException) {
                return stopped(failure);
            }
        }
        return new UsageException(
                "The workbook " + name + " " + what
                        + ", perhaps because it is cut off or damaged: open it and save it again as .xlsx or CSV."
                        + " Nothing landed.",
                failure);
    }

    private static StoppedException stopped(@Nullable Throwable cause) {
        return new StoppedException(
                "The import was stopped on request; the same command carries on and lands nothing twice.", cause);
    }

    @Override
    public void close() throws IOException {
        try (workbook) {
            stream.close();
        }
    }
}
