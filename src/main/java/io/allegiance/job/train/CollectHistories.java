package io.allegiance.job.train;

import io.allegiance.audit.IntakeBalance;
import io.allegiance.audit.LeftOutGate;
import io.allegiance.calendar.Closure;
import io.allegiance.calendar.ClosureRules;
import io.allegiance.calendar.KnownClosures;
import io.allegiance.job.step.RunParameters;
import io.allegiance.job.step.SingleStep;
import io.allegiance.run.Closures;
import io.allegiance.run.DayPlan;
import io.allegiance.run.Runs;
import io.allegiance.settings.ClosureSettings;
import io.allegiance.settings.nightly.NightlySettings;
import io.allegiance.settings.nightly.NightlySettings.RejectSettings;
import io.allegiance.training.CategoryLog;
import io.allegiance.training.LeftOut;
import io.allegiance.training.LeftOutLines;
import io.allegiance.training.TrainSettings;
import io.allegiance.training.TrainingSet;
import io.allegiance.training.TrainingSets;
import io.allegiance.wording.Counted;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Step of training: checks what was taken in and what had to be left out, and collects every customer's history as of the date. Says which days
 * changed in the source that are too far back for nights to notice.
 */
@Component
public final class CollectHistories implements SingleStep {

    private static final Logger LOG = LoggerFactory.getLogger(CollectHistories.class);

    private final Runs runs;
    private final IntakeBalance balance;
    private final DayPlan plan;
    private final TrainingSets sets;
    private final TrainingRun training;
    private final Closures closures;
    private final ClosureRules closureRules;
    private final LeftOutLines leftOutLines;
    private final LeftOutGate gate;
    private final RejectSettings rejects;
    private final int lateDays;

    CollectHistories(
            Runs runs,
            IntakeBalance balance,
            DayPlan plan,
            TrainingSets sets,
            TrainingRun training,
            Closures closures,
            ClosureSettings closed,
            LeftOutLines leftOutLines,
            LeftOutGate gate,
            TrainSettings train,
            NightlySettings settings) {
        this.runs = runs;
        this.balance = balance;
        this.plan = plan;
        this.sets = sets;
        this.training = training;
        this.closures = closures;
        this.closureRules = closed.toRules();
        this.leftOutLines = leftOutLines;
        this.gate = gate;
        this.rejects = train.rejects().orOfNights(settings.gate().rejects());
        this.lateDays = settings.lateDays();
    }

    @Override
    public void execute(RunParameters run) {
        balance.checkAndRecord(runs.get(run.runId()));
        LeftOut leftOut = checkLeftOut(run);
        warnOfUnseenChanges();
        KnownClosures known = closures.getKnownIn(run.runId(), run.businessDate(), closureRules);
        LOG.info("collectHistories: closures: {}", Closure.describe(known.listAsOf(run.businessDate())));
        TrainingSet set = sets.collect(
                run.businessDate(),
                known,
                customers -> LOG.info("collectHistories: {} so far", Counted.of(customers, "customer")));
        LOG.info(
                "collectHistories: {} customers with a purchase",
                set.purchases().customers());
        Optional<CategoryLog> categories = sets.collectCategories(
                run.businessDate(),
                customers -> LOG.info("collectHistories: categories of {} so far", Counted.of(customers, "customer")));
        LOG.info(
                "collectHistories: {} categories",
                categories.map(log -> log.names().size()).orElse(0));
        training.setTrainingSet(set.withCategories(categories.orElse(null)), leftOut);
    }

    private @Nullable LeftOut checkLeftOut(RunParameters run) {
        LeftOut leftOut = leftOutLines.find(run.businessDate()).orElse(null);
        if (leftOut != null) {
            LOG.info("collectHistories: left out: {}", leftOut.statement());
            gate.check(runs.get(run.runId()), leftOut, rejects);
        }
        return leftOut;
    }

    private void warnOfUnseenChanges() {
        List<LocalDate> changed = plan.listUnseenChanges(lateDays);
        if (!changed.isEmpty()) {
            LOG.warn(
                    "collectHistories: {} from {} to {} with other lines in source_transaction than were taken in, further"
                            + " back than the {} that nights look at; to take them in, set late-days in"
                            + " jobs/nightly.yaml so that it reaches back to {} for one night",
                    Counted.of(changed.size(), "day"),
                    changed.get(0),
                    changed.get(changed.size() - 1),
                    Counted.of(lateDays, "day"),
                    changed.get(0));
        }
    }
}
