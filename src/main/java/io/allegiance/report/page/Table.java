package io.allegiance.report.page;

import io.allegiance.report.plot.Bar;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table of the page.
 *
 * @param caption what it is
 * @param columns the first is the head of the rows
 * @param rows each with as many cells as there are further columns
 */
record Table(String caption, List<Column> columns, List<Row> rows) {

    Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        for (Row row : rows) {
            if (row.cells().size() != columns.size() - 1) {
                throw new IllegalArgumentException("a row of the table '" + caption + "' has "
                        + row.cells().size() + " cells for " + (columns.size() - 1) + " columns");
            }
        }
    }

    /** One column; its style is a class of the style sheet. */
    record Column(String label, String style) {

        static Column text(String label) {
            return new Column(label, "text");
        }

        /** Of bars beside the numbers to their left: those who see need no label, the others do. */
        static Column drawing() {
            return new Column("The same as a bar", "drawing");
        }

        boolean unseen() {
            return style.equals("drawing") && label.equals(drawing().label);
        }

        static Column number(String label) {
            return new Column(label, "number");
        }

        /** A column of a wide table of counts: its label is vertical. */
        static Column turned(String label) {
            return new Column(label, "turned");
        }
    }

    /** One row. */
    record Row(Value head, List<Cell> cells) {

        Row {
            cells = List.copyOf(cells);
        }
    }

    /** One cell: a figure, a bar, or nothing. */
    record Cell(@Nullable Value value, @Nullable Bar bar, String style) {

        static final Cell EMPTY = new Cell(null, null, "middle");

        static Cell number(Value value) {
            return new Cell(value, null, "number");
        }

        static Cell text(Value value) {
            return new Cell(value, null, "text");
        }

        /** A cell below a vertical label. */
        static Cell middle(Value value) {
            return new Cell(value, null, "middle");
        }

        static Cell bar(@Nullable Bar bar) {
            return new Cell(null, bar, "drawing");
        }
    }
}
