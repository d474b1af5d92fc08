package io.allegiance.intake.csv;

import io.allegiance.intake.container.StoredFile;
import io.allegiance.intake.workbook.SheetRow;
import io.allegiance.intake.workbook.Workbook;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The rows of a workbook's sheet as records. */
final class SheetRecords implements Records {

    private final StoredFile stored;
    private final Workbook workbook;

    SheetRecords(StoredFile stored, Workbook workbook) {
        this.stored = stored;
        this.workbook = workbook;
    }

    @Override
    public Optional<CsvLine> next() {
        return workbook.next().map(SheetRecords::line);
    }

    private static CsvLine line(SheetRow row) {
        return new CsvLine(
                row.number(), row.cells().stream().map(SheetRecords::bytes).toList());
    }

    /** The UTF-8 of a text, each char a byte. */
    private static String bytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    @Override
    public double share() {
        return workbook.share();
    }

    @Override
    public FileForm form() {
        return FileForm.ofSheet(stored.wrapping(), workbook.sheet(), workbook.listOtherSheets());
    }

    @Override
    public void close() throws IOException {
        try (stored) {
            workbook.close();
        }
    }
}
