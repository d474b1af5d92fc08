package io.allegiance.doctor;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.stereotype.Component;

/** The clock of this machine against the server's, and the zone of the session. */
@Component
final class ClockCheck implements HealthCheck {

    private static final LocalDateTime SKIPPED = LocalDateTime.of(2025, 3, 30, 2, 30, 0, 125_000_000);
    private static final long NOTICEABLE_SECONDS = 5;
    private static final long WRONG_SECONDS = 60;

    private final ServerFacts server;
    private final CheckClock tonight;

    ClockCheck(ServerFacts server, CheckClock tonight) {
        this.server = server;
        this.tonight = tonight;
    }

    @Override
    public List<Finding> examine() {
        LocalDateTime before = tonight.utc();
        ServerFacts.Time time = server.time();
        LocalDateTime after = tonight.utc();
        return List.of(compare(secondsAhead(time.utc(), before, after)), zone(time));
    }

    /**
     * How far the server's clock is ahead; 0 where it is between the time of the question and the time of the answer.
     */
    static long secondsAhead(LocalDateTime there, LocalDateTime before, LocalDateTime after) {
        if (there.isBefore(before)) {
            return Duration.between(before, there).toSeconds();
        }
        return there.isAfter(after) ? Duration.between(after, there).toSeconds() : 0;
    }

    static Finding compare(long secondsAhead) {
        long apart = Math.abs(secondsAhead);
        if (apart <= NOTICEABLE_SECONDS) {
            return Finding.ok("clock", "this machine's and the server's agree");
        }
        String found =
                "the server's is " + apart + " s " + (secondsAhead > 0 ? "ahead of" : "behind") + " this machine's";
        String mend = "set the wrong one right, such as with timedatectl set-ntp true";
        return apart > WRONG_SECONDS
                ? Finding.fail("clock", found + ": 'yesterday' may be another day", mend)
                : Finding.warn("clock", found, mend);
    }

    private static Finding zone(ServerFacts.Time time) {
        if (!time.skipped().equals(SKIPPED)) {
            return Finding.fail(
                    "session zone",
                    "times are shifted on their way from the server",
                    "take connectionTimeZone and preserveInstants out of SPRING_DATASOURCE_URL");
        }
        return time.secondsFromUtc() == 0
                ? Finding.ok("session zone", "UTC, times come as they are stored")
                : Finding.warn(
                        "session zone",
                        "sessions are " + time.secondsFromUtc() + " s from UTC",
                        "take connectionTimeZone and forceConnectionTimeZoneToSession out of SPRING_DATASOURCE_URL");
    }
}
