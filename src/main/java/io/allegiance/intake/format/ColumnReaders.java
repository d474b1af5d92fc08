package io.allegiance.intake.format;

import io.allegiance.intake.line.Column;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The readers of our columns for one file of a format. */
final class ColumnReaders {

    private static final Set<Column> FIGURES = EnumSet.of(Column.AMOUNT, Column.QUANTITY, Column.DISCOUNT);

    private final FileFormat format;
    private final TextReaders texts;
    private final FigureReaders figures;
    private final ZoneId zone;
    private final UnaryOperator<@Nullable String> environment;

    /**
     * @param zone the program's
     * @param environment the value of a variable; null where it is not set
     */
    ColumnReaders(FileFormat format, VendorColumns columns, ZoneId zone, UnaryOperator<@Nullable String> environment) {
        this.format = format;
        this.texts = new TextReaders(columns);
        this.figures = new FigureReaders(columns, format.numbers(), texts);
        this.zone = zone;
        this.environment = environment;
    }

    Map<Column, ColumnReader> all() {
        Map<Column, ColumnReader> readers = new EnumMap<>(Column.class);
        format.columns().forEach((column, mapping) -> readers.put(column, of(column, mapping)));
        return readers;
    }

    FigureReader figure(Source source) {
        return figures.of(source);
    }

    ColumnReader time(Source source) {
        TimeReader times = new TimeReader(format.times(), zone);
        ColumnReader text = texts.of(source);
        return row -> times.read(text.read(row));
    }

    private ColumnReader of(Column column, ColumnMapping mapping) {
        if (column == Column.DISCOUNT && mapping.source() instanceof Source.Difference) {
            return computedDiscount(mapping.source());
        }
        if (FIGURES.contains(column)) {
            return figureColumn(mapping.source());
        }
        if (column == Column.OCCURRED_AT) {
            return time(mapping.source());
        }
        ColumnReader text = text(mapping.source());
        if (column == Column.CURRENCY) {
            return row -> text.read(row).toUpperCase(Locale.ROOT);
        }
        return mapping.isPlain() ? text : ruled(text, mapping);
    }

    private ColumnReader text(Source source) {
        if (source instanceof Source.Sign sign) {
            FigureReader figure = figures.of(sign.of());
            return row -> figure.read(row).sign();
        }
        return texts.of(source);
    }

    private ColumnReader ruled(ColumnReader text, ColumnMapping mapping) {
        String variable = mapping.keyVariable();
        KeyedHash hash = variable == null ? null : new KeyedHash(variable, environment.apply(variable));
        TextRule rule = new TextRule(mapping, hash);
        return row -> rule.apply(text.read(row));
    }

    /** What was paid may exceed the computed price by rounding, or by a surcharge: that is no discount. */
    private ColumnReader computedDiscount(Source source) {
        FigureReader figure = figures.of(source);
        return row -> {
            Figure discount = figure.read(row);
            boolean isBelowZero = discount.value() != null && discount.value().signum() < 0;
            return isBelowZero ? "0" : discount.print();
        };
    }

    /** A column in the style of our own format is passed on as it is. */
    private ColumnReader figureColumn(Source source) {
        if (source instanceof Source.FromColumn && format.numbers().isPlain()) {
            return texts.of(source);
        }
        FigureReader figure = figures.of(source);
        return row -> figure.read(row).print();
    }
}
