package io.allegiance.cli.monitor;

import io.allegiance.cli.exit.ConfigurationState;
import io.allegiance.failure.ExitCode;
import io.allegiance.platform.LogFields;
import io.allegiance.watch.RunFigures;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Monitors one unattended job from its start to its end. While the job runs, a timer waits for its deadline. When the job has
 * ended, its metrics are pushed and its alerts are raised.
 */
final class JobMonitor {

    private final MonitoredJob job;
    private final long startNanos = System.nanoTime();
    private final Timer timer = new Timer("deadline", true);
    private @Nullable MonitorTargets targets;
    private @Nullable MonitorContext program;
    private @Nullable LocalDate date;
    private @Nullable RunFigures figures;
    private boolean lateRaised;
    private boolean ended;

    JobMonitor(MonitoredJob job) {
        this.job = job;
        LogFields.setJob(job.name(), null);
    }

    /** Uses the started program from now on, and starts to wait for the deadline. */
    synchronized void attach(MonitorContext context) {
        program = context;
        useTargets(context.targets());
        job.findTimeLeft(context.targets().deadlines(), date)
                .filter(left -> !left.isNegative())
                .ifPresent(left -> timer.schedule(new DeadlineTask(), left.toMillis()));
    }

    private void useTargets(MonitorTargets those) {
        targets = those;
        date = those.resolve(job.date());
        LogFields.setJob(job.name(), date);
    }

    /** Reads the figures of the run while the database can still be asked: the work has ended, well or not. */
    synchronized void readFigures() {
        timer.cancel();
        if (!ended && program != null) {
            figures = program.figures().find(job.runsOf(), date).orElse(null);
        }
        ended = true;
    }

    /** Ends without metrics and alerts: there was nothing to do. */
    synchronized void cancel() {
        timer.cancel();
        ended = true;
    }

    /**
     * Sends the metrics and alerts of the end.
     *
     * @param message why the job ended so; empty where it printed its own result
     * @param configuration what can be asked of the configuration
     * @param configured reads the targets where the program was never up
     */
    synchronized void end(
            ExitCode code, String message, ConfigurationState configuration, Supplier<MonitorTargets> configured) {
        timer.cancel();
        ended = true;
        Duration took = Duration.ofNanos(System.nanoTime() - startNanos);
        JobOutcome outcome = new JobOutcome(
                job, code, message, took, figures, lateRaised, configuration == ConfigurationState.REFUSED);
        if (outcome.hasRun()) {
            MonitorTargets known = targets;
            if (known == null) {
                known = configured.get();
                useTargets(known);
            }
            outcome.send(known, date);
        }
    }

    private synchronized void raiseLate() {
        if (!ended && program != null) {
            lateRaised = true;
            RunFigures now = program.figures().find(null, null).orElse(null);
            program.targets()
                    .alerts()
                    .raise(job.lateAlert(date, now, null, "it still runs, and its deadline has come"));
        }
    }

    private final class DeadlineTask extends TimerTask {

        @Override
        public void run() {
            raiseLate();
        }
    }
}
