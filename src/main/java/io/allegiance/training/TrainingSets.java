package io.allegiance.training;

import io.allegiance.calendar.KnownClosures;
import io.allegiance.history.CustomerCategories;
import io.allegiance.history.CustomerDays;
import io.allegiance.history.store.CategoryPurchases;
import io.allegiance.history.store.CategoryStream;
import io.allegiance.history.store.Histories;
import io.allegiance.history.store.HistoryStream;
import io.allegiance.settings.ProductSettings;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.springframework.stereotype.Component;

/** Collects what the fits need from customers' days up to a date, in two streaming passes. */
@Component
public final class TrainingSets {

    private static final int PROGRESS_EVERY = 100_000;

    private final Histories histories;
    private final CategoryPurchases categories;
    private final ProductSettings products;

    TrainingSets(Histories histories, CategoryPurchases categories, ProductSettings products) {
        this.histories = histories;
        this.categories = categories;
        this.products = products;
    }

    /**
     * Collects the customers with a purchase day up to a date.
     *
     * @param closures what is known of closures up to the date
     * @param progress receives the number of customers periodically
     */
    public TrainingSet collect(LocalDate asOf, KnownClosures closures, LongConsumer progress) {
        TrainingSet.Builder set = new TrainingSet.Builder(asOf, closures);
        try (HistoryStream stream = histories.streamAll(asOf, closures.openDaysAsOf(asOf))) {
            long customers = 0;
            for (CustomerDays next = stream.readDays(); next != null; next = stream.readDays()) {
                set.addCustomer(next);
                if (++customers % PROGRESS_EVERY == 0) {
                    progress.accept(customers);
                }
            }
        }
        return set.build();
    }

    /**
     * Finds which categories they bought; empty where none is known.
     *
     * @param progress receives the number of customers periodically
     */
    public Optional<CategoryLog> collectCategories(LocalDate asOf, LongConsumer progress) {
        CategoryLog.Builder log = new CategoryLog.Builder(asOf, products.leftOut());
        try (CategoryStream stream = categories.streamAll(asOf)) {
            long customers = 0;
            for (CustomerCategories next = stream.read(); next != null; next = stream.read()) {
                log.addCustomer(next);
                if (++customers % PROGRESS_EVERY == 0) {
                    progress.accept(customers);
                }
            }
        }
        CategoryLog collected = log.build();
        return collected.names().isEmpty() ? Optional.empty() : Optional.of(collected);
    }
}
