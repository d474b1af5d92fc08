package io.allegiance.loyalty;

import io.allegiance.calendar.OpenDays;
import io.allegiance.history.LoyaltyFacts;
import io.allegiance.history.PurchaseHistory;
import java.time.LocalDate;
import java.util.List;

/** Customers put together figure by figure; what is not set is nothing or unknown. */
final class Loyal {

    static final LocalDate D = LocalDate.of(2025, 3, 1);

    private int ageDays;
    private int referredBuyers;
    private int lastPurchaseAgeDays;
    private int repeatPurchases;
    private long gapSquares;
    private PurchaseHistory.Spend spend = new PurchaseHistory.Spend(0, 0, 0, 0);
    private PurchaseHistory.Bought bought = new PurchaseHistory.Bought(0, 0);
    private LoyaltyFacts facts = LoyaltyFacts.NONE;

    /** A customer who came so long ago for the first time. */
    static Loyal since(int ageDays) {
        Loyal loyal = new Loyal();
        loyal.ageDays = ageDays;
        return loyal;
    }

    /** Came again after each of these gaps. */
    Loyal gaps(int... days) {
        repeatPurchases = days.length;
        lastPurchaseAgeDays = 0;
        gapSquares = 0;
        for (int gap : days) {
            lastPurchaseAgeDays += gap;
            gapSquares += (long) gap * gap;
        }
        return this;
    }

    Loyal spend(int days, double total) {
        spend = new PurchaseHistory.Spend(days, Math.round(total * 10_000), 0, 0);
        return this;
    }

    Loyal quantity(int days, double total) {
        bought = new PurchaseHistory.Bought(days, Math.round(total * 1_000));
        return this;
    }

    Loyal discounts(int known, int fullPrice) {
        return facts(new LoyaltyFacts.Discounts(known, fullPrice), facts.growth());
    }

    Loyal growth(int recentDays, double recent, int priorDays, double prior) {
        return facts(
                facts.discounts(),
                new LoyaltyFacts.Growth(
                        recentDays, Math.round(recent * 10_000), priorDays, Math.round(prior * 10_000)));
    }

    private Loyal facts(LoyaltyFacts.Discounts discounts, LoyaltyFacts.Growth growth) {
        facts = new LoyaltyFacts(discounts, growth, facts.incidents(), facts.products(), facts.categories());
        return this;
    }

    Loyal incidents(int count, int forgiven) {
        facts = new LoyaltyFacts(
                facts.discounts(),
                facts.growth(),
                new LoyaltyFacts.Incidents(count, forgiven),
                facts.products(),
                facts.categories());
        return this;
    }

    Loyal products(int repeatable, int rebought) {
        facts = new LoyaltyFacts(
                facts.discounts(),
                facts.growth(),
                facts.incidents(),
                new LoyaltyFacts.Products(repeatable, rebought),
                facts.categories());
        return this;
    }

    Loyal categories(int lines, int count, double effective) {
        facts = new LoyaltyFacts(
                facts.discounts(),
                facts.growth(),
                facts.incidents(),
                facts.products(),
                new LoyaltyFacts.Categories(lines, count, Math.round(effective * 1e6), List.of()));
        return this;
    }

    Loyal referred(int buyers) {
        referredBuyers = buyers;
        return this;
    }

    LoyalCustomer customer() {
        return customer(OpenDays.NONE, 0);
    }

    /** The same in a shop that was shut for this number of days after the first purchase day and before the last. */
    LoyalCustomer customer(OpenDays openDays, int closedDays) {
        LocalDate first = D.minusDays(ageDays + closedDays);
        return LoyalCustomer.of(
                new PurchaseHistory(
                        "C",
                        first,
                        first.plusDays(lastPurchaseAgeDays + closedDays),
                        repeatPurchases + 1,
                        gapSquares,
                        new PurchaseHistory.Recent(0, 0, 0L),
                        spend,
                        bought,
                        facts,
                        PurchaseHistory.Timing.NONE),
                D,
                openDays,
                referredBuyers);
    }
}
