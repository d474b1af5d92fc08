package io.allegiance.status;

import io.allegiance.publish.Publication;
import io.allegiance.publish.UnpublishedNight;
import io.allegiance.publish.UnpublishedNight.Why;
import io.allegiance.run.RunState;
import io.allegiance.run.Runs.RunLine;
import io.allegiance.status.Health.Level;
import io.allegiance.wording.Counted;
import io.allegiance.wording.ZonedMoment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a monitor is told of a status. Critical is what readers or the next night suffer from: scores that are no longer good, or
 * none, a run that failed, was held or cut off, a night that is late. A warning is what a person should look at by day.
 */
final class HealthRules {

    /** With so few slots left the doctor warns as well. */
    private static final int FEW_SLOTS = 14;

    private HealthRules() {}

    /**
     * Judges a status.
     *
     * @param late which night is late; null where none is
     */
    static Health judge(Status status, @Nullable String late) {
        List<String> critical = listCritical(status, late);
        List<String> warnings = listWarnings(status);
        List<String> reasons = new ArrayList<>(critical);
        reasons.addAll(warnings);
        Level better = warnings.isEmpty() ? Level.OK : Level.WARNING;
        return new Health(critical.isEmpty() ? better : Level.CRITICAL, reasons, status);
    }

    private static List<String> listCritical(Status status, @Nullable String late) {
        List<String> found = new ArrayList<>();
        Publication published = status.published();
        if (published == null) {
            found.add("nothing is published");
        } else if (!status.good()) {
            found.add("publication " + published.publication() + " of " + published.scoreDate()
                    + " is NO LONGER GOOD since " + ZonedMoment.describe(published.goodUntil(), status.zone()));
        }
        findEndOfRun(status).ifPresent(found::add);
        if (late != null) {
            found.add(late);
        }
        if (status.freeSlots() == 0) {
            found.add("no slot is free: there is no room for a new publication");
        }
        return found;
    }

    private static Optional<String> findEndOfRun(Status status) {
        RunLine run = status.run();
        Status.Progress life = status.life();
        if (run == null || life == null) {
            return Optional.empty();
        }
        String name = run.job().title() + " " + run.businessDate();
        boolean cutOff = run.state() == RunState.RUNNING && !life.alive();
        if (cutOff) {
            return Optional.of(name + " was CUT OFF");
        }
        return run.state() == RunState.FAILED || run.state() == RunState.HELD
                ? Optional.of(name + " " + run.state() + (run.message() == null ? "" : ": " + run.message()))
                : Optional.empty();
    }

    private static List<String> listWarnings(Status status) {
        List<String> found = new ArrayList<>();
        Status.ActiveHold hold = status.hold();
        if (hold != null) {
            found.add("publishing is on hold by " + hold.by() + ": " + hold.reason());
        }
        List<UnpublishedNight> missing = status.unpublished().stream()
                .filter(night -> night.why() != Why.RUNNING)
                .toList();
        if (!missing.isEmpty()) {
            found.add(Counted.of(missing.size(), "date is", "dates are") + " not published, the first "
                    + missing.get(0).date() + " " + missing.get(0).why());
        }
        Publication published = status.published();
        if (published != null && published.freshness().staleReason() != null) {
            found.add("published although it is stale: " + published.freshness().staleReason());
        }
        if (status.freeSlots() > 0 && status.freeSlots() <= FEW_SLOTS) {
            found.add(Counted.of(status.freeSlots(), "slot is", "slots are") + " free: run 'allegiance maintain'");
        }
        if (status.horizons() != null) {
            found.add(status.horizons() + ": run 'allegiance train'");
        }
        return found;
    }
}
