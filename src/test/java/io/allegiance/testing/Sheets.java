package io.allegiance.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Workbooks (.xlsx) written part by part, also such as no program would write. */
public final class Sheets {

    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final Map<String, String> parts = new LinkedHashMap<>();
    private final StringBuilder sheets = new StringBuilder();
    private final StringBuilder relations = new StringBuilder();
    private String properties = "";
    private int count;

    /** The formats of cells: 0 for none, 1 a date, 2 a date with time, 3 a time, 4 two decimals, 5 elapsed hours. */
    private static final String STYLES = "<styleSheet><numFmts count=\"2\">"
            + "<numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy hh:mm;@\"/>"
            + "<numFmt numFmtId=\"165\" formatCode=\"[h]:mm:ss\"/></numFmts><cellXfs count=\"6\">"
            + "<xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"20\"/><xf numFmtId=\"4\"/>"
            + "<xf numFmtId=\"165\"/></cellXfs></styleSheet>";

    /** Adds a sheet; the rows are XML. */
    public Sheets sheet(String name, String state, String rows) {
        count++;
        sheets.append(
                "<sheet name=\"%s\" sheetId=\"%d\" state=\"%s\" r:id=\"rId%d\"/>".formatted(name, count, state, count));
        relations.append("<Relationship Id=\"rId%d\" Target=\"worksheets/sheet%d.xml\"/>".formatted(count, count));
        parts.put("xl/worksheets/sheet" + count + ".xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
        return this;
    }

    public Sheets sheet(String rows) {
        return sheet("Orders", "visible", rows);
    }

    /** Counts dates from 1904. */
    public Sheets from1904() {
        properties = "<workbookPr date1904=\"1\"/>";
        return this;
    }

    /** Adds a part, or replaces one. */
    public Sheets part(String name, String content) {
        parts.put(name, content);
        return this;
    }

    /** The file. */
    public byte[] bytes() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        put(
                files,
                "[Content_Types].xml",
                "<Types>" + type("workbook", "sheet.main") + type("styles", "styles")
                        + (parts.containsKey("xl/sharedStrings.xml") ? type("sharedStrings", "sharedStrings") : "")
                        + "</Types>");
        put(
                files,
                "xl/workbook.xml",
                "<workbook xmlns:r=\"" + RELATIONS + "\">" + properties + "<sheets>" + sheets + "</sheets></workbook>");
        put(files, "xl/_rels/workbook.xml.rels", "<Relationships>" + relations + "</Relationships>");
        put(files, "xl/styles.xml", STYLES);
        parts.forEach((name, content) -> put(files, name, content));
        return Packed.zip(files);
    }

    private static String type(String part, String type) {
        return "<Override PartName=\"/xl/" + part + ".xml\" ContentType=\"application/vnd.openxmlformats-officedocument"
                + ".spreadsheetml." + type + "+xml\"/>";
    }

    private static void put(Map<String, byte[]> files, String name, String content) {
        files.put(name, content.getBytes(StandardCharsets.UTF_8));
    }

    /** A row of cells. */
    public static String row(int number, String... cells) {
        return "<row r=\"" + number + "\">" + String.join("", cells) + "</row>";
    }

    /** A cell with a text of its own. */
    public static String text(String at, String text) {
        return "<c r=\"" + at + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    /** A cell with a number, as it is stored, in a format of the list above. */
    public static String number(String at, int format, String stored) {
        return "<c r=\"" + at + "\" s=\"" + format + "\"><v>" + stored + "</v></c>";
    }
}
