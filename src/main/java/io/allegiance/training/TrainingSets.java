package io.allegiance.training;

import io.allegiance.btyd.GroupedSpend;
import io.allegiance.btyd.GroupedSummaries;
import io.allegiance.btyd.PurchaseSummary;
import io.allegiance.history.CustomerHistory;
import io.allegiance.history.Histories;
import io.allegiance.history.HistoryStream;
import io.allegiance.history.PurchaseHistory;
import io.allegiance.purchase.Money;
import java.time.LocalDate;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Collects what the fits need from customers' days up to a date, in one streaming pass. */
@Component
public final class TrainingSets {

    private static final int PROGRESS_EVERY = 100_000;

    private final Histories histories;

    TrainingSets(Histories histories) {
        this.histories = histories;
    }

    /**
     * Collects the customers with a purchase day up to a date.
     *
     * @param progress told the number of customers now and then
     */
    public TrainingSet collect(LocalDate asOf, LongConsumer progress) {
        Collection collection = new Collection(asOf);
        try (HistoryStream stream = histories.streamAll(asOf)) {
            long customers = 0;
            for (CustomerHistory next = stream.read(); next != null; next = stream.read()) {
                if (next.history() != null) {
                    collection.add(next.history());
                }
                if (++customers % PROGRESS_EVERY == 0) {
                    progress.accept(customers);
                }
            }
        }
        return collection.toTrainingSet();
    }

    private static final class Collection {

        private final LocalDate asOf;
        private final GroupedSummaries.Builder purchases = GroupedSummaries.builder();
        private final GroupedSpend.Builder spend = GroupedSpend.builder();
        private @Nullable LocalDate firstPurchaseDay;

        Collection(LocalDate asOf) {
            this.asOf = asOf;
        }

        void add(PurchaseHistory history) {
            LocalDate first = history.firstPurchaseDay();
            LocalDate last = history.lastPurchaseDay();
            if (first == null || last == null) {
                return;
            }
            purchases.add(new PurchaseSummary(history.purchaseDays() - 1, days(first, last), days(first, asOf)));
            if (history.repeatSpendDays() > 0) {
                spend.add(history.repeatSpendDays(), history.repeatSpend() / (double) Money.UNITS);
            }
            if (firstPurchaseDay == null || first.isBefore(firstPurchaseDay)) {
                firstPurchaseDay = first;
            }
        }

        TrainingSet toTrainingSet() {
            return new TrainingSet(firstPurchaseDay, purchases.build(), spend.build());
        }

        private static int days(LocalDate from, LocalDate to) {
            return Math.toIntExact(to.toEpochDay() - from.toEpochDay());
        }
    }
}
