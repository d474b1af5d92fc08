package io.allegiance.run;

/**
 * A person's override of the program, recorded for later readers.
 *
 * @param by who
 * @param reason why
 */
public record Decision(String by, String reason) {}
