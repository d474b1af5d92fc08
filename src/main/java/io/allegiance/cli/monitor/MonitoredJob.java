package io.allegiance.cli.monitor;

import io.allegiance.cli.option.DateOption;
import io.allegiance.run.JobName;
import io.allegiance.watch.Deadlines;
import io.allegiance.watch.RunFigures;
import io.allegiance.watch.alert.Alert;
import io.allegiance.watch.alert.AlertEvent;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An unattended job of a command.
 *
 * @param name its name in alerts, metrics and the log
 * @param runsOf the job whose runs it has; null where it has no run
 * @param date the business date; null without one, or where it is unknown before the job ends
 */
public record MonitoredJob(
        String name, @Nullable JobName runsOf, @Nullable DateOption date) {

    /** The night of a date. */
    public static MonitoredJob nightly(DateOption date) {
        return new MonitoredJob(JobName.NIGHTLY.title(), JobName.NIGHTLY, date);
    }

    /** The training as of a date; of the last day with data where the date is null. */
    public static MonitoredJob train(@Nullable DateOption asOf) {
        return new MonitoredJob(JobName.TRAIN.title(), JobName.TRAIN, asOf);
    }

    /** One night of a backfill: it has no deadline, and no usual duration. */
    public static MonitoredJob backfill(LocalDate date) {
        return new MonitoredJob("backfill", JobName.NIGHTLY, new DateOption(date.toString()));
    }

    /** A command without run and date, such as maintain. */
    public static MonitoredJob command(String name) {
        return new MonitoredJob(name, null, null);
    }

    /** Returns whether it has a deadline and a usual duration. */
    boolean isScheduled() {
        return runsOf != null && runsOf.title().equals(name);
    }

    /** Finds the time left until its deadline, negative after it; empty where it has none. */
    Optional<Duration> findTimeLeft(Deadlines deadlines, @Nullable LocalDate resolved) {
        return runsOf == null || resolved == null || !isScheduled()
                ? Optional.empty()
                : deadlines.findLeft(runsOf, resolved);
    }

    /** Returns whether its deadline has passed, and no later deadline has. */
    boolean isLate(Deadlines deadlines, @Nullable LocalDate resolved) {
        return runsOf != null && resolved != null && isScheduled() && deadlines.isNewestPassed(runsOf, resolved);
    }

    Alert lateAlert(
            @Nullable LocalDate resolved, @Nullable RunFigures figures, @Nullable Integer code, String message) {
        return Alert.of(AlertEvent.LATE, toSubject(resolved, figures), code, message, inspectCommand(resolved));
    }

    Alert.Subject toSubject(@Nullable LocalDate resolved, @Nullable RunFigures figures) {
        return new Alert.Subject(name, resolved, figures == null ? null : figures.readers());
    }

    /** Returns the command that shows its state. */
    String inspectCommand(@Nullable LocalDate resolved) {
        return resolved == null || runsOf == JobName.TRAIN
                ? "allegiance status"
                : "allegiance status --date " + resolved;
    }

    /** Returns the command that repeats it or carries it on. */
    String repeatCommand(@Nullable LocalDate resolved) {
        if (runsOf == JobName.TRAIN) {
            return resolved == null ? "allegiance train" : "allegiance train --as-of " + resolved;
        }
        if (runsOf == JobName.NIGHTLY) {
            return resolved == null ? "allegiance status" : "allegiance nightly --date " + resolved;
        }
        return "allegiance " + name;
    }
}
