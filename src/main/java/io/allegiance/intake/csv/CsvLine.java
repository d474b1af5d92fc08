package io.allegiance.intake.csv;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One record of a file as it was parsed: each char of a field is one byte of the file.
 *
 * @param number of the line in the file on which it starts, the header's being 1
 * @param part which of the lines that a row of another format gave, from 0 to {@value #MOST_PARTS} - 1; 0 in our own
 */
public record CsvLine(long number, int part, List<String> fields) {

    /** The most lines that one row of another format gives. */
    public static final int MOST_PARTS = 4;

    /** No longer text is kept of a refused line: a row must fit into one packet of the database. */
    private static final int LONGEST_TEXT = 2 * 1024 * 1024;

    /** A line that is a row of its file, or its header. */
    public CsvLine(long number, List<String> fields) {
        this(number, 0, fields);
    }

    /** Parses what {@link #text} wrote; the same line again where {@link #isWhole}. */
    public static CsvLine parse(long number, String text) {
        return parse(number, 0, text);
    }

    /** Parses a line that may be a part of its row. */
    public static CsvLine parse(long number, int part, String text) {
        String bytes = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        return CsvRecords.settings(',').build(new CsvLineHandler(), bytes).stream()
                .findFirst()
                .map(line -> new CsvLine(number, part, line.fields()))
                .orElseGet(() -> new CsvLine(number, part, List.of("")));
    }

    /** Its place in the file: unique, and ascending from line to line. */
    public long place() {
        return placeOf(number, part);
    }

    /** The number of the line at a place. */
    public static long numberOf(long place) {
        return place / MOST_PARTS;
    }

    /** Which part of its row is at a place. */
    public static int partOf(long place) {
        return (int) (place % MOST_PARTS);
    }

    /** The place of a part of a row. */
    public static long placeOf(long number, int part) {
        return number * MOST_PARTS + part;
    }

    /** Returns its approximate memory in bytes. */
    public long size() {
        long size = 64;
        for (String field : fields) {
            size += field.length() + 48L;
        }
        return size;
    }

    /** The line as CSV again; bytes that are not UTF-8 show as U+FFFD. */
    public String text() {
        String line = quoted();
        String kept = line.length() > LONGEST_TEXT ? line.substring(0, LONGEST_TEXT) : line;
        return new String(kept.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /** Returns whether the text is all of the line: nothing was cut off, and no byte shows as another. */
    public boolean isWhole() {
        byte[] line = quoted().getBytes(StandardCharsets.ISO_8859_1);
        return line.length <= LONGEST_TEXT
                && Arrays.equals(line, new String(line, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8));
    }

    private String quoted() {
        return fields.stream().map(CsvLine::quoted).collect(Collectors.joining(","));
    }

    private static String quoted(String field) {
        boolean plain =
                field.indexOf(',') < 0 && field.indexOf('"') < 0 && field.indexOf('\n') < 0 && field.indexOf('\r') < 0;
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }
}
