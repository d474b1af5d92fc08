package io.allegiance.doctor;

/** The verdict of a check. */
public enum Verdict {
    /** As it should be. */
    OK("ok"),
    /** Nights run, but a person should look. */
    WARN("warn"),
    /** A night would fail, or be held up. */
    FAIL("FAIL"),
    /** Not examined, because an earlier check failed. */
    NOT_CHECKED("-");

    private final String mark;

    Verdict(String mark) {
        this.mark = mark;
    }

    /** Returns the word at the beginning of a line. */
    public String mark() {
        return mark;
    }
}
