package io.allegiance.intake.format;

import io.allegiance.intake.csv.TextLayout;
import io.allegiance.intake.line.Column;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How an export of a vendor's becomes lines of our own format.
 *
 * @param name by which the command line and {@code import_file} know it
 * @param title whose export it is, for a person
 * @param header columns that a file must have to be taken for it
 * @param without columns that a file must not have to be taken for it
 * @param optional columns of the mapping that a file may lack; they are read as blank
 * @param layout delimiter and encoding, as far as they are known
 * @param numbers how the file writes numbers
 * @param times how the file writes times
 * @param orderColumn the column with the id of an order, whose rows follow each other; null where each row is one
 * @param firstRow columns that are filled on an order's first row alone
 * @param columns how each of our columns is filled; those that are not there stay blank
 * @param leaveOut the rows that give no line; the first that holds counts
 * @param refund what was given back; null where the file does not say
 * @param hash of its text, 16 hexadecimal digits
 */
public record FileFormat(
        String name,
        String title,
        List<String> header,
        List<String> without,
        Set<String> optional,
        FileLayout layout,
        NumberStyle numbers,
        TimeStyle times,
        @Nullable String orderColumn,
        List<String> firstRow,
        Map<Column, ColumnMapping> columns,
        List<LeaveOut> leaveOut,
        @Nullable Refund refund,
        String hash) {

    /** The name of our own format. */
    public static final String OWN = "own";

    public FileFormat {
        header = List.copyOf(header);
        without = List.copyOf(without);
        optional = Set.copyOf(optional);
        firstRow = List.copyOf(firstRow);
        columns = columns.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(columns));
        leaveOut = List.copyOf(leaveOut);
    }

    /** Each of our columns and where it comes from, in the order of our format, as {@code column: words}. */
    public List<String> describe() {
        List<String> lines = new ArrayList<>();
        columns.forEach((column, mapping) -> lines.add(column.title() + ": " + mapping.describe()));
        if (refund != null) {
            lines.add("a RETURN of the same transaction: " + refund.amount().describe());
        }
        return lines;
    }

    /** The same format with other ways of numbers and times, and with a hash of its own. */
    public FileFormat with(NumberStyle newNumbers, TimeStyle newTimes) {
        return with(layout, newNumbers, newTimes, FormatHash.of(hash + newNumbers + newTimes));
    }

    /** The same format of files that are laid out as is given; with a hash of its own where that says anything. */
    public FileFormat with(TextLayout given) {
        FileLayout newLayout = layout.with(given);
        return newLayout.equals(layout) ? this : with(newLayout, numbers, times, FormatHash.of(hash + newLayout));
    }

    private FileFormat with(FileLayout newLayout, NumberStyle newNumbers, TimeStyle newTimes, String newHash) {
        return new FileFormat(
                name,
                title,
                header,
                without,
                optional,
                newLayout,
                newNumbers,
                newTimes,
                orderColumn,
                firstRow,
                columns,
                leaveOut,
                refund,
                newHash);
    }

    /** The vendor's columns that its mapping reads; some may be optional. */
    Stream<String> usedColumns() {
        Stream<String> mapped =
                columns.values().stream().flatMap(mapping -> mapping.source().columns());
        Stream<String> rules = leaveOut.stream().flatMap(LeaveOut::columns);
        Stream<String> back = refund == null ? Stream.empty() : refund.columns();
        Stream<String> order = orderColumn == null ? Stream.empty() : Stream.of(orderColumn);
        return Stream.of(mapped, rules, back, order, firstRow.stream()).flatMap(each -> each);
    }
}
