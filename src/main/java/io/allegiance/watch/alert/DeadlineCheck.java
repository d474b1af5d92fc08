package io.allegiance.watch.alert;

import io.allegiance.publish.Publications;
import io.allegiance.run.JobName;
import io.allegiance.watch.Deadlines;
import io.allegiance.watch.RunFigureReader;
import io.allegiance.watch.RunFigures;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The check at the deadline, for a scheduler: is the night published that should be? */
@Component
public final class DeadlineCheck {

    private final Deadlines deadlines;
    private final Publications publications;
    private final RunFigureReader figures;
    private final Alerts alerts;

    DeadlineCheck(Deadlines deadlines, Publications publications, RunFigureReader figures, Alerts alerts) {
        this.deadlines = deadlines;
        this.publications = publications;
        this.figures = figures;
        this.alerts = alerts;
    }

    /**
     * Raises {@code late} where the night of a date is not published although its deadline has passed.
     *
     * @return the alert that was raised; empty where the night is published, not due yet, or has no deadline
     */
    public Optional<Alert> raiseIfLate(LocalDate date) {
        if (!deadlines.hasPassed(JobName.NIGHTLY, date)
                || publications.findOfDate(date).isPresent()) {
            return Optional.empty();
        }
        Alert alert = Alert.of(
                AlertEvent.LATE,
                new Alert.Subject(
                        JobName.NIGHTLY.title(),
                        date,
                        figures.find(null, null).map(RunFigures::readers).orElse(null)),
                null,
                "the night of " + date + " is not published, and its deadline "
                        + deadlines.describe(JobName.NIGHTLY, date).orElseThrow() + " has passed",
                "allegiance status --date " + date);
        alerts.raise(alert);
        return Optional.of(alert);
    }
}
