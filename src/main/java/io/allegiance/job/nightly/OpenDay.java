package io.allegiance.job.nightly;

import io.allegiance.failure.AttentionException;
import io.allegiance.intake.DayTotals;
import io.allegiance.job.RunParameters;
import io.allegiance.job.SingleStep;
import io.allegiance.platform.Json;
import io.allegiance.publish.Publication;
import io.allegiance.publish.Publications;
import io.allegiance.run.DayPlan;
import io.allegiance.run.Run;
import io.allegiance.run.Runs;
import io.allegiance.training.ModelRegistry;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * First step of a night: freezes what the run uses, whatever is trained, edited or landed from now on; where referrals or
 * incidents land before it is carried on, it begins anew. That is the model
 * version, the configuration, the publication that segments look back at, the slot of its rows, and the days to take in with
 * their totals.
 */
@Component
public final class OpenDay implements SingleStep {

    private final Runs runs;
    private final DayPlan plan;
    private final ModelRegistry models;
    private final Publications publications;
    private final NightConfigurations configurations;
    private final int lateDays;

    OpenDay(
            Runs runs,
            DayPlan plan,
            ModelRegistry models,
            Publications publications,
            NightConfigurations configurations,
            NightlySettings settings) {
        this.runs = runs;
        this.plan = plan;
        this.models = models;
        this.publications = publications;
        this.configurations = configurations;
        this.lateDays = settings.lateDays();
    }

    @Override
    public void execute(RunParameters run) {
        String configuration = Json.write(configurations.readCurrent());
        List<DayTotals> days = plan.planOnce(run.runId(), run.businessDate(), lateDays);
        String model = getModelVersion(run.businessDate());
        runs.freeze(
                run.runId(),
                new Run.Frozen(
                        model,
                        Json.hash(configuration),
                        configuration,
                        publications
                                .findPrevious(run.businessDate())
                                .map(Publication::publication)
                                .orElse(null),
                        publications.takeSlot(run.runId())));
    }

    /** Whether a run that opened now would use other lines, another configuration or another model than a held run did. */
    public boolean isOutdated(Run held) {
        Run.Frozen frozen = held.getFrozen();
        return !plan.isTakenIn(held, lateDays)
                || !Json.hash(Json.write(configurations.readCurrent())).equals(frozen.configurationHash())
                || !getModelVersion(held.businessDate()).equals(frozen.modelVersion());
    }

    private String getModelVersion(LocalDate date) {
        return models.findActive(date)
                .map(ModelRegistry.Registered::version)
                .orElseThrow(() -> new AttentionException("there is no model as of " + date
                        + " or before; run 'allegiance train --as-of " + date + "' and then this command again"));
    }
}
