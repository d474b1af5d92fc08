package io.allegiance.job;

import io.allegiance.publish.Publication;
import io.allegiance.publish.Publications;
import io.allegiance.run.Run;
import io.allegiance.run.WaitingDays;
import io.allegiance.run.WaitingDays.Waiting;
import io.allegiance.settings.nightly.NightlySettings;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Says of a published date which late lines wait, and which command takes them in. */
@Component
final class LateLines {

    private static final int DAYS_NAMED = 5;

    private final WaitingDays days;
    private final Publications publications;
    private final int lateDays;

    LateLines(WaitingDays days, Publications publications, NightlySettings settings) {
        this.days = days;
        this.publications = publications;
        this.lateDays = settings.lateDays();
    }

    /** Describes the days that wait since a complete night, as the end of a sentence; empty where none do. */
    String describe(Run run) {
        List<Waiting> waiting = days.list(run, lateDays);
        if (waiting.isEmpty()) {
            return "";
        }
        LocalDate date = run.businessDate();
        LocalDate next = publications
                .findCurrent()
                .map(Publication::scoreDate)
                .filter(seen -> seen.isAfter(date))
                .orElse(date)
                .plusDays(1);
        return String.format(
                Locale.ROOT,
                ". Lines of %d %s came or changed since and wait: %s%s. The next night takes them in: 'allegiance nightly --date"
                        + " %s'. 'allegiance backfill --from %s --to %s --mode all' publishes %s again with them",
                waiting.size(),
                waiting.size() == 1 ? "day" : "days",
                waiting.stream().limit(DAYS_NAMED).map(LateLines::describe).collect(Collectors.joining(", ")),
                waiting.size() > DAYS_NAMED ? ", and " + (waiting.size() - DAYS_NAMED) + " more" : "",
                next,
                date,
                date,
                date);
    }

    private static String describe(Waiting day) {
        if (day.more() == 0) {
            return day.date() + " (changed)";
        }
        long lines = Math.abs(day.more());
        return day.date() + " (" + lines + (lines == 1 ? " line " : " lines ") + (day.more() > 0 ? "more)" : "fewer)");
    }
}
