package io.allegiance.intake.line;

import java.util.Optional;

/**
 * Why a line was refused.
 *
 * @param detail the column and what is wrong with it; never the value, which may be a customer's. Where one column is at
 *     fault, it begins with the title of the column
 */
public record Rejection(RejectionReason reason, String detail) implements CheckedLine {

    /** Finds the column at fault; empty where the fault is of the whole line. */
    public Optional<Column> findColumn() {
        int end = detail.indexOf(' ');
        return Column.named(end < 0 ? detail : detail.substring(0, end));
    }
}
