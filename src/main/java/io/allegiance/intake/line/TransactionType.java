package io.allegiance.intake.line;

/** The type of a receipt line. */
public enum TransactionType {
    PURCHASE,
    RETURN
}
