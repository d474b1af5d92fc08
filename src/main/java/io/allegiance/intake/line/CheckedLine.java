package io.allegiance.intake.line;

/** What the rules make of a line: the line in its normal form, or why it was refused. */
public sealed interface CheckedLine permits TransactionLine, Rejection {}
