package io.allegiance.cli.monitor;

import io.allegiance.failure.ExitCode;
import io.allegiance.failure.NothingToDoException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;

/** The watches of a command: one at a time, several one after the other. */
public final class MonitorSession {

    private static final Logger LOG = LoggerFactory.getLogger(MonitorSession.class);

    private final Function<Boolean, MonitorTargets> configured;
    private @Nullable JobMonitor watch;
    private @Nullable ApplicationContext running;

    /**
     * @param configured gets whom the configuration names, without a database; told whether its files cannot be read
     */
    public MonitorSession(Function<Boolean, MonitorTargets> configured) {
        this.configured = configured;
    }

    /** Does work under a watch of its own. The one before it has ended well, or the command would have ended. */
    public <T> T watched(MonitoredJob what, Supplier<T> work) {
        end(ExitCode.DONE.code());
        JobMonitor begun = new JobMonitor(what);
        watch = begun;
        if (running != null) {
            begun.attach(running);
        }
        try {
            return work.get();
        } catch (NothingToDoException e) {
            begun.drop();
            watch = null;
            throw e;
        } finally {
            begun.capture();
        }
    }

    /** Does work while the program is up. */
    public <T> T whileRunning(ApplicationContext context, Supplier<T> work) {
        JobMonitor begun = watch;
        running = context;
        try {
            if (begun != null) {
                begun.attach(context);
            }
            return work.get();
        } finally {
            running = null;
            if (begun != null) {
                begun.capture();
            }
        }
    }

    /** Ends the watch, where there is one, over work that told what was to be told itself. */
    public void end(int code) {
        if (watch != null) {
            end(CommandFailure.of(code));
        }
    }

    /** Ends the watch, where there is one. Whatever goes wrong then, the work has ended as it has. */
    public void end(CommandFailure ending) {
        JobMonitor ended = watch;
        watch = null;
        if (ended == null) {
            return;
        }
        try {
            ended.end(ending, () -> configured.apply(ending.filesUnreadable()));
        } catch (RuntimeException e) {
            LOG.warn("nobody could be told how this ended: {}", e.getClass().getSimpleName());
        }
    }
}
