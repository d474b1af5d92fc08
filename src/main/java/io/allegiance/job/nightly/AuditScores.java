package io.allegiance.job.nightly;

import io.allegiance.audit.AuditGate;
import io.allegiance.audit.ControlTotals;
import io.allegiance.audit.IntakeBalance;
import io.allegiance.failure.GateHeldException;
import io.allegiance.job.step.RunParameters;
import io.allegiance.job.step.SingleStep;
import io.allegiance.platform.transaction.SeparateTransaction;
import io.allegiance.publish.HorizonScores;
import io.allegiance.publish.Scores;
import io.allegiance.publish.SlotTotals;
import io.allegiance.run.AuditCheck;
import io.allegiance.run.Run;
import io.allegiance.run.RunAudits;
import io.allegiance.run.RunPartitions;
import io.allegiance.run.Runs;
import io.allegiance.training.HorizonFit;
import io.allegiance.training.ModelRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Step of a night, and the gate before readers: control totals must balance, no value may be out of range, no more
 * lines may be refused than configured, the day must have its usual size, and the scores must not have moved more than
 * configured. The comparison is stored either way.
 */
@Component
public final class AuditScores implements SingleStep {

    private final Runs runs;
    private final RunAudits audits;
    private final RunPartitions partitions;
    private final Scores scores;
    private final HorizonScores horizons;
    private final ModelRegistry models;
    private final ControlTotals totals;
    private final IntakeBalance balance;
    private final AuditGate gate;
    private final SeparateTransaction separately;

    AuditScores(
            Runs runs,
            RunAudits audits,
            RunPartitions partitions,
            Scores scores,
            HorizonScores horizons,
            ModelRegistry models,
            ControlTotals totals,
            IntakeBalance balance,
            AuditGate gate,
            SeparateTransaction separately) {
        this.runs = runs;
        this.audits = audits;
        this.partitions = partitions;
        this.scores = scores;
        this.horizons = horizons;
        this.models = models;
        this.totals = totals;
        this.balance = balance;
        this.gate = gate;
        this.separately = separately;
    }

    @Override
    public void execute(RunParameters parameters) {
        Run run = runs.get(parameters.runId());
        balance.checkAndRecord(run);
        SlotTotals slot = scores.getTotals(
                Objects.requireNonNull(run.getFrozen().slot()),
                partitions.listRanges(run.runId(), ScoreCustomers.NAME));
        List<AuditCheck> checks = new ArrayList<>(totals.checkScores(run, slot, countWritten(run)));
        checks.addAll(checkHorizons(run, slot.scored()));
        separately.run(() -> audits.save(run.runId(), checks));
        AuditCheck.describeFailures(checks).ifPresent(names -> {
            throw new GateHeldException("the control totals of " + run.businessDate() + " do not balance (" + names
                    + "); nothing was published and what was published stays; look at the table run_audit");
        });
        gate.check(run, slot.spread());
    }

    /** Nothing is counted for a model without further horizons. */
    private List<AuditCheck> checkHorizons(Run run, long scored) {
        List<Integer> further = models.get(run.getFrozen().getModelVersion()).model().further().stream()
                .map(HorizonFit::horizonDays)
                .toList();
        return further.isEmpty()
                ? List.of()
                : ControlTotals.checkHorizons(
                        further,
                        horizons.getTotals(
                                Objects.requireNonNull(run.getFrozen().slot()),
                                partitions.listRanges(run.runId(), ScoreCustomers.NAME)),
                        scored);
    }

    private long countWritten(Run run) {
        return partitions.listProgress(run.runId(), ScoreCustomers.NAME, ScoreCustomers.ROWS).stream()
                .mapToLong(Long::parseLong)
                .sum();
    }
}
