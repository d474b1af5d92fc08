package io.allegiance.status;

import io.allegiance.job.claim.Claims;
import io.allegiance.publish.Publication;
import io.allegiance.publish.PublicationHolds;
import io.allegiance.publish.Publications;
import io.allegiance.publish.UnpublishedNight;
import io.allegiance.publish.UnpublishedNights;
import io.allegiance.run.RunSteps;
import io.allegiance.run.Runs;
import io.allegiance.run.Runs.RunLine;
import io.allegiance.run.StepState;
import io.allegiance.training.HorizonDifference;
import io.allegiance.wording.ZonedMoment;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Reads the state of runs and publications. */
@Component
public final class StatusReader {

    private static final int RECENT = 10;

    private final Runs runs;
    private final RunSteps steps;
    private final Claims claims;
    private final Publications publications;
    private final PublicationHolds holds;
    private final UnpublishedNights unpublished;
    private final RunProgress progress;
    private final HorizonDifference horizons;
    private final NextCommand next;
    private final Clock clock;

    StatusReader(
            Runs runs,
            RunSteps steps,
            Claims claims,
            Publications publications,
            PublicationHolds holds,
            UnpublishedNights unpublished,
            RunProgress progress,
            HorizonDifference horizons,
            NextCommand next,
            Clock clock) {
        this.runs = runs;
        this.steps = steps;
        this.claims = claims;
        this.publications = publications;
        this.holds = holds;
        this.unpublished = unpublished;
        this.progress = progress;
        this.horizons = horizons;
        this.next = next;
        this.clock = clock;
    }

    /** Reads the status of the night of a date, or of the newest run where none is given. */
    public Status read(@Nullable LocalDate date) {
        LocalDateTime now = LocalDateTime.now(clock.withZone(ZoneOffset.UTC));
        List<RunLine> recent = runs.listRecent(date, RECENT);
        RunLine run = recent.isEmpty() ? null : recent.get(0);
        List<StepState> states = run == null ? List.of() : StepState.of(steps.list(run.runId()));
        Publication published = publications.findCurrent().orElse(null);
        Status.Progress life = run == null ? null : progress.read(run, states, now);
        Status.ActiveHold hold = holds.find()
                .map(found -> new Status.ActiveHold(
                        found.decision().by(), found.decision().reason(), found.since()))
                .orElse(null);
        List<UnpublishedNight> missing = date == null ? unpublished.list() : List.of();
        NextCommand.Advice advice = next.advise(new NextCommand.Situation(run, life, hold, missing, published), date);
        return new Status(
                now,
                clock.getZone(),
                published,
                published != null && published.goodUntil().isAfter(now),
                hold,
                run,
                life,
                states,
                run == null ? List.of() : claims.list(run.runId()),
                recent,
                missing,
                publications.countFreeSlots(),
                horizons.find(LocalDate.now(clock)).orElse(null),
                advice.next(),
                advice.first());
    }

    /** Describes the publication that readers see, as far as the database can still be asked. */
    public String describeCurrentPublication() {
        try {
            return publications
                    .findCurrent()
                    .map(seen -> "readers still see publication " + seen.publication() + " of " + seen.scoreDate()
                            + ", good until " + ZonedMoment.describe(seen.goodUntil(), clock.getZone()))
                    .orElse("nothing is published yet, so no reader is harmed");
        } catch (DataAccessException e) {
            return "what readers see was not touched";
        }
    }
}
