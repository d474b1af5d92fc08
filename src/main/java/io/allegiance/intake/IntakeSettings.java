package io.allegiance.intake;

import java.time.ZoneId;

/**
 * What the first run fixed.
 *
 * @param zone where {@code occurred_at} is told; times with an offset are converted to it
 * @param reportingCurrency ISO 4217 code; lines in it are stored without a currency
 */
public record IntakeSettings(ZoneId zone, String reportingCurrency) {}
