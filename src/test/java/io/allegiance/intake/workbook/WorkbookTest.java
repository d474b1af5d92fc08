package io.allegiance.intake.workbook;

import static io.allegiance.testing.Sheets.number;
import static io.allegiance.testing.Sheets.row;
import static io.allegiance.testing.Sheets.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.allegiance.failure.StoppedException;
import io.allegiance.failure.UsageException;
import io.allegiance.testing.Sheets;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkbookTest {

    @TempDir
    private Path folder;

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("orders.xlsx"), content);
    }

    private List<SheetRow> read(byte[] content) throws IOException {
        List<SheetRow> rows = new ArrayList<>();
        try (Workbook workbook = Workbook.open(file(content), "orders.xlsx")) {
            for (Optional<SheetRow> row = workbook.next(); row.isPresent(); row = workbook.next()) {
                rows.add(row.get());
            }
        }
        return rows;
    }

    private List<String> cells(String... cells) throws IOException {
        return read(new Sheets().sheet(row(1, cells)).bytes()).get(0).cells();
    }

    private void assertRefused(byte[] content, String sentence) {
        assertThatThrownBy(() -> read(content))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void whatAProgramWroteIsRead() throws IOException {
        Path file = folder.resolve("written.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                org.dhatim.fastexcel.Workbook written = new org.dhatim.fastexcel.Workbook(out, "Test", "1.0")) {
            Worksheet sheet = written.newWorksheet("Orders");
            sheet.value(0, 0, "customer_id");
            sheet.value(0, 1, "occurred_at");
            sheet.value(0, 2, "amount");
            sheet.value(2, 0, "Mü\nller");
            sheet.value(2, 1, LocalDateTime.of(2024, 2, 29, 13, 45));
            sheet.style(2, 1).format("yyyy-mm-dd hh:mm").set();
            sheet.value(2, 2, 0.1 + 0.2);
            sheet.value(3, 0, "😀");
            sheet.value(3, 1, LocalDate.of(2024, 3, 1));
            sheet.style(3, 1).format("d.m.yyyy").set();
        }
        List<SheetRow> rows = new ArrayList<>();
        try (Workbook workbook = Workbook.open(file, "written.xlsx")) {
            assertThat(workbook.sheet()).isEqualTo("Orders");
            for (Optional<SheetRow> row = workbook.next(); row.isPresent(); row = workbook.next()) {
                rows.add(row.get());
            }
        }
        assertThat(rows)
                .containsExactly(
                        new SheetRow(1, List.of("customer_id", "occurred_at", "amount")),
                        new SheetRow(3, List.of("Mü\nller", "2024-02-29 13:45:00", "0.3")),
                        new SheetRow(4, List.of("😀", "2024-03-01", "")));
    }

    @Test
    void numbersArePlainAndShort() throws IOException {
        assertThat(cells(
                        number("A1", 0, "1.0E7"),
                        number("B1", 4, "0.30000000000000004"),
                        number("C1", 0, "12345678901234567"),
                        number("D1", 0, "-5.50"),
                        number("E1", 0, "1E-7"),
                        number("F1", 0, "0.0"),
                        number("G1", 0, "29.330000000000002"),
                        number("H1", 0, "1E9999999"),
                        number("I1", 0, "five")))
                .containsExactly(
                        "10000000", "0.3", "12345678901234567", "-5.5", "0.0000001", "0", "29.33", "1E9999999", "five");
    }

    @Test
    void datesAreKnownByTheFormatOfTheirCell() throws IOException {
        assertThat(cells(
                        number("A1", 1, "45351"),
                        number("B1", 2, "45351.5729166667"),
                        number("C1", 3, "0.5"),
                        number("D1", 4, "45351"),
                        number("E1", 5, "1.5"),
                        number("F1", 1, "-3")))
                .containsExactly("2024-02-29", "2024-02-29 13:45:00", "12:00:00", "45351", "1.5", "-3");
        assertThat(read(new Sheets()
                                .from1904()
                                .sheet(row(1, number("A1", 1, "43889")))
                                .bytes())
                        .get(0)
                        .cells())
                .containsExactly("2024-02-29");
    }

    @Test
    void formulasTruthsErrorsAndEscapesHaveTheirTexts() throws IOException {
        assertThat(cells(
                        "<c r=\"A1\"><f>B1*2</f><v>10.50</v></c>",
                        "<c r=\"B1\" t=\"b\"><v>1</v></c>",
                        "<c r=\"C1\" t=\"b\"><v>0</v></c>",
                        "<c r=\"D1\" t=\"e\"><v>#N/A</v></c>",
                        "<c r=\"E1\" t=\"str\"><f>A1&amp;B1</f><v>abc</v></c>",
                        text("F1", "a_x000D_b"),
                        "<c r=\"G1\" s=\"1\"><f>TODAY()</f><v>45351</v></c>"))
                .containsExactly("10.5", "TRUE", "FALSE", "#N/A", "abc", "a\rb", "2024-02-29");
    }

    @Test
    void sharedTextsAreLookedUp() throws IOException {
        byte[] file = new Sheets()
                .sheet(row(1, "<c r=\"A1\" t=\"s\"><v>1</v></c>", "<c r=\"B1\" t=\"s\"><v>0</v></c>"))
                .part(
                        "xl/sharedStrings.xml",
                        "<sst><si><t>amount</t></si><si><r><t>customer</t></r><r><t>_id</t></r></si></sst>")
                .bytes();
        assertThat(read(file).get(0).cells()).containsExactly("customer_id", "amount");
    }

    @Test
    void rowsAreAsWideAsTheFirstAndKeepTheirNumbers() throws IOException {
        byte[] file = new Sheets()
                .sheet(row(2, text("A2", " "))
                        + row(3, text("A3", "a"), text("C3", "c"), text("D3", ""))
                        + row(5, text("B5", "b"))
                        + row(6, text("A6", ""))
                        + row(9, text("A9", "1"), text("B9", "2"), text("C9", "3"), text("D9", "4")))
                .bytes();
        assertThat(read(file))
                .containsExactly(
                        new SheetRow(3, List.of("a", "", "c")),
                        new SheetRow(5, List.of("", "b", "")),
                        new SheetRow(9, List.of("1", "2", "3", "4")));
    }

    @Test
    void theFirstVisibleSheetIsRead() throws IOException {
        Path file = file(new Sheets()
                .sheet("Notes", "hidden", row(1, text("A1", "hidden")))
                .sheet("Orders", "visible", row(1, text("A1", "orders")))
                .sheet("Refunds", "visible", row(1, text("A1", "refunds")))
                .sheet("Codes", "veryHidden", "")
                .bytes());
        try (Workbook workbook = Workbook.open(file, "orders.xlsx")) {
            assertThat(workbook.sheet()).isEqualTo("Orders");
            assertThat(workbook.listOtherSheets()).containsExactly("Refunds");
            assertThat(workbook.next().orElseThrow().cells()).containsExactly("orders");
        }
    }

    @Test
    void theShareIsToldByTheDimension() throws IOException {
        Path file = file(new Sheets()
                .sheet("")
                .part(
                        "xl/worksheets/sheet1.xml",
                        "<worksheet><dimension ref=\"A1:B4\"/><sheetData>" + row(1, text("A1", "a"))
                                + row(2, text("A2", "b")) + "</sheetData></worksheet>")
                .bytes());
        try (Workbook workbook = Workbook.open(file, "orders.xlsx")) {
            workbook.next();
            assertThat(workbook.share()).isEqualTo(0.25);
        }
    }

    @Test
    void aWorkbookWithoutASheetIsRefused() throws IOException {
        assertRefused(new Sheets().bytes(), "holds no sheet that is visible");
        assertRefused(new Sheets().sheet("Orders", "hidden", "").bytes(), "holds no sheet that is visible");
    }

    @Test
    void damageIsToldAndNothingElseHappens() throws IOException {
        byte[] whole = new Sheets()
                .sheet(row(1, text("A1", "a")) + row(2, "<c r=\"A2\" t=\"zz\"><v>1</v></c>"))
                .bytes();
        assertRefused(whole, "cannot be read beyond row 1 of the sheet Orders");
        assertRefused(Arrays.copyOf(whole, whole.length / 2), "cannot be read, perhaps because it is cut off");
        assertRefused(
                new Sheets()
                        .sheet(row(1, text("A1", "a")))
                        .part("xl/workbook.xml", "<workbook><sheets>")
                        .bytes(),
                "perhaps because it is cut off or damaged");
        for (int at = whole.length / 8; at < whole.length; at += whole.length / 16) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 0x55;
            assertThatThrownBy(() -> read(damaged)).isInstanceOf(UsageException.class);
        }
    }

    @Test
    void aWorkbookWithoutFormatsIsRead() throws IOException {
        byte[] file = new Sheets()
                .sheet(row(1, "<c r=\"A1\"><v>5</v></c>"))
                .part("[Content_Types].xml", "<Types/>")
                .bytes();
        assertThat(read(file).get(0).cells()).containsExactly("5");
    }

    @Test
    void strictWorkbooksAreRefusedByName() throws IOException {
        assertRefused(
                new Sheets()
                        .part("xl/workbook.xml", "<workbook xmlns=\"http://purl.oclc.org/ooxml/spreadsheetml/main\"/>")
                        .bytes(),
                "is a Strict Open XML workbook");
    }

    @Test
    void textsThatWouldFillTheMemoryAreRefused() throws IOException {
        assertRefused(
                new Sheets()
                        .sheet(row(1, text("A1", "a")))
                        .part("xl/sharedStrings.xml", "<sst>" + " ".repeat(130 << 20) + "</sst>")
                        .bytes(),
                "holds more text than can be read at once");
        assertRefused(
                new Sheets().sheet(row(1, text("A1", " ".repeat(70 << 20)))).bytes(),
                "holds more text than can be read at once");
    }

    /** What is read is what the relations name, whatever its name ends with. */
    @Test
    void aLargePartOfAnyNameIsRefused() throws IOException {
        assertRefused(
                new Sheets()
                        .sheet(row(1, text("A1", "a")))
                        .part("xl/media/picture.png", " ".repeat(70 << 20))
                        .bytes(),
                "holds more text than can be read at once");
    }

    /** Entities within entities would stand for a million times their text, and one may name a file of this machine. */
    @Test
    void entitiesAreNotRead() throws IOException {
        String entities = "<!DOCTYPE worksheet [<!ENTITY a \"xxxxxxxxxx\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
                + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY f SYSTEM \"file:///etc/hostname\">]>";
        for (String entity : List.of("&c;", "&f;")) {
            assertRefused(
                    new Sheets()
                            .sheet("")
                            .part(
                                    "xl/worksheets/sheet1.xml",
                                    entities + "<worksheet><sheetData>" + row(1, text("A1", entity))
                                            + "</sheetData></worksheet>")
                            .bytes(),
                    "cannot be read");
        }
    }

    @Test
    void aRequestToStopEndsTheReading() throws IOException {
        Path file = file(new Sheets().sheet(row(1, text("A1", "a"))).bytes());
        try (Workbook workbook = Workbook.open(file, "orders.xlsx")) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(workbook::next).isInstanceOf(StoppedException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
