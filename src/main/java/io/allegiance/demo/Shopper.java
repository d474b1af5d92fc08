package io.allegiance.demo;

import java.util.function.IntConsumer;

/**
 * The habits of one customer, drawn once and for good.
 *
 * <p>Comes as MBG/NBD supposes (Batislam et al. 2007): at a rate of their own, Gamma distributed, until after a
 * purchase (the first one too) they stay away for good with a probability of their own, Beta distributed; only that the
 * shop's week and season thin the visits out.
 */
final class Shopper {

    private static final int STORES = 6;

    private final double[] taste;
    private final int[] favourites = new int[Catalogue.CATEGORIES.size()];
    private final double visitsPerWeek;
    private final double dropout;
    private final double extraLine;
    private final double faithfulness;
    private final double bargains;
    private final double online;
    private final int store;

    Shopper(Draw draw) {
        this.taste = Catalogue.taste(draw);
        for (int category = 0; category < favourites.length; category++) {
            favourites[category] = draw.below(Catalogue.PRODUCTS_PER_CATEGORY);
        }
        this.visitsPerWeek = draw.gamma(1.1, 0.33);
        this.dropout = draw.beta(0.7, 7);
        this.extraLine = 0.35 + 0.45 * draw.uniform();
        this.faithfulness = 0.2 + 0.6 * draw.uniform();
        this.bargains = 0.3 * draw.uniform();
        this.online = draw.beta(0.5, 1);
        this.store = draw.below(STORES);
    }

    /** Names the days of the purchases in order, the first one given. */
    void visit(DemoPlan plan, int firstVisit, Draw draw, IntConsumer day) {
        double meanGapDays = 7 / (visitsPerWeek * Season.BUSIEST);
        double time = firstVisit;
        int last = firstVisit;
        day.accept(firstVisit);
        while (!draw.chance(dropout)) {
            do {
                time += draw.exponential(meanGapDays);
                if (time >= plan.days()) {
                    return;
                }
            } while ((int) time == last || !visitsOn(plan, (int) time, draw));
            last = (int) time;
            day.accept(last);
        }
    }

    /** Returns the basket of a visit, 1 to 8 lines. */
    Receipt receipt(Draw draw) {
        boolean ordered = draw.chance(online);
        String channel = !ordered ? "STORE" : draw.chance(0.5) ? "WEB" : "APP";
        int minute = ordered ? 7 * 60 + draw.below(16 * 60) : 9 * 60 + draw.below(11 * 60);
        int count = 1 + Math.min(7, draw.failuresBefore(1 - extraLine));
        Receipt receipt = new Receipt(minute * 60 + draw.below(60), channel, ordered ? "" : "STORE-" + (store + 1));
        for (int line = 0; line < count; line++) {
            receipt.lines().add(line(draw));
        }
        return receipt;
    }

    private Receipt.Line line(Draw draw) {
        int category = draw.pick(taste);
        int product = draw.chance(faithfulness) ? favourites[category] : anyProduct(draw);
        int quantity = 1 + Math.min(3, draw.failuresBefore(0.78));
        int full = Catalogue.price(category, product) * quantity;
        int discount = draw.chance(0.05 + bargains) ? full * (2 + draw.below(5)) * 5 / 100 : 0;
        return new Receipt.Line(category, product, quantity, full - discount, discount);
    }

    /** The cheaper, the more are sold. */
    private static int anyProduct(Draw draw) {
        double u = draw.uniform();
        return (int) (Catalogue.PRODUCTS_PER_CATEGORY * u * StrictMath.sqrt(u));
    }

    private static boolean visitsOn(DemoPlan plan, int day, Draw draw) {
        return draw.chance(Season.weight(plan.date(day)) / Season.BUSIEST);
    }
}
