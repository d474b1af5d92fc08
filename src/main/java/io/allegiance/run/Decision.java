package io.allegiance.run;

/**
 * What a person decided against the program, to be read by whoever comes after.
 *
 * @param by who
 * @param reason why
 */
public record Decision(String by, String reason) {}
