package io.allegiance.btyd;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Named positive numbers in the order of a paper. */
public final class Parameters {

    private Parameters() {}

    /**
     * Returns the value.
     *
     * @throws IllegalArgumentException when it is not positive and finite
     */
    public static double positive(String symbol, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "%s must be positive and finite; was %s", symbol, value));
        }
        return value;
    }

    static double horizonWeeks(int horizonDays) {
        if (horizonDays < 1) {
            throw new IllegalArgumentException("horizonDays must be at least 1; was " + horizonDays);
        }
        return PurchaseSummary.weeks(horizonDays);
    }

    /** Names values in the order of their symbols; unmodifiable. */
    public static Map<String, Double> named(List<String> symbols, double... values) {
        Map<String, Double> named = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            named.put(symbols.get(i), values[i]);
        }
        return Collections.unmodifiableMap(named);
    }

    /**
     * Gets the values in the order of their symbols.
     *
     * @throws IllegalArgumentException when one is missing
     */
    public static double[] values(List<String> symbols, Map<String, Double> named) {
        return symbols.stream().mapToDouble(symbol -> get(symbol, named)).toArray();
    }

    private static double get(String symbol, Map<String, Double> named) {
        Double value = named.get(symbol);
        if (value == null) {
            throw new IllegalArgumentException("the parameter " + symbol + " is missing; found " + named.keySet());
        }
        return value;
    }
}
