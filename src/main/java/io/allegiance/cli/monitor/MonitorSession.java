package io.allegiance.cli.monitor;

import io.allegiance.cli.exit.ConfigurationState;
import io.allegiance.failure.ExitCode;
import io.allegiance.failure.NothingToDoException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The monitors of a command: one at a time, several one after the other. */
public final class MonitorSession {

    private static final Logger LOG = LoggerFactory.getLogger(MonitorSession.class);

    private final MonitorTargets.Source configured;
    private @Nullable JobMonitor current;
    private @Nullable MonitorContext program;

    /**
     * @param configured reads the targets for jobs that end before the program is up
     */
    public MonitorSession(MonitorTargets.Source configured) {
        this.configured = configured;
    }

    /** Monitors a job. A job before it ended well: a failure would have ended the command. */
    public <T> T monitor(MonitoredJob job, Supplier<T> work) {
        end(ExitCode.DONE);
        JobMonitor monitor = new JobMonitor(job);
        current = monitor;
        if (program != null) {
            monitor.attach(program);
        }
        try {
            return work.get();
        } catch (NothingToDoException e) {
            monitor.cancel();
            current = null;
            throw e;
        } finally {
            monitor.readFigures();
        }
    }

    /** Does work while the program is up. */
    public <T> T runAttached(MonitorContext context, Supplier<T> work) {
        JobMonitor monitor = current;
        program = context;
        try {
            if (monitor != null) {
                monitor.attach(context);
            }
            return work.get();
        } finally {
            program = null;
            if (monitor != null) {
                monitor.readFigures();
            }
        }
    }

    /** Ends the monitor, where there is one, of a job that printed its own result. */
    public void end(ExitCode code) {
        end(code, "", ConfigurationState.USABLE);
    }

    /**
     * Ends the monitor, where there is one. An error here does not change how the job ended.
     *
     * @param message why the job ended so; empty where it printed its own result
     * @param configuration what can be asked of the configuration
     */
    public void end(ExitCode code, String message, ConfigurationState configuration) {
        JobMonitor ended = current;
        current = null;
        if (ended == null) {
            return;
        }
        try {
            ended.end(code, message, configuration, () -> configured.read(configuration));
        } catch (RuntimeException e) {
            LOG.warn("nobody could be told how this ended: {}", e.getClass().getSimpleName());
        }
    }
}
