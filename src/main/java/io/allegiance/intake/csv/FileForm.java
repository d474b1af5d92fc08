package io.allegiance.intake.csv;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a file was taken for.
 *
 * @param wrapping what it is packed in, such as "gzip file"; empty for nothing
 * @param charset its encoding; null for a workbook
 * @param delimiter parts its fields; a comma for a workbook
 * @param sheet the sheet that is read; null for a text
 * @param otherSheets visible sheets that are not read
 */
public record FileForm(
        String wrapping,
        @Nullable Charset charset,
        char delimiter,
        @Nullable String sheet,
        List<String> otherSheets) {

    public FileForm {
        otherSheets = List.copyOf(otherSheets);
    }

    static FileForm ofText(String wrapping, Charset charset, char delimiter) {
        return new FileForm(wrapping, charset, delimiter, null, List.of());
    }

    static FileForm ofSheet(String wrapping, String sheet, List<String> otherSheets) {
        return new FileForm(wrapping, null, ',', sheet, otherSheets);
    }

    /** Returns whether it is of our own form: a text in UTF-8 with commas, not packed. */
    public boolean isOurs() {
        return wrapping.isEmpty() && delimiter == ',' && StandardCharsets.UTF_8.equals(charset);
    }

    /** Says what it is, such as {@code a text in UTF-8, parted by semicolons, in a gzip file}. */
    public String describe() {
        String content = sheet == null
                ? "a text in " + charset + ", parted by " + name(delimiter)
                : "a workbook of which the sheet '" + sheet + "' is read" + others();
        return wrapping.isEmpty() ? content : content + ", in a " + wrapping;
    }

    private String others() {
        return otherSheets.isEmpty() ? "" : " and not '" + String.join("', '", otherSheets) + "'";
    }

    private static String name(char delimiter) {
        return switch (delimiter) {
            case ',' -> "commas";
            case ';' -> "semicolons";
            case '\t' -> "tabs";
            default -> "'" + delimiter + "'";
        };
    }
}
