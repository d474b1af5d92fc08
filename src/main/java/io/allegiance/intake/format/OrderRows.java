package io.allegiance.intake.format;

import io.allegiance.intake.csv.CsvLine;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rows of one order, in the order of the file. */
final class OrderRows {

    private final BitSet carried;
    private final int width;
    private final List<VendorRow> rows = new ArrayList<>();
    private @Nullable Boolean startsWithItsFirstRow;
    private final Map<Object, List<Figure>> shares = new IdentityHashMap<>();

    /**
     * @param carried the columns that stand on the first row alone
     * @param width fields of the header
     */
    OrderRows(BitSet carried, int width) {
        this.carried = carried;
        this.width = width;
    }

    void addRow(CsvLine line) {
        rows.add(new VendorRow(line, this, rows.size() + 1, carried));
    }

    List<VendorRow> rows() {
        return rows;
    }

    VendorRow first() {
        return rows.get(0);
    }

    /** Returns what is wrong with a row that cannot be read; null where nothing is. */
    @Nullable
    String fault(VendorRow row) {
        int fields = row.line().fields().size();
        if (fields != width) {
            return "the row has " + fields + " fields, the header " + width;
        }
        return rowsFollowTheirFirst()
                ? null
                : "the first row of the order, which alone says what holds for all of it, is missing or cannot be read";
    }

    /** Returns whether every row can be read. */
    boolean isReadable() {
        return rows.stream().allMatch(row -> fault(row) == null);
    }

    private boolean rowsFollowTheirFirst() {
        Boolean known = startsWithItsFirstRow;
        if (known == null) {
            VendorRow first = first();
            known = carried.isEmpty()
                    || first.line().fields().size() == width
                            && carried.stream()
                                    .anyMatch(column -> !first.text(column).isEmpty());
            startsWithItsFirstRow = known;
        }
        return known;
    }

    /** What a share came to on each row, computed once. */
    List<Figure> shares(Object share, Function<OrderRows, List<Figure>> compute) {
        List<Figure> known = shares.get(share);
        if (known == null) {
            known = compute.apply(this);
            shares.put(share, known);
        }
        return known;
    }
}
