package io.allegiance.training;

import io.allegiance.history.CustomerDays;
import io.allegiance.history.Histories;
import io.allegiance.history.HistoryStream;
import java.time.LocalDate;
import java.util.function.LongConsumer;
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
        TrainingSet.Builder set = new TrainingSet.Builder(asOf);
        try (HistoryStream stream = histories.streamAll(asOf)) {
            long customers = 0;
            for (CustomerDays next = stream.readDays(); next != null; next = stream.readDays()) {
                set.add(next);
                if (++customers % PROGRESS_EVERY == 0) {
                    progress.accept(customers);
                }
            }
        }
        return set.build();
    }
}
