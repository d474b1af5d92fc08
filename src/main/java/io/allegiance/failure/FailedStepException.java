package io.allegiance.failure;

/** A fault of the program in a step of a job: exit code 70. The message says which step or partition failed, and of what. */
public final class FailedStepException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    public FailedStepException(String message, Throwable cause) {
        super(message, cause);
    }
}
