package io.allegiance.intake.format;

import io.allegiance.failure.UsageException;
import io.allegiance.intake.line.Column;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The format of {@code --map}: each of our columns comes from what was said, or from the column of the file that has
 * its name. A text in single quotes is a constant, {@code A|B} the first that is not blank, {@code A+B}, {@code A - B}
 * and {@code A*B} are figures; a column whose whole name is the text always comes first.
 */
final class OneOffMapping {

    /** The name of such a format. */
    static final String NAME = "map";

    private static final Set<Column> OURS = EnumSet.range(Column.TRANSACTION_ID, Column.CHANNEL);
    private static final Set<Column> FIGURES = EnumSet.of(Column.AMOUNT, Column.QUANTITY, Column.DISCOUNT);
    private static final List<String> TITLES = OURS.stream().map(Column::title).toList();

    private final VendorColumns columns;
    private final String file;

    private OneOffMapping(VendorColumns columns, String file) {
        this.columns = columns;
        this.file = file;
    }

    /**
     * Makes the format.
     *
     * @throws UsageException when a column is unknown, or one that every line needs comes from nowhere
     */
    static FileFormat of(Map<String, String> maps, VendorColumns columns, String file) {
        return new OneOffMapping(columns, file).format(maps);
    }

    private FileFormat format(Map<String, String> maps) {
        Map<Column, ColumnMapping> mappings = new EnumMap<>(Column.class);
        for (String name : columns.names()) {
            Column.named(name)
                    .filter(OURS::contains)
                    .ifPresent(column -> mappings.put(column, ColumnMapping.of(new Source.FromColumn(name))));
        }
        maps.forEach((name, text) -> mappings.put(column(name), ColumnMapping.of(source(column(name), text))));
        requireAll(mappings.keySet());
        List<String> used = mappings.values().stream()
                .flatMap(mapping -> mapping.source().columns())
                .distinct()
                .toList();
        return new FileFormat(
                NAME,
                "columns named on the command line",
                used,
                List.of(),
                new HashSet<>(),
                FileLayout.OF_THE_FILE,
                NumberStyle.PLAIN,
                TimeStyle.ISO,
                null,
                List.of(),
                mappings,
                List.of(),
                null,
                FormatHash.of(mappings.toString()));
    }

    private static Column column(String name) {
        return Column.named(name)
                .filter(OURS::contains)
                .orElseThrow(() -> new UsageException("--map " + name + "=...: '" + name + "' is no column of ours"
                        + NearestName.hint(name, TITLES) + "; they are " + String.join(", ", TITLES) + "."));
    }

    private void requireAll(Set<Column> mapped) {
        for (Column required : List.of(Column.CUSTOMER_ID, Column.OCCURRED_AT)) {
            if (!mapped.contains(required)) {
                throw new UsageException("It is not said which column of " + file + " is " + required.title()
                        + "; add --map " + required.title() + "=\"...\" with one of: "
                        + String.join(", ", columns.names()) + ".");
            }
        }
    }

    private Source source(Column column, String text) {
        if (columns.has(text)) {
            return new Source.FromColumn(text.strip());
        }
        if (text.contains("|") && !isConstant(text)) {
            return new Source.FirstOf(parts(column, text, "\\|"));
        }
        return FIGURES.contains(column) ? figure(column, text) : atom(column, text);
    }

    private Source figure(Column column, String text) {
        if (columns.has(text) || isConstant(text)) {
            return atom(column, text);
        }
        return split(column, text, "+", "\\+", Source.Sum::new);
    }

    private Source split(Column column, String text, String sign, String pattern, Function<List<Source>, Source> make) {
        if (columns.has(text)) {
            return atom(column, text);
        }
        if (text.contains(sign)) {
            return make.apply(Arrays.stream(text.split(pattern, -1))
                    .map(part -> next(column, part, sign))
                    .toList());
        }
        return next(column, text, sign);
    }

    /** The parts of a sum may be differences, whose parts may be products. */
    private Source next(Column column, String text, String sign) {
        return switch (sign) {
            case "+" -> split(column, text, " - ", " - ", Source.Difference::new);
            case " - " -> split(column, text, "*", "\\*", Source.Product::new);
            default -> atom(column, text);
        };
    }

    private List<Source> parts(Column column, String text, String pattern) {
        return Arrays.stream(text.split(pattern, -1))
                .map(part -> source(column, part))
                .toList();
    }

    private Source atom(Column column, String text) {
        String name = text.strip();
        if (columns.has(name)) {
            return new Source.FromColumn(name);
        }
        if (isConstant(text)) {
            return new Source.Constant(name.substring(1, name.length() - 1));
        }
        if (FIGURES.contains(column) && isNumber(name)) {
            return new Source.Constant(name);
        }
        throw new UsageException("--map " + column.title() + "=\"" + text + "\": " + file + " has no column '" + name
                + "'" + NearestName.hint(name, columns.names()) + "; a constant needs single quotes: '" + name + "'.");
    }

    private static boolean isConstant(String text) {
        String name = text.strip();
        return name.length() > 2 && name.startsWith("'") && name.endsWith("'");
    }

    private static boolean isNumber(String text) {
        BigDecimal number = NumberStyle.PLAIN.read(text);
        return number != null;
    }
}
