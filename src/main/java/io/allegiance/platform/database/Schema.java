package io.allegiance.platform.database;

import io.allegiance.failure.AttentionException;
import java.util.Arrays;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.springframework.stereotype.Component;

/**
 * The tables: created and upgraded by the migrations in {@code sql/migration}, and checked before anything else runs.
 */
@Component
public final class Schema {

    private final Flyway flyway;

    Schema(DataSource dataSource) {
        this.flyway = Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:sql/migration")
                .cleanDisabled(true)
                .load();
    }

    /**
     * Creates the tables or upgrades them; needs rights to define data.
     *
     * @return number of migrations that were applied
     */
    public int migrate() {
        findNewer(flyway.info()).ifPresent(newer -> {
            throw newer;
        });
        return flyway.migrate().migrationsExecuted;
    }

    /**
     * Requires that the tables are those of this program.
     *
     * @throws AttentionException when they are older or newer
     */
    public void requireCurrent() {
        findObstacle().ifPresent(obstacle -> {
            throw obstacle;
        });
    }

    /** Finds why these are not the tables of this program, with what to do; empty where they are. */
    public Optional<AttentionException> findObstacle() {
        MigrationInfoService info = flyway.info();
        Optional<AttentionException> newer = findNewer(info);
        if (newer.isPresent()) {
            return newer;
        }
        if (info.current() == null) {
            return Optional.of(new AttentionException(
                    "the schema has no tables of Allegiance yet; run 'allegiance migrate' with a user"
                            + " who may create tables"));
        }
        return info.pending().length == 0
                ? Optional.empty()
                : Optional.of(new AttentionException("the schema is too old for this program: version "
                        + info.current().getVersion() + ", and "
                        + info.pending()[info.pending().length - 1].getVersion()
                        + " is needed; run 'allegiance migrate' with a user who may alter tables"));
    }

    /** Returns whether a newer program made the tables. */
    public boolean isNewer() {
        return findNewer(flyway.info()).isPresent();
    }

    /** Returns whether the schema has no tables yet. */
    public boolean isEmpty() {
        return flyway.info().current() == null;
    }

    private static Optional<AttentionException> findNewer(MigrationInfoService info) {
        return Arrays.stream(info.applied())
                .filter(migration -> migration.getState() == MigrationState.FUTURE_SUCCESS
                        || migration.getState() == MigrationState.FUTURE_FAILED)
                .findFirst()
                .map(migration -> new AttentionException("the schema is too new for this program: it has version "
                        + migration.getVersion() + "; use the program that made it, or a later one"));
    }
}
