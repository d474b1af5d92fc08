package io.allegiance.settings.nightly;

import io.allegiance.loyalty.Dimension;
import io.allegiance.loyalty.LoyaltyWeights;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Weights of dimensions by name. A name is that of the dimension, in any of the forms in which Spring Boot reads a property:
 * {@code spend-growth}, {@code spend_growth}, {@code spendGrowth}. The first form wins, because for that alone Spring Boot asks
 * every source, the environment among them, in its order; {@code jobs/nightly.yaml} in the jar has it for each dimension. Names
 * of no dimension are ignored.
 */
final class WeightsByName {

    private static final double UNLESS_SET = 1;

    private WeightsByName() {}

    /**
     * Completes configured weights: one for each dimension, in their order, by its name in camel case; 1 where none is set.
     *
     * @throws IllegalArgumentException when {@link LoyaltyWeights} refuses them
     */
    static Map<String, Double> complete(Map<String, Double> configured, List<Dimension> dimensions) {
        Map<String, Double> weights = new LinkedHashMap<>();
        for (Dimension dimension : dimensions) {
            weights.put(
                    toCamelCase(dimension.name()), find(configured, dimension).orElse(UNLESS_SET));
        }
        toWeights(weights, dimensions);
        return Collections.unmodifiableMap(weights);
    }

    /**
     * Weighs dimensions as a run froze it. One that was not frozen counts 0: the version of the program that froze the weights
     * did not have it, and the run ends as it began.
     *
     * @throws IllegalArgumentException when {@link LoyaltyWeights} refuses them
     */
    static LoyaltyWeights toWeights(Map<String, Double> frozen, List<Dimension> dimensions) {
        return LoyaltyWeights.of(
                dimensions,
                dimensions.stream()
                        .mapToDouble(dimension -> find(frozen, dimension).orElse(0.0))
                        .toArray());
    }

    private static Optional<Double> find(Map<String, Double> weights, Dimension dimension) {
        return Optional.ofNullable(weights.get(dimension.name().replace('_', '-')))
                .or(() -> weights.entrySet().stream()
                        .filter(weight -> withoutForm(weight.getKey()).equals(withoutForm(dimension.name())))
                        .map(Map.Entry::getValue)
                        .findFirst());
    }

    private static String withoutForm(String name) {
        return name.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
    }

    private static String toCamelCase(String name) {
        StringBuilder camel = new StringBuilder();
        for (String word : name.split("_")) {
            camel.append(camel.isEmpty() ? word.charAt(0) : Character.toUpperCase(word.charAt(0)))
                    .append(word, 1, word.length());
        }
        return camel.toString();
    }
}
