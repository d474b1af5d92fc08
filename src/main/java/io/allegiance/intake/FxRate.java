package io.allegiance.intake;

import java.math.BigDecimal;
import java.time.LocalDate;

/** One row of {@code fx_rate}: units of the reporting currency for one unit, ten decimals. */
record FxRate(String currency, LocalDate date, BigDecimal rate) {}
