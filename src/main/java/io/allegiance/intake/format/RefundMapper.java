package io.allegiance.intake.format;

import io.allegiance.intake.csv.CsvLine;
import io.allegiance.intake.line.Column;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes RETURN lines of what was given back of an order or of a row. */
final class RefundMapper {

    /** The columns that a refund fills in any case. */
    static final Set<Column> COLUMNS = EnumSet.of(Column.LINE_KEY, Column.TYPE, Column.AMOUNT);

    private static final String KEY = "refund";
    private static final int PART_OF_ROW = 1;
    private static final int PART_OF_ORDER = 2;
    private static final Set<Column> OF_A_ROW_ALONE =
            EnumSet.of(Column.CATEGORY, Column.PRODUCT, Column.CATEGORY_OR_SKU);

    /** A row that was not left out, and its line. */
    record Kept(VendorRow row, CsvLine line) {}

    private final Refund refund;
    private final List<Column> ours;
    private final FigureReader amount;
    private final @Nullable ColumnReader date;
    private final FigureReader paid;

    RefundMapper(FileFormat format, Refund refund, List<Column> ours, ColumnReaders sources) {
        this.refund = refund;
        this.ours = ours;
        this.amount = sources.figure(refund.amount());
        this.date = refund.date() == null ? null : sources.time(refund.date());
        ColumnMapping paidFrom = format.columns().get(Column.AMOUNT);
        this.paid = paidFrom == null ? row -> Figure.UNKNOWN : sources.figure(paidFrom.source());
    }

    /** Makes the line of a row's own refund. */
    Optional<CsvLine> ofRow(Kept kept) {
        return refund.ofEachRow()
                ? line(kept, PART_OF_ROW, List.of(kept), kept.line().number())
                : Optional.empty();
    }

    /** Makes the line of an order's refund; it has the number of the last row. */
    Optional<CsvLine> ofOrder(List<Kept> kept) {
        long number = kept.get(kept.size() - 1).line().number();
        return refund.ofEachRow() ? Optional.empty() : line(kept.get(0), PART_OF_ORDER, kept, number);
    }

    private Optional<CsvLine> line(Kept like, int part, List<Kept> of, long number) {
        Figure back = amount.read(like.row());
        if (back.value() == null && !back.isUnreadable()) {
            return Optional.empty();
        }
        Figure most = back.value() == null ? back : limited(back.value().abs(), of);
        return most.value() != null && most.value().signum() == 0
                ? Optional.empty()
                : Optional.of(new CsvLine(number, part, fields(like, most.print())));
    }

    /**
     * What was given back beyond the lines was paid beyond them too: shipping, taxes, tips. Where what was paid cannot be
     * read, its line is refused, and so is the refund: it must not be taken off other purchases.
     */
    private Figure limited(BigDecimal back, List<Kept> of) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Kept kept : of) {
            Figure figure = paid.read(kept.row());
            if (figure.value() == null) {
                return figure.isUnreadable() ? figure : Figure.of(back);
            }
            sum = sum.add(figure.value());
        }
        return Figure.of(back.min(sum.max(BigDecimal.ZERO)));
    }

    private List<String> fields(Kept like, String back) {
        List<String> fields = new ArrayList<>(like.line().fields());
        for (int i = 0; i < fields.size(); i++) {
            fields.set(i, field(like.row(), ours.get(i), fields.get(i), back));
        }
        return fields;
    }

    private String field(VendorRow row, Column column, String text, String back) {
        return switch (column) {
            case TYPE -> "RETURN";
            case AMOUNT -> back;
            case QUANTITY, DISCOUNT -> "";
            case LINE_KEY -> keyOf(text);
            case OCCURRED_AT -> dateOf(row, text);
            default -> !refund.ofEachRow() && OF_A_ROW_ALONE.contains(column) ? "" : text;
        };
    }

    private String keyOf(String key) {
        return refund.ofEachRow() ? key.isEmpty() ? "" : key + "-" + KEY : KEY;
    }

    private String dateOf(VendorRow row, String occurredAt) {
        String at = date == null ? "" : date.read(row);
        return at.isEmpty() ? occurredAt : at;
    }
}
