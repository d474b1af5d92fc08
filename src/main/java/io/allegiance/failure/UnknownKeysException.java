package io.allegiance.failure;

/** The configuration has keys that the program does not know, or has one twice: exit code 64. */
public final class UnknownKeysException extends UsageException {

    public UnknownKeysException(String message) {
        super(message);
    }
}
