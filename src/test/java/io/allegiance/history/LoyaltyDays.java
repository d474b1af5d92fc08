package io.allegiance.history;

import io.allegiance.history.LoyaltyDay.ProductLines;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Made-up days with everything that a day can hold. */
public final class LoyaltyDays {

    private static final List<String> NAMES = List.of("", "tea", "Tea", "té", "pot\nlid", "Postage", "客");

    private LoyaltyDays() {}

    /** Days up to a date, from so many days before it, in order. */
    static List<LoyaltyDay> random(SplittableRandom random, LocalDate asOf, int span) {
        List<LoyaltyDay> days = new ArrayList<>();
        int step = 1 + random.nextInt(200);
        for (int ago = span; ago >= 0; ago -= 1 + random.nextInt(step)) {
            days.add(random(random, asOf.minusDays(ago)));
        }
        return days;
    }

    /** One day: a purchase day in most cases, with products exactly then. */
    public static LoyaltyDay random(SplittableRandom random, LocalDate date) {
        boolean purchaseDay = random.nextInt(5) > 0;
        Long spend = random.nextInt(12) == 0 ? null : Long.valueOf(random.nextInt(4) * 12_345L);
        Long quantity = random.nextInt(9) == 0 ? null : Long.valueOf(random.nextInt(5) * 500L);
        int known = purchaseDay ? random.nextInt(4) : 0;
        return new LoyaltyDay(
                new HistoryDay(date, purchaseDay, spend, purchaseDay ? quantity : null),
                !purchaseDay || random.nextInt(6) == 0,
                known,
                known == 0 ? 0 : random.nextInt(known + 1),
                purchaseDay ? products(random) : List.of());
    }

    private static List<ProductLines> products(SplittableRandom random) {
        TreeMap<String, ProductLines> products = new TreeMap<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            String product = NAMES.get(random.nextInt(NAMES.size()));
            String category = NAMES.get(random.nextInt(NAMES.size()));
            products.put(product + "/" + category, new ProductLines(product, category, 1 + random.nextInt(3)));
        }
        return List.copyOf(products.values());
    }
}
