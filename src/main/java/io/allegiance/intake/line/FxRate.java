package io.allegiance.intake.line;

import java.math.BigDecimal;
import java.time.LocalDate;

/** One row of {@code fx_rate}: units of the reporting currency for one unit, ten decimals. */
public record FxRate(String currency, LocalDate date, BigDecimal rate) {}
