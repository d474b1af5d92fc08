package io.allegiance.platform;

/**
 * The version of the program, kept with every model.
 *
 * @param value such as 0.1.0
 */
public record CodeVersion(String value) {}
