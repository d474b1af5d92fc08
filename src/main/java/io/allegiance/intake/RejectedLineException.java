package io.allegiance.intake;

/** Leaves the reading of a line at its first fault; without a stack trace, because there may be millions. */
final class RejectedLineException extends Exception {

    private final transient Rejection rejection;

    RejectedLineException(RejectionReason reason, String detail) {
        super(detail, null, false, false);
        this.rejection = new Rejection(reason, detail);
    }

    Rejection rejection() {
        return rejection;
    }
}
