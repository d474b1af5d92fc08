package io.allegiance.doctor;

import io.allegiance.wording.ZonedMoment;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;

/** The time of this machine's clock, the same for all checks. */
@Component
final class CheckClock {

    private final Clock clock;

    CheckClock(Clock clock) {
        this.clock = clock;
    }

    /** Returns the last day that has ended in the configured zone: what {@code nightly --date yesterday} means now. */
    LocalDate date() {
        return LocalDate.now(clock).minusDays(1);
    }

    /** Describes a moment in the configured zone, with UTC beside. */
    String describe(LocalDateTime utc) {
        return ZonedMoment.describe(utc, clock.getZone());
    }

    LocalDateTime utc() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
