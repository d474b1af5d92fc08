package io.allegiance.job;

import io.allegiance.failure.AllegianceException;
import io.allegiance.failure.LeaseHeldException;
import io.allegiance.failure.StoppedException;
import io.allegiance.job.lease.Lease;
import io.allegiance.job.record.JobRecords;
import io.allegiance.job.step.RunParameters;
import io.allegiance.platform.LogFields;
import io.allegiance.run.Run;
import io.allegiance.run.RunProgram;
import io.allegiance.run.RunPrograms;
import io.allegiance.run.RunState;
import io.allegiance.run.RunSteps;
import io.allegiance.run.Runs;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Launches the job of a run, or carries it on from the step where it failed, was stopped or was killed. Whoever calls
 * holds the lease, so an execution that is still recorded as running belongs to a dead process.
 */
@Component
final class RunLauncher {

    private static final Logger LOG = LoggerFactory.getLogger(RunLauncher.class);

    private final JobOperator operator;
    private final JobRepository jobs;
    private final Runs runs;
    private final RunSteps steps;
    private final JobRecords records;
    private final Lease lease;
    private final RunPrograms programs;
    private final ObjectProvider<RunProgram> program;

    RunLauncher(
            JobOperator operator,
            JobRepository jobs,
            Runs runs,
            RunSteps steps,
            JobRecords records,
            Lease lease,
            RunPrograms programs,
            ObjectProvider<RunProgram> program) {
        this.operator = operator;
        this.records = records;
        this.jobs = jobs;
        this.runs = runs;
        this.steps = steps;
        this.lease = lease;
        this.programs = programs;
        this.program = program;
    }

    /**
     * Returns whether the run's job went through all its steps; 'maintain' may have deleted the record of them since.
     */
    boolean isComplete(Run run, Job job) {
        return run.state() == RunState.COMPLETED
                || findLast(run, job)
                        .map(execution -> execution.getStatus() == BatchStatus.COMPLETED)
                        .orElse(false);
    }

    /**
     * Runs the job to its end.
     *
     * @throws AllegianceException when the job does not complete; the run's row has the same message
     */
    void launch(Run run, Job job) {
        Map<String, String> before = LogFields.get();
        LogFields.setJob(job.getName(), run.businessDate());
        LogFields.setRun(run.runId());
        launchNamed(run, job);
        LogFields.set(before);
    }

    /** After a failure the fields stay set: messages about the failure belong to the run. */
    private void launchNamed(Run run, Job job) {
        findInstance(run, job).ifPresent(this::recover);
        programs.set(run.runId(), program.getObject());
        runs.setState(run.runId(), RunState.RUNNING, null);
        JobExecution execution = start(run, job);
        if (execution.getStatus() == BatchStatus.COMPLETED) {
            runs.setState(run.runId(), RunState.COMPLETED, null);
            return;
        }
        boolean stopped = execution.getStatus() == BatchStatus.STOPPED;
        RuntimeException failure =
                lease.isLost() ? Lease.lost() : stopped ? stopped(run) : ExecutionFailure.of(execution);
        record(run, failure);
        throw failure;
    }

    private Optional<JobExecution> findLast(Run run, Job job) {
        return findInstance(run, job).map(jobs::getLastJobExecution);
    }

    private Optional<JobInstance> findInstance(Run run, Job job) {
        Optional<JobInstance> instance = Optional.ofNullable(jobs.getJobInstance(job.getName(), parameters(run)));
        instance.ifPresent(found -> records.requireSound(found.getInstanceId()));
        return instance;
    }

    /** Spring Batch makes the instance and its execution one after the other, and starts no instance that has none. */
    private void recover(JobInstance instance) {
        JobExecution last = jobs.getLastJobExecution(instance);
        if (last == null) {
            jobs.deleteJobInstance(instance);
            return;
        }
        if (isCutOff(last)) {
            LOG.warn("carrying on a run that was cut off");
            recover(last);
        }
        steps.orderByNumber(instance.getInstanceId());
    }

    private static boolean isCutOff(JobExecution execution) {
        return isOpen(execution.getStatus())
                || execution.getStepExecutions().stream().anyMatch(step -> isOpen(step.getStatus()));
    }

    /**
     * An end that is unknown is as good as none: a chunk's rows and its position were committed together or not at all.
     */
    private static boolean isOpen(BatchStatus status) {
        return status.isRunning() || status == BatchStatus.STOPPING || status == BatchStatus.UNKNOWN;
    }

    /** Also repairs what the operator's recovery leaves: executions in state STOPPING or UNKNOWN. */
    private void recover(JobExecution execution) {
        execution.getStepExecutions().stream()
                .filter(step -> isOpen(step.getStatus()))
                .forEach(step -> {
                    step.setStatus(BatchStatus.FAILED);
                    jobs.update(step);
                });
        if (execution.getStatus() == BatchStatus.UNKNOWN) {
            execution.setStatus(BatchStatus.FAILED);
        }
        operator.recover(execution);
    }

    private JobExecution start(Run run, Job job) {
        try {
            return operator.start(job, parameters(run));
        } catch (JobExecutionException e) {
            throw new IllegalStateException("the job of run " + run.runId() + " could not be started", e);
        }
    }

    private static JobParameters parameters(Run run) {
        return new RunParameters(run.runId(), run.businessDate()).toJobParameters();
    }

    private static StoppedException stopped(Run run) {
        return new StoppedException("stopped on request; what was published stays. The same command carries the run of "
                + run.businessDate() + " on");
    }

    private void record(Run run, RuntimeException failure) {
        try {
            if (runs.get(run.runId()).state() != RunState.ABANDONED) {
                runs.setState(run.runId(), stateAfter(failure), failure.getMessage());
            }
        } catch (DataAccessException | LeaseHeldException e) {
            LOG.warn("the run's end could not be recorded: {}", e.getClass().getSimpleName());
        }
    }

    private static RunState stateAfter(RuntimeException failure) {
        if (!(failure instanceof AllegianceException known)) {
            return RunState.FAILED;
        }
        if (known.holdsRun()) {
            return RunState.HELD;
        }
        return switch (known.exitCode()) {
            case UPSTREAM_NOT_READY -> RunState.WAITING;
            case STOPPED -> RunState.STOPPED;
            default -> RunState.FAILED;
        };
    }
}
