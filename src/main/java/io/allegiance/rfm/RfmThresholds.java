package io.allegiance.rfm;

import io.allegiance.decimal.FixedPoint;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The thresholds between the five scores of recency, frequency and monetary value in one run's population.
 *
 * <p>score = 1 + ⌊5 · (customers strictly worse) / n⌋ over the n customers with a purchase day (for monetary: of them,
 * those whose spend is known). Equal values get equal scores; the best of many equal customers need not reach 5. Exact, in
 * integers. A value that no customer of the population has is placed by the same four comparisons, so scores stay in 1..5.
 */
public final class RfmThresholds {

    private final @Nullable QuintileCuts recency;
    private final @Nullable QuintileCuts frequency;
    private final @Nullable QuintileCuts monetary;

    private RfmThresholds(
            @Nullable QuintileCuts recency, @Nullable QuintileCuts frequency, @Nullable QuintileCuts monetary) {
        this.recency = recency;
        this.frequency = frequency;
        this.monetary = monetary;
    }

    /**
     * Places the thresholds in a population.
     *
     * @param daysSinceLastPurchase of each customer with a purchase day
     * @param purchaseDays365 purchase days in the last 365, of the same customers
     * @param spend365 spend in the last 365 days in ten-thousandths, of those of them whose spend is known
     */
    static RfmThresholds of(RankedValues daysSinceLastPurchase, RankedValues purchaseDays365, RankedValues spend365) {
        int last = daysSinceLastPurchase.count() - 1;
        return new RfmThresholds(
                cuts(daysSinceLastPurchase.count(), i -> -daysSinceLastPurchase.at(last - i)),
                cuts(purchaseDays365.count(), purchaseDays365::at),
                cuts(spend365.count(), spend365::at));
    }

    /**
     * Reads thresholds back from what {@link #toMap()} gave.
     *
     * @throws IllegalArgumentException when a name is missing, or a value is not such a number
     */
    public static RfmThresholds of(Map<String, String> stored) {
        return new RfmThresholds(
                stored(stored, "recency", text -> -Long.parseLong(text)),
                stored(stored, "frequency", Long::parseLong),
                stored(stored, "monetary", RfmThresholds::units));
    }

    /** The thresholds by name, in a fixed order: nothing for a count that no customer has. Money with four decimals. */
    public Map<String, String> toMap() {
        Map<String, String> values = new LinkedHashMap<>();
        store(values, "recency", recency, cut -> Long.toString(-cut));
        store(values, "frequency", frequency, cut -> Long.toString(cut));
        store(values, "monetary", monetary, RfmThresholds::money);
        return values;
    }

    /** All three scores of a customer; spend in ten-thousandths, null where unknown. */
    public RfmScore score(int daysSinceLastPurchase, int purchaseDays365, @Nullable Long spend365) {
        return new RfmScore(
                recencyScore(daysSinceLastPurchase), frequencyScore(purchaseDays365), monetaryScore(spend365));
    }

    /** 1..5, higher for fewer days. */
    public int recencyScore(int daysSinceLastPurchase) {
        return known(recency).score(-(long) daysSinceLastPurchase);
    }

    /** 1..5, higher for more purchase days. */
    public int frequencyScore(int purchaseDays365) {
        return known(frequency).score(purchaseDays365);
    }

    /** 1..5, higher for more spend in ten-thousandths; null where spend is unknown. */
    public @Nullable Integer monetaryScore(@Nullable Long spend365) {
        return spend365 == null ? null : known(monetary).score(spend365);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RfmThresholds that && toMap().equals(that.toMap());
    }

    @Override
    public int hashCode() {
        return toMap().hashCode();
    }

    @Override
    public String toString() {
        return toMap().toString();
    }

    private static @Nullable QuintileCuts cuts(int count, IntToLongFunction ascending) {
        return count == 0 ? null : QuintileCuts.of(count, ascending);
    }

    private static QuintileCuts known(@Nullable QuintileCuts cuts) {
        if (cuts == null) {
            throw new IllegalArgumentException("these thresholds were set without a single customer who has the value");
        }
        return cuts;
    }

    private static void store(
            Map<String, String> values, String name, @Nullable QuintileCuts cuts, Function<Long, String> text) {
        for (int score = 2; cuts != null && score <= 5; score++) {
            values.put(key(name, score), text.apply(cuts.of(score)));
        }
    }

    private static @Nullable QuintileCuts stored(
            Map<String, String> values, String name, Function<String, Long> number) {
        if (IntStream.rangeClosed(2, 5).noneMatch(score -> values.containsKey(key(name, score)))) {
            return null;
        }
        long[] cuts = new long[4];
        for (int score = 2; score <= 5; score++) {
            cuts[score - 2] = number(values, key(name, score), number);
        }
        return new QuintileCuts(cuts[0], cuts[1], cuts[2], cuts[3]);
    }

    private static long number(Map<String, String> values, String key, Function<String, Long> number) {
        String text = values.get(key);
        if (text == null) {
            throw new IllegalArgumentException("the stored thresholds lack " + key);
        }
        try {
            return number.apply(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the stored threshold " + key + " is not such a number: " + text, e);
        }
    }

    private static String key(String name, int score) {
        return name + "_cut_" + score;
    }

    private static String money(long units) {
        return FixedPoint.decimal(units, FixedPoint.MONEY).toPlainString();
    }

    private static long units(String money) {
        return FixedPoint.of(new BigDecimal(money), FixedPoint.MONEY);
    }
}
