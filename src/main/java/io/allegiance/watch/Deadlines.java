package io.allegiance.watch;

import io.allegiance.run.JobName;
import io.allegiance.settings.BusinessSettings;
import io.allegiance.wording.ZonedMoment;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** By when the runs of a date should be done. */
@Component
public final class Deadlines {

    private final DeadlineSettings settings;
    private final ZoneId zone;
    private final Clock clock;

    public Deadlines(DeadlineSettings settings, BusinessSettings business, Clock clock) {
        this.settings = settings;
        this.zone = business.zone();
        this.clock = clock;
    }

    /**
     * Finds the deadline of a job for a date. A time that the clocks skip that day is later by as much as they are put
     * forward.
     *
     * @return empty where none is configured
     */
    public Optional<Instant> find(JobName job, LocalDate date) {
        return settings.find(job)
                .map(time -> date.plusDays(1).atTime(time).atZone(zone).toInstant());
    }

    /** Describes the deadline of a job for a date in the configured zone; empty where none is configured. */
    public Optional<String> describe(JobName job, LocalDate date) {
        return find(job, date)
                .map(deadline -> ZonedMoment.describe(LocalDateTime.ofInstant(deadline, ZoneOffset.UTC), zone));
    }

    /** Finds how long it is until a deadline; negative once it has passed. */
    public Optional<Duration> findLeft(JobName job, LocalDate date) {
        return find(job, date).map(deadline -> Duration.between(clock.instant(), deadline));
    }

    /** Returns whether a deadline has come. */
    public boolean hasPassed(JobName job, LocalDate date) {
        return findLeft(job, date)
                .filter(left -> left.isNegative() || left.isZero())
                .isPresent();
    }

    /** Returns whether a deadline has come, and that of the next date has not: older dates are no longer awaited. */
    public boolean isNewestPassed(JobName job, LocalDate date) {
        return hasPassed(job, date) && !hasPassed(job, date.plusDays(1));
    }
}
