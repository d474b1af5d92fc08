package io.allegiance.cli;

import io.allegiance.cli.exit.KnownFailures;
import io.allegiance.failure.RetryableException;
import io.allegiance.platform.datasource.DataSourceConfiguration;
import io.allegiance.platform.embedded.HomeAccess;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** Starts the small part of the program that commands need which only read, hold or release, and closes it again. */
final class ReadingSession {

    private static final String ENDED =
            "the allegiance whose embedded database this command used has ended, and the database with it;"
                    + " nothing was changed, run the same command again";

    private final ContextRunner contexts;
    private final Map<String, Object> properties;
    private final AtomicReference<Clock> clock = new AtomicReference<>();

    ReadingSession(ContextRunner contexts, Map<String, Object> properties) {
        this.contexts = contexts;
        this.properties = properties;
    }

    /** The server ended before work on it began. */
    private static final class TooLateException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TooLateException(RuntimeException cause) {
            super(cause);
        }
    }

    /**
     * Does work on a database whose schema is that of this program.
     *
     * @param access what the work does to an embedded database
     * @throws RetryableException when another program's embedded database ended meanwhile; one that ended before the work began is
     *     replaced by a server of this program's own
     */
    <T> T run(HomeAccess access, Function<ReadingProgram, T> work) {
        try {
            return runOnce(access, work);
        } catch (TooLateException e) {
            return runOnce(access, work);
        }
    }

    private <T> T runOnce(HomeAccess access, Function<ReadingProgram, T> work) {
        Map<String, Object> settings = new HashMap<>(properties);
        settings.put(DataSourceConfiguration.HOME_ACCESS, access);
        return contexts.runOnDemand(ReadingConfiguration.class, settings, ReadingProgram.class, program -> {
            begin(program);
            clock.set(program.clock());
            try {
                return work.apply(program);
            } catch (RuntimeException e) {
                throw isLost(program, e) ? new RetryableException(ENDED, e) : e;
            } finally {
                clock.set(null);
            }
        });
    }

    private static void begin(ReadingProgram program) {
        try {
            program.prepare();
        } catch (RuntimeException e) {
            throw isLost(program, e) ? new TooLateException(e) : e;
        }
    }

    private static boolean isLost(ReadingProgram program, RuntimeException failure) {
        return program.database().hasEnded()
                && KnownFailures.find(failure)
                        .filter(RetryableException.class::isInstance)
                        .isPresent();
    }

    /** Finds the clock while work is done. */
    Optional<Clock> findClock() {
        return Optional.ofNullable(clock.get());
    }
}
