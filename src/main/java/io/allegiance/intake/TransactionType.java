package io.allegiance.intake;

/** What a line of a receipt is. */
public enum TransactionType {
    PURCHASE,
    RETURN
}
