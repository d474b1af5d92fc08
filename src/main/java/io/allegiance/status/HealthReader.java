package io.allegiance.status;

import io.allegiance.publish.Publications;
import io.allegiance.run.JobName;
import io.allegiance.watch.Deadlines;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads the status and the deadlines, and judges them for a monitor. */
@Component
public final class HealthReader {

    private final StatusReader reader;
    private final Publications publications;
    private final Deadlines deadlines;
    private final Clock clock;

    HealthReader(StatusReader reader, Publications publications, Deadlines deadlines, Clock clock) {
        this.reader = reader;
        this.publications = publications;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** Reads and judges the status of now. */
    public Health read() {
        return HealthRules.judge(reader.read(null), findLateNight().orElse(null));
    }

    /** The night whose deadline passed last must be published; older ones are named among those that are not. */
    private Optional<String> findLateNight() {
        LocalDate yesterday = LocalDate.now(clock).minusDays(1);
        LocalDate due = deadlines.hasPassed(JobName.NIGHTLY, yesterday) ? yesterday : yesterday.minusDays(1);
        return deadlines.hasPassed(JobName.NIGHTLY, due)
                        && publications.findOfDate(due).isEmpty()
                ? deadlines
                        .describe(JobName.NIGHTLY, due)
                        .map(deadline -> "the night of " + due + " is LATE: its deadline was " + deadline)
                : Optional.empty();
    }
}
