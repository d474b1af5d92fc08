package io.allegiance.intake.line;

/** The type of a receipt line. */
public enum TransactionType {
    PURCHASE,
    RETURN,

    /**
     * Cancels its whole transaction: all lines of it are as if they had never been. Only files have such lines. They
     * are never stored as lines, and no fold sees one.
     */
    CANCELLED
}
