package io.allegiance.cli.text;

import io.allegiance.wording.Printable;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table of texts. It has the widths of its columns where there is room for them. A narrow terminal gets columns that are as
 * narrow as their content and their titles' words; where that is not enough, the table is cut into several below each other,
 * each with the first column.
 */
final class TextTable {

    private final String indent;
    private final List<Column> columns;
    private final List<List<String>> rows = new ArrayList<>();

    /**
     * @param indent before each line
     */
    TextTable(String indent, Column... columns) {
        this.indent = indent;
        this.columns = List.of(columns);
    }

    /**
     * A column.
     *
     * @param title its words, below each other where a line break parts them
     * @param width in characters, negative for a text that begins at the left; what is wider moves the columns after it
     */
    record Column(String title, int width) {}

    /** Adds a row: a value for each column, or one text alone that goes across all of them. A value stays in its line. */
    void addRow(Object... cells) {
        rows.add(Arrays.stream(cells).map(String::valueOf).map(Printable::of).toList());
    }

    void print(PrintWriter out) {
        List<Integer> usual =
                columns.stream().map(column -> Math.abs(column.width())).toList();
        int room = Screen.columns(out);
        if (total(usual) <= room) {
            print(usual, IntStream.range(0, columns.size()).boxed().toList(), false, out);
            return;
        }
        List<Integer> narrow =
                IntStream.range(0, columns.size()).mapToObj(this::narrowWidth).toList();
        for (List<Integer> part : cut(narrow, room)) {
            if (!part.contains(1)) {
                out.println();
            }
            print(narrow, part, true, out);
        }
    }

    private int total(List<Integer> widths) {
        return indent.length() + widths.stream().mapToInt(width -> width + 1).sum() - 1;
    }

    private int narrowWidth(int column) {
        return Math.max(
                Arrays.stream(columns.get(column).title().split("\\s"))
                        .mapToInt(String::length)
                        .max()
                        .orElse(0),
                rows.stream()
                        .filter(row -> row.size() > 1)
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0));
    }

    /** The columns of each part. */
    private List<List<Integer>> cut(List<Integer> widths, int room) {
        List<List<Integer>> parts = new ArrayList<>();
        List<Integer> part = new ArrayList<>(List.of(0));
        for (int column = 1; column < columns.size(); column++) {
            List<Integer> more = new ArrayList<>(part);
            more.add(column);
            if (part.size() > 1 && total(more.stream().map(widths::get).toList()) > room) {
                parts.add(part);
                more = new ArrayList<>(List.of(0, column));
            }
            part = more;
        }
        parts.add(part);
        return parts;
    }

    private void print(List<Integer> widths, List<Integer> part, boolean isNarrow, PrintWriter out) {
        List<List<String>> titles = columns.stream()
                .map(column -> List.of(column.title().split(isNarrow ? "\\s" : "\n")))
                .toList();
        int height = part.stream()
                .map(titles::get)
                .map(List::size)
                .max(Comparator.naturalOrder())
                .orElse(0);
        for (int i = height; i > 0; i--) {
            int below = i;
            out.println(line(
                    widths,
                    part,
                    titles.stream()
                            .map(title -> below <= title.size() ? title.get(title.size() - below) : "")
                            .toList()));
        }
        rows.stream()
                .filter(row -> row.size() > 1 || part.contains(1))
                .forEach(row -> out.println(row.size() > 1 ? line(widths, part, row) : indent + row.get(0)));
    }

    private String line(List<Integer> widths, List<Integer> part, List<String> cells) {
        return indent
                + part.stream()
                        .map(column -> pad(
                                cells.get(column),
                                widths.get(column),
                                columns.get(column).width() < 0))
                        .collect(Collectors.joining(" "));
    }

    private static String pad(String cell, int width, boolean isLeft) {
        String spaces = " ".repeat(Math.max(0, width - cell.length()));
        return isLeft ? cell + spaces : spaces + cell;
    }
}
