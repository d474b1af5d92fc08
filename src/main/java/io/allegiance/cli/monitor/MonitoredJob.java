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
 * What a command does that runs where nobody looks.
 *
 * @param job its name in alerts, metrics and the log
 * @param runs the job whose run tells of it; null where it has none
 * @param date the business date; null where there is none, or none is known before it ends
 */
public record MonitoredJob(
        String job, @Nullable JobName runs, @Nullable DateOption date) {

    public static MonitoredJob nightly(DateOption date) {
        return new MonitoredJob(JobName.NIGHTLY.title(), JobName.NIGHTLY, date);
    }

    public static MonitoredJob train(@Nullable DateOption asOf) {
        return new MonitoredJob(JobName.TRAIN.title(), JobName.TRAIN, asOf);
    }

    /** One night of several, made up for: no deadline is left to miss, and none is suspiciously early. */
    public static MonitoredJob backfill(LocalDate date) {
        return new MonitoredJob("backfill", JobName.NIGHTLY, new DateOption(date.toString()));
    }

    /** Work that has no run and no date, such as maintain. */
    public static MonitoredJob command(String name) {
        return new MonitoredJob(name, null, null);
    }

    /** Whether it has a time to be done by, and a usual time. */
    boolean isScheduled() {
        return runs != null && runs.title().equals(job);
    }

    /** Finds how long it has until its deadline, negative after it; empty where it has none. */
    Optional<Duration> findLeft(Deadlines deadlines, @Nullable LocalDate resolved) {
        return runs == null || resolved == null || !isScheduled()
                ? Optional.empty()
                : deadlines.findLeft(runs, resolved);
    }

    /** Whether its deadline has passed, and it is the newest that has. */
    boolean isLate(Deadlines deadlines, @Nullable LocalDate resolved) {
        return runs != null && resolved != null && isScheduled() && deadlines.isNewestPassed(runs, resolved);
    }

    Alert late(@Nullable LocalDate resolved, @Nullable RunFigures figures, @Nullable Integer code, String message) {
        return Alert.of(AlertEvent.LATE, subject(resolved, figures), code, message, look(resolved));
    }

    Alert.Subject subject(@Nullable LocalDate resolved, @Nullable RunFigures figures) {
        return new Alert.Subject(job, resolved, figures == null ? null : figures.readers());
    }

    /** Gets the command that looks at it. */
    String look(@Nullable LocalDate resolved) {
        return resolved == null || runs == JobName.TRAIN ? "allegiance status" : "allegiance status --date " + resolved;
    }

    /** Gets the command that does it again, or carries it on. */
    String again(@Nullable LocalDate resolved) {
        if (runs == JobName.TRAIN) {
            return resolved == null ? "allegiance train" : "allegiance train --as-of " + resolved;
        }
        if (runs == JobName.NIGHTLY) {
            return resolved == null ? "allegiance status" : "allegiance nightly --date " + resolved;
        }
        return "allegiance " + job;
    }
}
