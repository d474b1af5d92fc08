package io.allegiance.intake.csv;

import io.allegiance.intake.line.Column;
import io.allegiance.intake.line.Rejection;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Finds in a refused line the text that was refused. It may be a customer's, so it never goes into a log. */
public final class RefusedText {

    private RefusedText() {}

    /**
     * Returns the text of the column at fault; the whole line as CSV where the fault is of no one column, or the line has
     * more or fewer fields than the header. Bytes that are not UTF-8 show as U+FFFD.
     */
    public static String of(Header header, CsvLine line, Rejection rejection) {
        return rejection
                .findColumn()
                .map(column -> position(header, column))
                .filter(position -> position >= 0 && line.fields().size() == header.width())
                .map(position -> decode(line.fields().get(position)))
                .orElseGet(line::text);
    }

    /**
     * Finds the refused text of a line as it is quarantined.
     *
     * @param header of its file as CSV
     * @param kind of its file
     * @return empty where the header is not one of that kind
     */
    public static Optional<String> find(String header, ImportKind kind, String line, Rejection rejection) {
        return Header.find(CsvLine.parse(1, header), kind)
                .map(columns -> of(columns, CsvLine.parse(1, line), rejection));
    }

    /** The place of a column, or of the one that stands in for it. */
    private static int position(Header header, Column column) {
        int own = header.position(column);
        return own >= 0 || column.substitute() == null ? own : header.position(column.substitute());
    }

    private static String decode(String field) {
        return new String(field.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
