package io.allegiance.intake.line;

/** The result of the rules for a line: the line in its normal form, or its rejection. */
public sealed interface CheckedLine permits TransactionLine, Rejection {}
