package io.allegiance.intake.csv;

import io.allegiance.failure.UsageException;
import io.allegiance.intake.line.Column;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The positions of the columns of a file. */
public final class Header {

    private final Map<Column, Integer> positions = new EnumMap<>(Column.class);
    private final List<String> ignored = new ArrayList<>();
    private final ImportKind kind;
    private final String text;
    private final boolean whole;
    private final int width;

    private Header(ImportKind kind, CsvLine line) {
        this.kind = kind;
        this.text = line.text();
        this.whole = line.isWhole();
        this.width = line.fields().size();
    }

    /**
     * Reads the first line of a file.
     *
     * @throws UsageException when it is not a header of that kind
     */
    public static Header of(CsvLine line, ImportKind kind, String file) {
        List<String> names = line.fields();
        refuseBinary(names, file);
        Header header = new Header(kind, line);
        for (int i = 0; i < names.size(); i++) {
            header.addColumn(names.get(i), i, kind, file);
        }
        header.refuseMissing(names, kind, file);
        return header;
    }

    /** Reads a line as a header of a kind; empty where it is none. */
    static Optional<Header> find(CsvLine line, ImportKind kind) {
        try {
            return Optional.of(of(line, kind, "a file"));
        } catch (UsageException e) {
            return Optional.empty();
        }
    }

    private static void refuseBinary(List<String> names, String file) {
        if (names.stream()
                .anyMatch(name -> name.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t'))) {
            throw new UsageException(file + " is not a CSV file: its first line holds binary data.");
        }
    }

    private void addColumn(String name, int position, ImportKind kind, String file) {
        Column column = Column.named(name).filter(kind::knows).orElse(null);
        if (column == null) {
            ignored.add(new String(name.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8).strip());
        } else if (positions.putIfAbsent(column, position) != null) {
            throw new UsageException(
                    "The header of " + file + " names the column " + column.title() + " twice; leave one of them out.");
        }
    }

    private void refuseMissing(List<String> names, ImportKind kind, String file) {
        List<Column> missing = kind.required().stream()
                .filter(column -> !positions.containsKey(column))
                .toList();
        if (missing.isEmpty()) {
            return;
        }
        if (positions.isEmpty()) {
            throw new UsageException(file + " has no header that names its columns (" + titles(kind)
                    + ") in its first line" + hint(names) + ".");
        }
        throw new UsageException("The header of " + file + " lacks the column "
                + missing.stream().map(Column::title).collect(Collectors.joining(" and "))
                + ", which a file of kind " + kind.option() + " must have.");
    }

    private static String titles(ImportKind kind) {
        return kind.required().stream().map(Column::title).collect(Collectors.joining(", "));
    }

    private static String hint(List<String> names) {
        if (names.size() > 1) {
            return "";
        }
        String line = names.get(0);
        return line.indexOf(';') >= 0 ? "; it uses semicolons" : line.indexOf('\t') >= 0 ? "; it uses tabs" : "";
    }

    public boolean has(Column column) {
        return positions.containsKey(column);
    }

    /** The field of a column, or -1 when the file has no such column. */
    int position(Column column) {
        return positions.getOrDefault(column, -1);
    }

    public ImportKind kind() {
        return kind;
    }

    /** The line as CSV. */
    public String text() {
        return text;
    }

    /** Returns whether the text is all of the line, byte for byte. */
    public boolean isWhole() {
        return whole;
    }

    int width() {
        return width;
    }

    /** Names that mean nothing here, as the file writes them. */
    public List<String> ignored() {
        return List.copyOf(ignored);
    }
}
