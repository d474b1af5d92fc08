package io.allegiance.doctor;

import io.allegiance.job.lease.Lease;
import io.allegiance.job.lease.LeaseHolder;
import io.allegiance.wording.TimeSpan;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Who may write now, and whether the server's clock runs behind what it gave out before. */
@Component
final class LeaseCheck implements HealthCheck {

    /**
     * How far ahead a heartbeat may be without a fault of the clock: another process may have a longer time to live.
     */
    private static final long SLACK_SECONDS = 60;

    private final Lease lease;
    private final StateQueries records;
    private final CheckClock tonight;
    private final long secondsToLive;

    LeaseCheck(
            Lease lease,
            StateQueries records,
            CheckClock tonight,
            @Value("${allegiance.lease.time-to-live}") Duration timeToLive) {
        this.lease = lease;
        this.records = records;
        this.tonight = tonight;
        this.secondsToLive = timeToLive.toSeconds();
    }

    @Override
    public List<Finding> examine() {
        return List.of(
                lease.findHolder().map(this::describe).orElseGet(() -> Finding.ok("lease", "free")),
                history(records.newestTime()));
    }

    private Finding describe(LeaseHolder holder) {
        String who = holder.owner() + (holder.takenAt() == null ? "" : ", since " + tonight.describe(holder.takenAt()));
        if (holder.isGone()) {
            return Finding.ok(
                    "lease", "left by " + who + ", which ended without giving it back; the next command takes over");
        }
        long secondsLeft = TimeUnit.MICROSECONDS.toSeconds(holder.microsecondsLeft());
        if (secondsLeft > secondsToLive + SLACK_SECONDS) {
            return Finding.fail(
                    "lease",
                    "held by " + who + ", until " + holder.expiresAt()
                            + " UTC: the server's clock was set back; each command first looks for " + secondsToLive
                            + " s whether the holder still lives",
                    "set the clock of the server right");
        }
        return holder.microsecondsLeft() > 0
                ? Finding.warn(
                        "lease",
                        "held by " + who + ", with a sign of life " + Math.max(0, secondsToLive - secondsLeft)
                                + " s ago: a command is under way",
                        "wait for it before you start another")
                : Finding.ok(
                        "lease",
                        "expired: " + who + ", has been silent for "
                                + TimeSpan.describe(Duration.ofSeconds(secondsToLive - secondsLeft))
                                + ", and the next command takes over");
    }

    private Finding history(StateQueries.Newest newest) {
        if (newest.secondsAhead() <= SLACK_SECONDS) {
            return Finding.ok("past", "nothing on record lies ahead of the server's clock");
        }
        return Finding.fail(
                "past",
                "what is on record of " + tonight.describe(newest.at()) + " lies "
                        + TimeSpan.describe(Duration.ofSeconds(newest.secondsAhead()))
                        + " ahead of the server's clock, which was set back",
                "set the clock of the server right, such as with timedatectl set-ntp true");
    }
}
