package io.allegiance.intake;

import io.allegiance.failure.AttentionException;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A column of the input view as the server describes it.
 *
 * @param name in small letters
 * @param type the server's word for its type, such as decimal
 * @param length most characters or bytes of a text; null where it is none. A bare NULL has type binary and length 0
 * @param collation null where it is no text
 */
record SourceColumn(
        String name,
        String type,
        @Nullable Long length,
        @Nullable String collation) {

    private static final Set<String> NUMBERS = Set.of("decimal", "tinyint", "smallint", "mediumint", "int", "bigint");

    private static final String AMOUNT = "CAST(... AS DECIMAL(19, 4))";

    /**
     * What other types would do without a word: a text in place of a number is cut at its first letter, in place of a time it
     * sorts otherwise, and a floating number is not the same everywhere.
     */
    private static final Map<String, Needed> NEEDED = Map.of(
            "occurred_at",
                    new Needed(Set.of("datetime", "timestamp", "date"), "a DATETIME(3)", "CAST(... AS DATETIME(3))"),
            "business_date", new Needed(Set.of("date"), "a DATE", "CAST(... AS DATE)"),
            "amount", new Needed(NUMBERS, "a DECIMAL(19, 4)", AMOUNT),
            "quantity", new Needed(NUMBERS, "a DECIMAL(12, 3)", "CAST(... AS DECIMAL(12, 3))"),
            "discount", new Needed(NUMBERS, "a DECIMAL(19, 4)", AMOUNT));

    private record Needed(Set<String> types, String wanted, String cast) {

        /** A number may be unknown in every line, a time may not. */
        boolean isMetBy(SourceColumn column) {
            return types.contains(column.type()) || (types.equals(NUMBERS) && column.isBareNull());
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
