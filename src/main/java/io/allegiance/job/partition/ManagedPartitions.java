package io.allegiance.job.partition;

import io.allegiance.job.claim.Claim;
import io.allegiance.job.claim.ClaimTaker;
import io.allegiance.job.claim.Claims;
import io.allegiance.job.claim.OfferAnnouncer;
import io.allegiance.job.claim.WorkerIdentity;
import io.allegiance.job.lease.Lease;
import io.allegiance.job.step.RunParameters;
import io.allegiance.job.step.StopRequest;
import io.allegiance.settings.MachineSettings;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.core.task.TaskExecutor;
import org.springframework.stereotype.Component;

/**
 * Gets the partitions of a step done: offers them to all who look, works on them as well, and waits for the end of each. It needs
 * no worker. Which partitions there are and which of them are left after a restart is Spring Batch's to say.
 */
@Component
final class ManagedPartitions {

    private final Claims claims;
    private final ClaimTaker taker;
    private final ClaimRunner runner;
    private final Lease lease;
    private final StopRequest stop;
    private final JobRepository jobs;
    private final TaskExecutor executor;
    private final OfferAnnouncer announcer;
    private final int threads;
    private final Duration patience;

    ManagedPartitions(
            Claims claims,
            ClaimTaker taker,
            ClaimRunner runner,
            Lease lease,
            StopRequest stop,
            JobRepository jobs,
            TaskExecutor partitionExecutor,
            OfferAnnouncer announcer,
            MachineSettings settings) {
        this.claims = claims;
        this.taker = taker;
        this.runner = runner;
        this.lease = lease;
        this.stop = stop;
        this.jobs = jobs;
        this.executor = partitionExecutor;
        this.announcer = announcer;
        this.threads = settings.partitions();
        this.patience = settings.lease().timeToLive();
    }

    /**
     * Gets partitions done.
     *
     * @param manager Spring Batch's row of the step
     * @param partitions Spring Batch's rows of the partitions that are left
     * @return the latter, as they are at the end
     */
    Set<StepExecution> run(StepExecution manager, Set<StepExecution> partitions) {
        if (partitions.isEmpty()) {
            return partitions;
        }
        OfferedStep step = new OfferedStep(
                RunParameters.of(manager.getJobParameters()).runId(),
                manager.getStepName(),
                lease.findToken().orElseThrow(() -> new IllegalStateException("a step in partitions needs the lease")),
                partitions.stream().collect(Collectors.toMap(RangePartitioner::numberOf, Function.identity())));
        claims.offer(step.runId(), step.name(), step.token(), step.ids());
        announcer.announce();
        LocalWork local = new LocalWork(threads, executor);
        try {
            new StepWatch(this, step, local, patience).run();
        } finally {
            local.awaitEnd();
        }
        local.requireRecorded();
        return new StepEnd(jobs, claims, step, local.ended()).collect();
    }

    Claims claims() {
        return claims;
    }

    boolean isStopRequested() {
        return stop.isRequested();
    }

    /** Begins to work on a partition where one is left and a thread is free; returns whether it did. */
    boolean begin(OfferedStep step, LocalWork local) {
        if (!local.hasFreeThread()) {
            return false;
        }
        Optional<Claim> claim = taker.findOpen()
                .filter(offer -> offer.runId() == step.runId() && offer.step().equals(step.name()))
                .flatMap(offer -> taker.take(offer, WorkerIdentity.MANAGER));
        claim.ifPresent(taken -> local.begin(
                taken, () -> runner.run(taken, WorkerIdentity.MANAGER, taken.isFirst() ? step.own(taken) : null)));
        return claim.isPresent();
    }

    /**
     * A step whose partitions are offered.
     *
     * @param token of the lease
     * @param executions Spring Batch's rows as this process made them, by the number of the partition
     */
    record OfferedStep(long runId, String name, long token, Map<Integer, StepExecution> executions) {

        Map<Integer, Long> ids() {
            return executions.entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, entry -> entry.getValue().getId()));
        }

        StepExecution own(Claim claim) {
            StepExecution own = executions.get(claim.partition());
            if (own == null) {
                throw new IllegalStateException("partition " + claim.partition() + " of " + name + " was not offered");
            }
            return own;
        }
    }
}
