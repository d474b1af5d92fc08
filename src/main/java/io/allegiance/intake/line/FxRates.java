package io.allegiance.intake.line;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The rates of a run, in units of the reporting currency for one unit, held in memory and never changed. */
public final class FxRates {

    /** A rate counts on its day and for this many days after. */
    public static final int DAYS_VALID = 7;

    private final Map<String, NavigableMap<LocalDate, BigDecimal>> rates = new HashMap<>();

    public FxRates(List<FxRate> rates) {
        for (FxRate rate : rates) {
            this.rates
                    .computeIfAbsent(rate.currency(), currency -> new TreeMap<>())
                    .put(rate.date(), rate.rate());
        }
    }

    /** No rate at all. */
    public static FxRates none() {
        return new FxRates(List.of());
    }

    /** Finds the last rate of the day or of the 7 days before. */
    public Optional<BigDecimal> find(String currency, LocalDate date) {
        NavigableMap<LocalDate, BigDecimal> known = rates.get(currency);
        return known == null
                ? Optional.empty()
                : Optional.ofNullable(known.floorEntry(date))
                        .filter(last -> !last.getKey().isBefore(date.minusDays(DAYS_VALID)))
                        .map(Map.Entry::getValue);
    }
}
