package io.allegiance.ops;

import io.allegiance.failure.NothingToDoException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;

/** The watches of a command: one at a time, several one after the other. */
final class Watches {

    private static final Logger LOG = LoggerFactory.getLogger(Watches.class);

    private final Function<Boolean, Watchers> configured;
    private @Nullable Watch watch;
    private @Nullable ApplicationContext running;

    /**
     * @param configured gets whom the configuration names, without a database; told whether its files cannot be read
     */
    Watches(Function<Boolean, Watchers> configured) {
        this.configured = configured;
    }

    /** Does work under a watch of its own. The one before it has ended well, or the command would have ended. */
    <T> T watched(Watched what, Supplier<T> work) {
        end(ExitCode.DONE.code());
        Watch begun = new Watch(what);
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
    <T> T whileRunning(ApplicationContext context, Supplier<T> work) {
        Watch begun = watch;
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
    void end(int code) {
        if (watch != null) {
            end(Ending.of(code));
        }
    }

    /** Ends the watch, where there is one. Whatever goes wrong then, the work has ended as it has. */
    void end(Ending ending) {
        Watch ended = watch;
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
