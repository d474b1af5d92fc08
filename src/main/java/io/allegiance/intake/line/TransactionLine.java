package io.allegiance.intake.line;

import java.time.LocalDateTime;

/**
 * One line of a receipt that keeps every rule, in its normal form: texts without white space around them, and empty
 * where the line has none.
 *
 * @param customerId empty for an anonymous sale
 * @param occurredAt in the configured zone, to the millisecond
 * @param amount not below zero, in ten-thousandths of the currency, or {@link io.allegiance.purchase.Money#UNKNOWN}
 * @param currency ISO 4217 code; empty for the reporting currency
 * @param quantity not below zero, in thousandths, or {@link io.allegiance.purchase.Money#UNKNOWN}
 * @param discount not below zero, in ten-thousandths of the currency, or {@link io.allegiance.purchase.Money#UNKNOWN}
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
