package io.allegiance.intake.line;

/** Leaves the reading of a line at its first fault; without a stack trace, because there may be millions. */
public final class RejectedLineException extends Exception {

    private final transient Rejection rejection;

    public RejectedLineException(RejectionReason reason, String detail) {
        super(detail, null, false, false);
        this.rejection = new Rejection(reason, detail);
    }

    public Rejection rejection() {
        return rejection;
    }
}
