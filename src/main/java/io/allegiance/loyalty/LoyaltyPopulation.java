package io.allegiance.loyalty;

import io.allegiance.history.LoyaltyFacts;
import io.allegiance.history.PurchaseHistory;
import io.allegiance.purchase.Money;
import io.allegiance.purchase.Quantity;
import java.math.BigInteger;

/**
 * Gathers the {@link LoyaltyNorms} from all customers with a purchase day, in any order: every sum is of whole numbers. Its
 * memory does not grow with the customers. For one thread.
 */
public final class LoyaltyPopulation {

    private static final double MILLION = 1e6;

    private final Median spend = new Median();
    private final Median quantity = new Median();
    private long repeatPurchases;
    private long lastPurchaseAgeDays;
    private long ageDays;
    private long broadCustomers;
    private long beyondFirstMillionths;
    private long discountKnownLines;
    private long fullPriceLines;
    private long referredBuyers;
    private long incidents;
    private long forgiven;
    private long recentDays;
    private BigInteger recentSpend = BigInteger.ZERO;
    private long priorDays;
    private BigInteger priorSpend = BigInteger.ZERO;
    private long repeatableLines;
    private long reboughtLines;

    /** Adds a customer. */
    public void addCustomer(LoyalCustomer customer) {
        repeatPurchases += customer.repeatPurchases();
        lastPurchaseAgeDays += customer.lastPurchaseAgeDays();
        ageDays += customer.ageDays();
        referredBuyers += customer.referredBuyers();
        addVolume(customer.history());
        addFacts(customer.facts());
    }

    private void addVolume(PurchaseHistory history) {
        PurchaseHistory.Spend known = history.spend();
        if (known.days() > 0) {
            spend.addValue(known.total() / (double) Money.UNITS / known.days());
        }
        PurchaseHistory.Bought bought = history.quantity();
        if (bought.days() > 0) {
            quantity.addValue(bought.total() / (double) Quantity.UNITS / bought.days());
        }
    }

    private void addFacts(LoyaltyFacts facts) {
        discountKnownLines += facts.discounts().knownLines();
        fullPriceLines += facts.discounts().fullPriceLines();
        incidents += facts.incidents().count();
        forgiven += facts.incidents().forgiven();
        repeatableLines += facts.products().repeatableLines();
        reboughtLines += facts.products().reboughtLines();
        if (facts.categories().lines() > 0) {
            broadCustomers++;
            beyondFirstMillionths += Math.round(Breadth.beyondFirst(facts.categories()) * MILLION);
        }
        addGrowth(facts.growth());
    }

    private void addGrowth(LoyaltyFacts.Growth growth) {
        if (growth.recentDays() > 0 && growth.priorDays() > 0) {
            recentDays += growth.recentDays();
            recentSpend = recentSpend.add(BigInteger.valueOf(growth.recentSpend()));
            priorDays += growth.priorDays();
            priorSpend = priorSpend.add(BigInteger.valueOf(growth.priorSpend()));
        }
    }

    /** Adds all customers of another population, which stays as it is. Any order of merging gives the same norms, to the last bit. */
    public void merge(LoyaltyPopulation other) {
        spend.merge(other.spend);
        quantity.merge(other.quantity);
        repeatPurchases += other.repeatPurchases;
        lastPurchaseAgeDays += other.lastPurchaseAgeDays;
        ageDays += other.ageDays;
        broadCustomers += other.broadCustomers;
        beyondFirstMillionths += other.beyondFirstMillionths;
        discountKnownLines += other.discountKnownLines;
        fullPriceLines += other.fullPriceLines;
        referredBuyers += other.referredBuyers;
        incidents += other.incidents;
        forgiven += other.forgiven;
        recentDays += other.recentDays;
        recentSpend = recentSpend.add(other.recentSpend);
        priorDays += other.priorDays;
        priorSpend = priorSpend.add(other.priorSpend);
        repeatableLines += other.repeatableLines;
        reboughtLines += other.reboughtLines;
    }

    /** Gets the norms of the customers added. */
    public LoyaltyNorms toNorms() {
        return new LoyaltyNorms(
                above0(repeatPurchases, ageDays),
                above0(lastPurchaseAgeDays, repeatPurchases),
                spend.lowerEdge(),
                quantity.lowerEdge(),
                above0(beyondFirstMillionths / MILLION, broadCustomers),
                ratio(fullPriceLines, discountKnownLines),
                above0(referredBuyers * Advocacy.YEAR_DAYS, ageDays),
                ratio(forgiven, incidents),
                above0(above0(recentSpend.doubleValue(), recentDays), above0(priorSpend.doubleValue(), priorDays)),
                ratio(reboughtLines, repeatableLines));
    }

    private static double ratio(double part, double whole) {
        return whole == 0 ? Double.NaN : part / whole;
    }

    private static double above0(double part, double whole) {
        return part == 0 ? Double.NaN : ratio(part, whole);
    }
}
