package io.allegiance.cli.exit;

import io.allegiance.failure.AllegianceException;
import io.allegiance.failure.CauseChain;
import io.allegiance.platform.database.DatabaseFailures;
import java.util.Optional;

/** The failures that the program has a message for: its own, those of the configuration among them, and those of a database. */
public final class KnownFailures {

    private KnownFailures() {}

    /**
     * Classifies a failure. An exception of the program takes precedence over exceptions that wrap it.
     *
     * @param failure anything thrown; its causes are searched as well
     * @return empty where the failure is a fault of the program
     */
    public static Optional<AllegianceException> find(Throwable failure) {
        return CauseChain.find(failure, AllegianceException.class).or(() -> DatabaseFailures.find(failure));
    }
}
