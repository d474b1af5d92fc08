package io.allegiance.job.nightly;

import io.allegiance.audit.ExpectedEmptyDays;
import io.allegiance.audit.FreshnessGate;
import io.allegiance.failure.GateHeldException;
import io.allegiance.job.step.RunParameters;
import io.allegiance.job.step.SingleStep;
import io.allegiance.publish.PublicationHolds;
import io.allegiance.publish.Publications;
import io.allegiance.run.Run;
import io.allegiance.run.RunPartitions;
import io.allegiance.run.Runs;
import io.allegiance.scoring.RowDigest;
import io.allegiance.settings.BusinessSettings;
import io.allegiance.settings.nightly.NightlySettings;
import io.allegiance.training.ModelRegistry;
import io.allegiance.training.TrainedModel;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Step of a night: makes its scores what readers see, in one transaction. */
@Component
public final class PublishScores implements SingleStep {

    private final Runs runs;
    private final RunPartitions partitions;
    private final Publications publications;
    private final PublicationHolds holds;
    private final ModelRegistry models;
    private final ExpectedEmptyDays emptyDays;
    private final FreshnessGate freshness;
    private final ZoneId zone;
    private final Duration goodFor;

    PublishScores(
            Runs runs,
            RunPartitions partitions,
            Publications publications,
            PublicationHolds holds,
            ModelRegistry models,
            ExpectedEmptyDays emptyDays,
            FreshnessGate freshness,
            BusinessSettings business,
            NightlySettings nightly) {
        this.runs = runs;
        this.partitions = partitions;
        this.publications = publications;
        this.holds = holds;
        this.models = models;
        this.emptyDays = emptyDays;
        this.freshness = freshness;
        this.zone = business.zone();
        this.goodFor = nightly.goodFor();
    }

    @Override
    public void execute(RunParameters parameters) {
        requireNoHold(parameters.businessDate(), holds.find());
        publish(parameters);
        requireNoHold(parameters.businessDate(), holds.findLocked());
    }

    /** A hold that came while the publication was made takes it back with the transaction. */
    private void requireNoHold(LocalDate date, Optional<PublicationHolds.Hold> active) {
        active.ifPresent(hold -> {
            throw new GateHeldException(
                    "the night of " + date + " is scored and waits: publishing is " + hold.describe(zone)
                            + ". When it is over, 'allegiance release --by NAME' and then this command again");
        });
    }

    private void publish(RunParameters parameters) {
        Run run = runs.get(parameters.runId());
        int slot = Objects.requireNonNull(run.getFrozen().slot());
        String version = run.getFrozen().getModelVersion();
        TrainedModel model = models.get(version).model();
        FreshnessGate.Verdict fresh = freshness.judge(run);
        publications.publish(new Publications.Draft(
                run.businessDate(),
                run.runId(),
                slot,
                version,
                partitions.listRanges(run.runId(), ScoreCustomers.NAME),
                sumOf(run, ScoreCustomers.SCORE_DIGEST),
                sumOf(run, ScoreCustomers.ROW_DIGEST),
                goodUntil(fresh.goodThrough()),
                model.findNote().orElse(null),
                emptyDays.describe(run).orElse(null),
                run.forced(),
                model.churn().findLevelError().orElse(null),
                model.horizonDays(),
                model.further().isEmpty() ? null : sumOf(run, ScoreCustomers.HORIZON_DIGEST),
                fresh.published()));
    }

    private String sumOf(Run run, String digest) {
        return partitions.listProgress(run.runId(), ScoreCustomers.NAME, digest).stream()
                .map(RowDigest::parse)
                .reduce(RowDigest.ZERO, RowDigest::plus)
                .toString();
    }

    private LocalDateTime goodUntil(LocalDate date) {
        return date.plusDays(1)
                .atStartOfDay(zone)
                .plus(goodFor)
                .withZoneSameInstant(ZoneOffset.UTC)
                .toLocalDateTime();
    }
}
