package io.allegiance.cli.exit;

import io.allegiance.failure.AllegianceException;
import io.allegiance.platform.database.DatabaseFailures;
import java.util.Optional;
import java.util.stream.Stream;

/** The failures that the program has a message for: its own, those of a database and those of the configuration. */
public final class KnownFailures {

    private KnownFailures() {}

    /**
     * Finds what a failure means. An exception of the program wins over whatever wraps it.
     *
     * @param failure anything thrown; its causes are searched as well
     * @return empty where the failure is a fault of the program
     */
    public static Optional<AllegianceException> find(Throwable failure) {
        return findCause(failure, AllegianceException.class)
                .map(AllegianceException.class::cast)
                .or(() -> DatabaseFailures.find(failure))
                .or(() -> ConfigurationFailures.find(failure));
    }

    /** Finds the outermost exception of a type among a failure and its causes. */
    static Optional<Throwable> findCause(Throwable failure, Class<? extends Throwable> type) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(type::isInstance)
                .findFirst();
    }
}
