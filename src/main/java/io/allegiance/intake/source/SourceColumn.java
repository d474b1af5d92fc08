package io.allegiance.intake.source;

import io.allegiance.failure.AttentionException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A column of the input view as the server describes it.
 *
 * @param name in small letters
 * @param type the server's word for its type, such as decimal
 * @param length most characters or bytes of a text; null where it is not a text. A bare NULL has type binary and length
 *     0
 * @param collation null where it is not a text
 */
record SourceColumn(
        String name,
        String type,
        @Nullable Long length,
        @Nullable String collation) {

    private static final Set<String> NUMBERS = Set.of("decimal", "tinyint", "smallint", "mediumint", "int", "bigint");

    private static final Set<String> TEXTS =
            Set.of("char", "varchar", "tinytext", "text", "mediumtext", "longtext", "enum", "set", "uuid");

    private static final String AMOUNT = "CAST(... AS DECIMAL(19, 4))";

    /**
     * Other types would fail silently: a text instead of a number is cut at its first letter, instead of a time it
     * sorts differently, a floating-point number is not the same everywhere, and bytes are not a text.
     */
    private static final Map<String, Needed> NEEDED = Map.ofEntries(
            Map.entry(
                    "occurred_at",
                    new Needed(Set.of("datetime", "timestamp", "date"), "a DATETIME(3)", "CAST(... AS DATETIME(3))")),
            Map.entry("business_date", new Needed(Set.of("date"), "a DATE", "CAST(... AS DATE)")),
            Map.entry("amount", new Needed(NUMBERS, "a DECIMAL(19, 4)", AMOUNT)),
            Map.entry("quantity", new Needed(NUMBERS, "a DECIMAL(12, 3)", "CAST(... AS DECIMAL(12, 3))")),
            Map.entry("discount", new Needed(NUMBERS, "a DECIMAL(19, 4)", AMOUNT)),
            Map.entry("transaction_id", idOrName()),
            Map.entry("line_key", idOrName()),
            Map.entry("customer_id", text()),
            Map.entry("type", text()),
            Map.entry("currency", text()),
            Map.entry("category", idOrName()),
            Map.entry("product", idOrName()),
            Map.entry("store", idOrName()),
            Map.entry("channel", idOrName()));

    private static Needed text() {
        return new Needed(TEXTS, "a VARCHAR(64)", "CAST(... AS CHAR(64))");
    }

    /** A number identifies a product or a store as well as a text does. */
    private static Needed idOrName() {
        Set<String> types = new HashSet<>(TEXTS);
        types.addAll(NUMBERS);
        return new Needed(Set.copyOf(types), "a VARCHAR(64)", "CAST(... AS CHAR(64))");
    }

    private record Needed(Set<String> types, String wanted, String cast) {

        /** A number or a text may be unknown in every line, a time may not. */
        boolean isMetBy(SourceColumn column) {
            boolean mayBeUnknown = types.equals(NUMBERS) || types.containsAll(TEXTS);
            return types.contains(column.type()) || (mayBeUnknown && column.isBareNull());
        }
    }

    /**
     * Requires a type that can be read without loss.
     *
     * @throws AttentionException when the column has another
     */
    void requireUsableType() {
        Needed needed = NEEDED.get(name);
        if (needed != null && !needed.isMetBy(this)) {
            throw new AttentionException("the column " + name + " of the view source_transaction is of type " + type
                    + " and must be " + needed.wanted() + "; define the view again with " + needed.cast() + " AS "
                    + name);
        }
    }

    private boolean isBareNull() {
        return type.equals("null") || (type.endsWith("binary") && length != null && length == 0);
    }
}
