package io.allegiance.intake.line;

import java.util.Optional;

/**
 * Why a line was refused.
 *
 * @param detail our column, with the file's own in parentheses where that has another name, and what is wrong with it;
 *     never the value, which may be a customer's. Where no one column is at fault, it begins with another word
 */
public record Rejection(RejectionReason reason, String detail) implements CheckedLine {

    private static final String NAME_OF_THE_FILE = " \\(.*\\)";

    /** Finds the column at fault; empty where the fault is of the whole line. */
    public Optional<Column> findColumn() {
        int end = detail.indexOf(' ');
        return Column.named(end < 0 ? detail : detail.substring(0, end));
    }

    /** Returns whether the reason and the column are the same, whatever the file calls the column. */
    public boolean saysTheSameAs(Rejection other) {
        return reason == other.reason && plain().equals(other.plain());
    }

    private String plain() {
        return detail.replaceFirst(NAME_OF_THE_FILE, "");
    }
}
