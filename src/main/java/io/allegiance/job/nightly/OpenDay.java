package io.allegiance.job.nightly;

import io.allegiance.audit.UpstreamCheck;
import io.allegiance.failure.AttentionException;
import io.allegiance.hash.HashFunction;
import io.allegiance.intake.line.DayTotals;
import io.allegiance.job.step.RunParameters;
import io.allegiance.job.step.SingleStep;
import io.allegiance.platform.Json;
import io.allegiance.publish.Publication;
import io.allegiance.publish.Publications;
import io.allegiance.run.Closures;
import io.allegiance.run.DayPlan;
import io.allegiance.run.Run;
import io.allegiance.run.Runs;
import io.allegiance.settings.nightly.ConfigurationSource;
import io.allegiance.settings.nightly.FrozenConfiguration;
import io.allegiance.settings.nightly.NightlySettings;
import io.allegiance.training.ModelRegistry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * First step of a night: freezes the run's inputs; later training, edits and imports do not change them; where
 * referrals or incidents land before a restart, the run starts from the beginning. Frozen are the model version, the
 * configuration, the publication that segments look back at, the slot of its rows, the days to take in with their
 * totals, and the closures that they tell of.
 */
@Component
public final class OpenDay implements SingleStep {

    private final Runs runs;
    private final DayPlan plan;
    private final ModelRegistry models;
    private final Publications publications;
    private final ConfigurationSource configurations;
    private final UpstreamCheck upstream;
    private final Closures closures;
    private final int lateDays;

    OpenDay(
            Runs runs,
            DayPlan plan,
            ModelRegistry models,
            Publications publications,
            ConfigurationSource configurations,
            UpstreamCheck upstream,
            Closures closures,
            NightlySettings settings) {
        this.runs = runs;
        this.plan = plan;
        this.models = models;
        this.publications = publications;
        this.configurations = configurations;
        this.upstream = upstream;
        this.closures = closures;
        this.lateDays = settings.lateDays();
    }

    @Override
    public void execute(RunParameters run) {
        FrozenConfiguration current = configurations.readCurrent();
        String configuration = Json.write(current);
        List<DayTotals> days = plan.planOnce(run.runId(), run.businessDate(), lateDays);
        upstream.requireComplete(
                days.get(days.size() - 1), runs.get(run.runId()).forced());
        String model = getModelVersion(run.businessDate());
        closures.freeze(run.runId(), run.businessDate(), current.toClosureRules());
        runs.freeze(
                run.runId(),
                new Run.Frozen(
                        model,
                        HashFunction.MD5.hex(configuration),
                        configuration,
                        findPrevious(run.businessDate()).orElse(null),
                        publications.takeSlot(run.runId())));
    }

    /**
     * Returns whether a run that opened now would use other lines, another configuration or another model than a held
     * run did.
     */
    public boolean isOutdated(Run held) {
        Run.Frozen frozen = held.frozen();
        return frozen != null
                && (!plan.isTakenIn(held, lateDays)
                        || isReconfigured(frozen)
                        || !describeModelVersion(held.businessDate()).equals(frozen.modelVersion()));
    }

    /** Returns whether a run that opened now would look back at another publication than this one did. */
    public boolean looksBackElsewhere(Run run) {
        return run.frozen() != null
                && !Optional.ofNullable(run.frozen().previousPublication()).equals(findPrevious(run.businessDate()));
    }

    /**
     * Says what was trained or edited since a run opened and does not count for it; nothing where that is nothing.
     */
    public Optional<String> describeEditsSince(Run run) {
        Run.Frozen frozen = run.frozen();
        if (frozen == null) {
            return Optional.empty();
        }
        String newest = describeModelVersion(run.businessDate());
        List<String> edits = new ArrayList<>();
        if (!newest.equals(frozen.modelVersion())) {
            edits.add("model " + frozen.modelVersion() + ", although " + newest + " is the active one by now");
        }
        if (isReconfigured(frozen)) {
            edits.add("the configuration of then, although it was edited since");
        }
        return edits.isEmpty()
                ? Optional.empty()
                : Optional.of("the night of " + run.businessDate() + " goes on with what it was opened with: "
                        + String.join("; ", edits) + ". The next night uses the new");
    }

    private boolean isReconfigured(Run.Frozen frozen) {
        return !HashFunction.MD5.hex(Json.write(configurations.readCurrent())).equals(frozen.configurationHash());
    }

    private Optional<Long> findPrevious(LocalDate date) {
        return publications.findPrevious(date).map(Publication::publication);
    }

    private String describeModelVersion(LocalDate date) {
        return models.findActiveVersion(date).orElse("none");
    }

    private String getModelVersion(LocalDate date) {
        return models.findActive(date)
                .map(ModelRegistry.Registered::version)
                .orElseThrow(() -> new AttentionException("there is no model as of " + date
                        + " or before; run 'allegiance train --as-of " + date + "' and then this command again"));
    }
}
