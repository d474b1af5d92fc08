package io.allegiance.cli.monitor;

import io.allegiance.platform.LogFields;
import io.allegiance.watch.RunFigureReader;
import io.allegiance.watch.RunFigures;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/**
 * One piece of work that runs where nobody looks, from its begin to its end: its deadline is waited for while it runs, and
 * when it has ended its metrics are pushed and those are called who have to know.
 */
final class JobMonitor {

    private final MonitoredJob what;
    private final long begunNanos = System.nanoTime();
    private final Timer timer = new Timer("deadline", true);
    private @Nullable MonitorTargets watchers;
    private @Nullable RunFigureReader reader;
    private @Nullable LocalDate date;
    private @Nullable RunFigures figures;
    private boolean lateRaised;
    private boolean over;

    JobMonitor(MonitoredJob what) {
        this.what = what;
        LogFields.setJob(what.job(), null);
    }

    /** Takes note of who is to be told, now that the program is up, and waits for the deadline. */
    synchronized void attach(ApplicationContext context) {
        reader = context.getBean(RunFigureReader.class);
        MonitorTargets those = accept(MonitorTargets.of(context));
        what.findLeft(those.deadlines(), date)
                .filter(left -> !left.isNegative())
                .ifPresent(left -> timer.schedule(new DeadlineTask(), left.toMillis()));
    }

    private MonitorTargets accept(MonitorTargets those) {
        watchers = those;
        date = those.resolve(what.date());
        LogFields.setJob(what.job(), date);
        return those;
    }

    /** Takes note of how things stand while the database can be asked: the work is over, well or not. */
    synchronized void capture() {
        timer.cancel();
        if (!over && reader != null) {
            figures = reader.find(what.runs(), date).orElse(null);
        }
        over = true;
    }

    /** Forgets it: there was nothing to do. */
    synchronized void drop() {
        timer.cancel();
        over = true;
    }

    /**
     * Tells how it ended.
     *
     * @param configured finds whom the configuration names, where the program never came up
     */
    synchronized void end(CommandFailure ending, Supplier<MonitorTargets> configured) {
        timer.cancel();
        over = true;
        JobOutcome ended =
                new JobOutcome(what, ending, Duration.ofNanos(System.nanoTime() - begunNanos), figures, lateRaised);
        if (ended.hasRun()) {
            ended.tell(watchers == null ? accept(configured.get()) : watchers, date);
        }
    }

    private synchronized void raiseLate() {
        if (!over && watchers != null && reader != null) {
            lateRaised = true;
            RunFigures now = reader.find(null, null).orElse(null);
            watchers.alerts().raise(what.late(date, now, null, "it still runs, and its deadline has come"));
        }
    }

    private final class DeadlineTask extends TimerTask {

        @Override
        public void run() {
            raiseLate();
        }
    }
}
