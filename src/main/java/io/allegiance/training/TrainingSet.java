package io.allegiance.training;

import io.allegiance.btyd.GroupedSpend;
import io.allegiance.btyd.GroupedSummaries;
import io.allegiance.calendar.KnownClosures;
import io.allegiance.calendar.OpenDays;
import io.allegiance.churn.CustomerAsOf;
import io.allegiance.history.CustomerDays;
import io.allegiance.history.PurchaseHistory;
import io.allegiance.purchase.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The data known at the end of a day, as far as the fits need it.
 *
 * @param asOf the day
 * @param firstPurchaseDay the first purchase day of all; null where none exists
 * @param purchases the triples (x, t_x, T) of all customers with their counts
 * @param spend repeat days with known spend above 0 and their total, with their counts
 * @param log the purchase days of the customers, or of a sample where they are many
 * @param categories when they first bought of each category, or a sample of the customers; null where no category is
 *     known
 */
public record TrainingSet(
        LocalDate asOf,
        @Nullable LocalDate firstPurchaseDay,
        GroupedSummaries purchases,
        GroupedSpend spend,
        PurchaseLog log,
        @Nullable CategoryLog categories) {

    /** More customers than this are sampled for the churn model: its dozen coefficients need no more. */
    public static final int MOST_IN_LOG = 100_000;

    /**
     * The content of a log up to a date: equal to the set collected from days that end there, without categories.
     *
     * @throws IllegalArgumentException when the date is after the log's last day
     */
    public static TrainingSet of(PurchaseLog log, LocalDate asOf) {
        Builder set = new Builder(asOf, log.closures());
        for (int customer = 0; customer < log.size(); customer++) {
            set.addCustomer(log.getDays(customer, asOf));
        }
        return set.build();
    }

    /** The same with the categories; null for none. */
    public TrainingSet withCategories(@Nullable CategoryLog known) {
        return new TrainingSet(asOf, firstPurchaseDay, purchases, spend, log, known);
    }

    /** Collects customers one after the other, in order of their ids. For one thread. */
    public static final class Builder {

        private final LocalDate asOf;
        private final OpenDays openDays;
        private final GroupedSummaries.Builder purchases = GroupedSummaries.builder();
        private final GroupedSpend.Builder spend = GroupedSpend.builder();
        private final PurchaseLog.Builder log;
        private @Nullable LocalDate firstPurchaseDay;

        /** Without closures. */
        public Builder(LocalDate asOf) {
            this(asOf, KnownClosures.NONE);
        }

        /**
         * @param asOf the day
         * @param closures what is known of closures up to it
         */
        public Builder(LocalDate asOf, KnownClosures closures) {
            this.asOf = asOf;
            this.openDays = closures.openDaysAsOf(asOf);
            this.log = new PurchaseLog.Builder(asOf, MOST_IN_LOG, closures);
        }

        /**
         * Adds a customer; one without a purchase day adds nothing.
         *
         * @throws IllegalArgumentException when a day is after the date
         */
        public void addCustomer(CustomerDays customer) {
            PurchaseHistory history = customer.findHistory(asOf, openDays).orElse(null);
            if (history == null || history.firstPurchaseDay() == null) {
                return;
            }
            purchases.addCustomer(CustomerAsOf.summary(history, asOf, openDays));
            PurchaseHistory.Spend known = history.spend();
            if (known.repeatDays() > 0) {
                spend.addCustomer(known.repeatDays(), known.repeatTotal() / (double) Money.UNITS);
            }
            log.addCustomer(customer);
            LocalDate first = history.firstPurchaseDay();
            firstPurchaseDay = firstPurchaseDay == null || first.isBefore(firstPurchaseDay) ? first : firstPurchaseDay;
        }

        /** The set of the customers added. */
        public TrainingSet build() {
            return new TrainingSet(asOf, firstPurchaseDay, purchases.build(), spend.build(), log.build(), null);
        }
    }
}
