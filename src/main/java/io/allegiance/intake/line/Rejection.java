package io.allegiance.intake.line;

/**
 * Why a line was refused.
 *
 * @param detail the column and what is wrong with it; never the value, which may be a customer's
 */
public record Rejection(RejectionReason reason, String detail) implements CheckedLine {}
