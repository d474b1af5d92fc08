package io.allegiance.intake.line;

import io.allegiance.purchase.Money;
import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * One line of a receipt that keeps every rule, in its normal form: texts without white space around them, and empty
 * where the line has none.
 *
 * @param customerId empty for an anonymous sale
 * @param occurredAt in the configured zone, to the millisecond
 * @param amount not below zero, in ten-thousandths of the currency, or {@link Money#UNKNOWN}
 * @param currency ISO 4217 code; empty for the reporting currency
 * @param quantity not below zero, in thousandths, or {@link Money#UNKNOWN}
 * @param discount not below zero, in ten-thousandths of the currency, or {@link Money#UNKNOWN}
 */
public record TransactionLine(
        String transactionId,
        String lineKey,
        String customerId,
        LocalDateTime occurredAt,
        TransactionType type,
        long amount,
        String currency,
        long quantity,
        long discount,
        String category,
        String product,
        String store,
        String channel)
        implements CheckedLine {

    /**
     * A line of a file that cancels a transaction. It has no key, customer, amount or date; its date reads 1970-01-01.
     */
    public static TransactionLine cancellation(String transactionId) {
        return new TransactionLine(
                transactionId,
                "",
                "",
                LocalDate.EPOCH.atStartOfDay(),
                TransactionType.CANCELLED,
                Money.UNKNOWN,
                "",
                Money.UNKNOWN,
                Money.UNKNOWN,
                "",
                "",
                "",
                "");
    }

    public TransactionLine withKeys(String newTransactionId, String newLineKey) {
        return new TransactionLine(
                newTransactionId,
                newLineKey,
                customerId,
                occurredAt,
                type,
                amount,
                currency,
                quantity,
                discount,
                category,
                product,
                store,
                channel);
    }

    TransactionLine inReportingCurrency(long newAmount, long newDiscount) {
        return new TransactionLine(
                transactionId,
                lineKey,
                customerId,
                occurredAt,
                type,
                newAmount,
                "",
                quantity,
                newDiscount,
                category,
                product,
                store,
                channel);
    }
}
