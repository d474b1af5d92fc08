package io.allegiance.doctor;

import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Who may write now, and whether the server's clock runs behind what it gave out before. */
@Component
final class LeaseCheck implements HealthCheck {

    /** So far a heartbeat may lie ahead without the clock being to blame: another process may be set to a longer life. */
    private static final long SLACK_SECONDS = 60;

    private final Records records;
    private final long secondsToLive;

    LeaseCheck(Records records, @Value("${allegiance.lease.time-to-live}") Duration timeToLive) {
        this.records = records;
        this.secondsToLive = timeToLive.toSeconds();
    }

    @Override
    public List<Finding> examine() {
        return List.of(holder(records.lease()), history(records.newestTime()));
    }

    private Finding holder(Records.Held lease) {
        if (lease.expiresAt() == null) {
            return Finding.ok("lease", "free");
        }
        String holder = lease.owner() + ", since " + lease.takenAt() + " UTC";
        if (lease.secondsLeft() > secondsToLive + SLACK_SECONDS) {
            return Finding.fail(
                    "lease",
                    "held by " + holder + ", until " + lease.expiresAt()
                            + " UTC: the server's clock was set back, and nobody can take it over before",
                    "set the clock of the server right, or wait until then");
        }
        return lease.secondsLeft() >= 0
                ? Finding.warn(
                        "lease",
                        "held by " + holder + ", with a sign of life "
                                + Math.max(0, secondsToLive - lease.secondsLeft()) + " s ago: a command is under way",
                        "wait for it before you start another")
                : Finding.ok(
                        "lease",
                        "expired: " + holder + ", has been silent for " + (secondsToLive - lease.secondsLeft())
                                + " s, and the next command takes over");
    }

    private static Finding history(Records.Newest newest) {
        if (newest.secondsAhead() <= SLACK_SECONDS) {
            return Finding.ok("past", "nothing on record lies ahead of the server's clock");
        }
        return Finding.fail(
                "past",
                "what is on record of " + newest.at() + " UTC lies " + newest.secondsAhead()
                        + " s ahead of the server's clock, which was set back",
                "set the clock of the server right, such as with timedatectl set-ntp true");
    }
}
