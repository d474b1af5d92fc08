package io.allegiance.intake.format;

import io.allegiance.intake.csv.CsvLine;
import java.util.BitSet;

/** A row of the vendor's file; what its order's first row alone says is read from there. */
final class VendorRow {

    private final CsvLine line;
    private final OrderRows order;
    private final int position;
    private final BitSet carried;

    VendorRow(CsvLine line, OrderRows order, int position, BitSet carried) {
        this.line = line;
        this.order = order;
        this.position = position;
        this.carried = carried;
    }

    CsvLine line() {
        return line;
    }

    OrderRows order() {
        return order;
    }

    /** Its place among the rows of its order, 1 for the first. */
    int position() {
        return position;
    }

    /** The text of a column without white space around it; empty where it is blank or the file lacks it. */
    String text(int column) {
        if (column < 0) {
            return "";
        }
        String text = line.fields().get(column).strip();
        return text.isEmpty() && position > 1 && carried.get(column)
                ? order.first().text(column)
                : text;
    }
}
