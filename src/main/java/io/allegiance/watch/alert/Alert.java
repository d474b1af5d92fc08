package io.allegiance.watch.alert;

import io.allegiance.watch.RunFigures.Readers;
import io.allegiance.wording.Printable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One alert, as its command and webhook receive it: these names, as JSON. It holds no data of any
 * customer.
 *
 * @param event held, failed, late, early or miscalibrated
 * @param job nightly, train, backfill, maintain or replay
 * @param date its business date; null where the job has none
 * @param code the exit code; null where the job still runs
 * @param message what happened, in one line without control characters
 * @param readers what readers see; null where it is not known or nothing is published
 * @param next the command to type next
 * @param host the machine
 * @param text all of it in one line; chat systems show a field of this name
 */
public record Alert(
        String event,
        String job,
        @Nullable LocalDate date,
        @Nullable Integer code,
        String message,
        @Nullable Readers readers,
        String next,
        String host,
        String text) {

    /** The subject of an alert, without its message. */
    public record Subject(
            String job, @Nullable LocalDate date, @Nullable Readers readers) {

        String describe() {
            return date == null ? job : job + " " + date;
        }
    }

    /** Makes an alert. */
    public static Alert of(AlertEvent event, Subject subject, @Nullable Integer code, String message, String next) {
        String host = Printable.of(Host.name());
        String said = Printable.of(message.strip().replaceAll("\\s*\\R\\s*", " "));
        String text = String.format(
                "allegiance %s: %s%s on %s. %s. %sNext: %s",
                subject.describe(),
                event.title(),
                code == null ? "" : " (exit code " + code + ")",
                host,
                said,
                seen(subject.readers()),
                next);
        return new Alert(event.title(), subject.job(), subject.date(), code, said, subject.readers(), next, host, text);
    }

    private static String seen(@Nullable Readers readers) {
        return readers == null
                ? ""
                : "Readers see publication " + readers.publication() + " of " + readers.date() + ", good until "
                        + readers.goodUntil() + ". ";
    }
}
