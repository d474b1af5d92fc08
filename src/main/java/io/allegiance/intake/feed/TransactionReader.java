package io.allegiance.intake.feed;

import io.allegiance.intake.csv.LineFields;
import io.allegiance.intake.line.Column;
import io.allegiance.intake.line.IntakeRules;
import io.allegiance.intake.line.IntakeSettings;
import io.allegiance.intake.line.OccurredAt;
import io.allegiance.intake.line.RawLine;
import io.allegiance.intake.line.RejectedLineException;
import io.allegiance.intake.line.RejectionReason;
import io.allegiance.intake.line.TransactionLine;
import io.allegiance.intake.line.TransactionType;
import io.allegiance.purchase.Money;
import io.allegiance.purchase.Quantity;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.function.ToLongFunction;

/**
 * Reads a line of a transaction file into its normal form. Files are forgiven what the source view is not: the type in
 * any letter case or left out, a RETURN with either sign, and missing keys.
 */
public final class TransactionReader {

    private final IntakeRules rules;
    private final OccurredAt occurredAt;

    public TransactionReader(IntakeSettings settings) {
        this.rules = new IntakeRules(settings);
        this.occurredAt = new OccurredAt(settings.zone());
    }

    /**
     * Reads the line as the file has it; its keys may be empty. Of a line of type {@code CANCELLED} only the
     * transaction is read.
     */
    public TransactionLine read(LineFields fields) throws RejectedLineException {
        String typeText = fields.text(Column.TYPE);
        if (cancels(typeText)) {
            return TransactionLine.cancellation(
                    IntakeRules.requiredId(Column.TRANSACTION_ID, fields.text(Column.TRANSACTION_ID)));
        }
        long amount = number(fields, Column.AMOUNT, Money::parse);
        TransactionType type = type(typeText, amount);
        RawLine line = new RawLine(
                fields.text(Column.TRANSACTION_ID),
                either(fields, Column.LINE_KEY, Column.LINE_NUMBER),
                fields.text(Column.CUSTOMER_ID),
                occurredAt.read(Column.OCCURRED_AT, fields.text(Column.OCCURRED_AT)),
                type.name(),
                type == TransactionType.RETURN && amount != Money.UNKNOWN ? Math.abs(amount) : amount,
                fields.text(Column.CURRENCY),
                number(fields, Column.QUANTITY, Quantity::parse),
                number(fields, Column.DISCOUNT, Money::parse),
                either(fields, Column.CATEGORY, Column.CATEGORY_OR_SKU),
                either(fields, Column.PRODUCT, Column.CATEGORY_OR_SKU),
                fields.text(Column.STORE),
                fields.text(Column.CHANNEL));
        return rules.normal(line, type);
    }

    /** Reads the time of a line alone. */
    public LocalDateTime readTime(LineFields fields) throws RejectedLineException {
        return rules.time(occurredAt.read(Column.OCCURRED_AT, fields.text(Column.OCCURRED_AT)));
    }

    /** Returns whether a line cancels its transaction. */
    public static boolean cancels(LineFields fields) throws RejectedLineException {
        return cancels(fields.text(Column.TYPE));
    }

    private static boolean cancels(String type) {
        return type.equalsIgnoreCase("CANCELLED") || type.equalsIgnoreCase("CANCELED");
    }

    /** Returns a column, or its substitute where the file lacks it. */
    private static String either(LineFields fields, Column column, Column substitute) throws RejectedLineException {
        return fields.text(fields.has(column) ? column : substitute);
    }

    private static TransactionType type(String text, long amount) throws RejectedLineException {
        if (text.isEmpty()) {
            return amount < 0 && amount != Money.UNKNOWN ? TransactionType.RETURN : TransactionType.PURCHASE;
        }
        return switch (text.toUpperCase(Locale.ROOT)) {
            case "PURCHASE" -> TransactionType.PURCHASE;
            case "RETURN" -> TransactionType.RETURN;
            default ->
                throw new RejectedLineException(
                        RejectionReason.UNKNOWN_TYPE, "type is none of PURCHASE, RETURN and CANCELLED");
        };
    }

    private static long number(LineFields fields, Column column, ToLongFunction<String> parse)
            throws RejectedLineException {
        String text = fields.text(column);
        if (text.isEmpty()) {
            return Money.UNKNOWN;
        }
        try {
            return parse.applyAsLong(text);
        } catch (NumberFormatException e) {
            throw new RejectedLineException(RejectionReason.BAD_NUMBER, column.title() + " is no decimal number");
        }
    }
}
