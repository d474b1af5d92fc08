package io.allegiance.failure;

import java.util.Arrays;
import java.util.Optional;

/** The exit codes of commands. */
public enum ExitCode {
    DONE(0),
    DONE_WITH_REJECTIONS(3),
    NOTHING_TO_DO(4),
    UPSTREAM_NOT_READY(10),
    GATE_HELD(11),
    LEASE_HELD(12),
    RETRYABLE(20),
    ATTENTION(21),
    STOPPED(30),
    USAGE(64),
    INTERNAL(70);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    /** Returns the number that the process ends with. */
    public int code() {
        return code;
    }

    /** Finds what a number means; empty for a number that is none of these. */
    public static Optional<ExitCode> find(int code) {
        return Arrays.stream(values()).filter(each -> each.code == code).findFirst();
    }

    /** Returns what a number means. */
    public static ExitCode of(int code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("there is no exit code " + code));
    }
}
