package io.allegiance.run;

/**
 * The lines that a run rejected for one reason.
 *
 * @param reason the name of the reason
 * @param lines number of lines, at least 1
 */
public record RejectionCount(String reason, long lines) {}
