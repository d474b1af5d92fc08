package io.allegiance.intake.load;

/**
 * An import to take back.
 *
 * @param importId its number, as {@code import --list} has it
 * @param by who decided so
 * @param reason why
 */
public record UndoRequest(long importId, String by, String reason) {}
