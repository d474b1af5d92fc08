package io.allegiance.intake.line;

/** What a line of a receipt is. */
public enum TransactionType {
    PURCHASE,
    RETURN
}
