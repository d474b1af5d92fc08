package io.allegiance.report.figure;

import java.time.LocalDate;

/**
 * A publication to compare with, its rows still there.
 *
 * @param publication its number
 * @param scoreDate of its scores
 * @param slot the slot of its rows
 * @param customers how many rows there are
 */
public record EarlierPublication(long publication, LocalDate scoreDate, int slot, long customers) {}
