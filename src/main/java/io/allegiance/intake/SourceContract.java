package io.allegiance.intake;

import io.allegiance.failure.AttentionException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the columns of the input view must be. A text in a number's place would be cut to what looks like a number in it. */
final class SourceContract {

    private static final String VIEW = "the view source_transaction";
    private static final String CUSTOMER_ID = "customer_id";
    private static final String BUSINESS_DATE = "business_date";

    private static final Kind TEXT = new Kind(
            "a text",
            Set.of("char", "varchar", "tinytext", "text", "mediumtext", "longtext", "enum", "set", "uuid"),
            "CAST(... AS CHAR(64))");
    private static final Kind NUMBER = new Kind(
            "a number",
            Set.of("decimal", "tinyint", "smallint", "mediumint", "int", "bigint", "float", "double"),
            "CAST(... AS DECIMAL(19, 4))");
    private static final Kind TIME = new Kind(
            "a time",
            Set.of("datetime", "timestamp", "date"),
            "CAST(... AS DATETIME(3)), or STR_TO_DATE(..., '%d.%m.%Y %H:%i:%s') for such a text");
    private static final Kind DATE = new Kind("a date", Set.of("date"), "DATE(...)");

    private static final Map<String, Kind> COLUMNS = Map.ofEntries(
            Map.entry("transaction_id", TEXT.orWholeNumber()),
            Map.entry("line_key", TEXT.orWholeNumber()),
            Map.entry(CUSTOMER_ID, TEXT),
            Map.entry("occurred_at", TIME),
            Map.entry("type", TEXT),
            Map.entry("amount", NUMBER),
            Map.entry("currency", TEXT),
            Map.entry("quantity", NUMBER),
            Map.entry("discount", NUMBER),
            Map.entry("category", TEXT.orWholeNumber()),
            Map.entry("product", TEXT.orWholeNumber()),
            Map.entry("store", TEXT.orWholeNumber()),
            Map.entry("channel", TEXT.orWholeNumber()));

    private SourceContract() {}

    /**
     * A column as the database describes it.
     *
     * @param name in lower case
     * @param type in lower case, without its length
     * @param length in characters or bytes; 0 for a column that is NULL and nothing else
     * @param collation null where it is no text
     */
    record Column(
            String name, String type, long length, @Nullable String collation) {}

    /** Some types that may stand for each other, and how to get there from any other. */
    private record Kind(String name, Set<String> types, String mend) {

        Kind orWholeNumber() {
            Set<String> more = new TreeSet<>(types);
            more.addAll(Set.of("tinyint", "smallint", "mediumint", "int", "bigint"));
            return new Kind(name, Set.copyOf(more), mend);
        }
    }

    /**
     * Checks the columns of the view.
     *
     * @param columns none where there is no such view; one without a name where it reads what is gone
     * @return its form
     * @throws AttentionException in both cases, when one is missing or of a type that would be misread, or customer ids do not sort as bytes
     */
    static SourceShape check(List<Column> columns) {
        Set<String> names = columns.stream().map(Column::name).collect(Collectors.toSet());
        requireView(names);
        Set<String> missing = new TreeSet<>(COLUMNS.keySet());
        missing.removeAll(names);
        if (!missing.isEmpty()) {
            throw new AttentionException(VIEW + " lacks " + String.join(", ", missing)
                    + "; define it with all columns of the input contract, NULL for those that you do not have");
        }
        columns.forEach(SourceContract::requireKind);
        columns.stream().filter(column -> column.name().equals(CUSTOMER_ID)).forEach(SourceContract::requireByteOrder);
        return new SourceShape(names.contains(BUSINESS_DATE));
    }

    private static void requireView(Set<String> names) {
        if (names.isEmpty()) {
            throw new AttentionException(
                    "there is no view source_transaction, or this user may not read it: create it over your tables as"
                            + " sql/examples shows, or as sql/migration/V001__transactions.sql has it over the imported"
                            + " lines, and grant SELECT on it; then run the same command again");
        }
        if (names.equals(Set.of(""))) {
            throw new AttentionException(VIEW + " reads a table or column that is gone, or that its owner may not read:"
                    + " bring it back or mend the view, then run the same command again");
        }
    }

    private static void requireKind(Column column) {
        Kind kind = column.name().equals(BUSINESS_DATE) ? DATE : COLUMNS.get(column.name());
        if (kind != null && column.length() > 0 && !kind.types().contains(column.type())) {
            throw new AttentionException(column.name() + " of " + VIEW + " is of type " + column.type() + ", and "
                    + kind.name() + " is needed: mend the view, for instance with " + kind.mend()
                    + ", then run the same command again");
        }
    }

    private static void requireByteOrder(Column customerId) {
        String collation = customerId.collation();
        if (collation == null || !collation.endsWith("_bin")) {
            throw new AttentionException("customer_id of " + VIEW + " has the collation " + collation
                    + "; write it as TRIM(customer_id) COLLATE utf8mb4_bin, because ids are compared as bytes");
        }
    }
}
