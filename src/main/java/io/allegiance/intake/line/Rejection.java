package io.allegiance.intake.line;

/**
 * Why a line was refused.
 *
 * @param detail our column, with the file's own in parentheses where that has another name, and what is wrong with it;
 *     never the value, which may be a customer's
 */
public record Rejection(RejectionReason reason, String detail) implements CheckedLine {

    private static final String NAME_OF_THE_FILE = " \\(.*\\)";

    /** Returns whether the reason and the column are the same, whatever the file calls the column. */
    public boolean saysTheSameAs(Rejection other) {
        return reason == other.reason && plain().equals(other.plain());
    }

    private String plain() {
        return detail.replaceFirst(NAME_OF_THE_FILE, "");
    }
}
