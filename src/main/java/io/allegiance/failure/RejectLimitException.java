package io.allegiance.failure;

/**
 * So many lines were refused that the night publishes nothing; what was published stays: exit code 21, and the night is held
 * until the lines or the limit have changed.
 */
public final class RejectLimitException extends AttentionException {

    public RejectLimitException(String message) {
        super(message);
    }

    @Override
    public boolean holdsRun() {
        return true;
    }
}
