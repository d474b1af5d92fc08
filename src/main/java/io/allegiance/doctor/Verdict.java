package io.allegiance.doctor;

/** What a check came to. */
public enum Verdict {
    /** As it should be. */
    OK("ok"),
    /** Nights run, and somebody should know. */
    WARN("warn"),
    /** A night would fail, or be held up. */
    FAIL("FAIL"),
    /** What it looks at cannot be looked at, because of an earlier one. */
    NOT_CHECKED("-");

    private final String mark;

    Verdict(String mark) {
        this.mark = mark;
    }

    /** Gets the word at the beginning of a line. */
    public String mark() {
        return mark;
    }
}
