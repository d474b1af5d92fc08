package io.allegiance.cli.text;

import io.allegiance.intake.csv.ImportKind;
import io.allegiance.intake.line.Column;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The columns of each kind of file, for a person who makes one: what each holds, and an example. */
public final class ColumnGuide {

    private static final String ROW = "  %-21s %-9s %s%n";

    private ColumnGuide() {}

    /**
     * One column of a kind.
     *
     * @param meaning what it holds, with an example
     */
    record Row(Column column, String meaning) {}

    /** The columns of a kind in the order in which a file usually has them, as lines of text. */
    public static String of(ImportKind kind) {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%nThe columns of a file of kind %s, named in its first line, in any order:%n%n",
                kind.option()));
        for (Row row : rows(kind)) {
            text.append(String.format(
                    Locale.ROOT,
                    ROW,
                    row.column().title(),
                    kind.required().contains(row.column()) ? "required" : "optional",
                    row.meaning()));
        }
        return text + String.format(Locale.ROOT, "%nFor example:%n%n%s%n", example(kind));
    }

    /** The rows of a kind; each of its columns has one. */
    static List<Row> rows(ImportKind kind) {
        return switch (kind) {
            case TRANSACTION -> TransactionColumns.ROWS;
            case REFERRAL ->
                List.of(
                        new Row(Column.REFERRER_CUSTOMER_ID, "the customer who brought the other: C17"),
                        new Row(Column.REFERRED_CUSTOMER_ID, "the customer who was brought: C93"),
                        new Row(Column.REFERRED_ON, "the day: 2025-12-31"));
            case INCIDENT ->
                List.of(
                        new Row(Column.INCIDENT_ID, "up to 64 characters; one incident lands once: I-1"),
                        new Row(Column.CUSTOMER_ID, "the customer to whose order it happened: C17"),
                        new Row(Column.OCCURRED_AT, "2025-12-31 or 2025-12-31 17:05:00"),
                        new Row(Column.KIND, "what went wrong, such as late_delivery or complaint"));
            case FX ->
                List.of(
                        new Row(Column.CURRENCY, "ISO 4217: CHF"),
                        new Row(Column.RATE_DATE, "a day; it counts on that day and the 7 after it: 2025-12-31"),
                        new Row(Column.RATE, "units of the reporting currency for one unit: 1.0664"));
            case MANIFEST ->
                List.of(
                        new Row(Column.BUSINESS_DATE, "a day: 2025-12-31"),
                        new Row(Column.LINE_COUNT, "how many lines of it will come: 2301"),
                        new Row(Column.AMOUNT, "the sum of their amounts as they come: 68034.20"));
        };
    }

    private static String example(ImportKind kind) {
        return exampleLines(kind).stream().map(line -> "  " + line).collect(Collectors.joining(System.lineSeparator()));
    }

    /** A small file of the kind, its header first. */
    static List<String> exampleLines(ImportKind kind) {
        return switch (kind) {
            case TRANSACTION -> TransactionColumns.EXAMPLE;
            case REFERRAL -> List.of("referrer_customer_id,referred_customer_id,referred_on", "C17,C93,2025-12-31");
            case INCIDENT ->
                List.of("incident_id,customer_id,occurred_at,kind", "I-1,C17,2025-12-31 17:05:00,late_delivery");
            case FX -> List.of("currency,rate_date,rate", "CHF,2025-12-31,1.0664");
            case MANIFEST -> List.of("business_date,line_count,amount", "2025-12-31,2301,68034.20");
        };
    }
}
