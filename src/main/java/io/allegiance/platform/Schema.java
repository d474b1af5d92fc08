package io.allegiance.platform;

import io.allegiance.failure.AttentionException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.springframework.stereotype.Component;

/** The tables: created and upgraded by the migrations in {@code sql/migration}, and checked before anything else runs. */
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
        requireNotNewer(flyway.info());
        return flyway.migrate().migrationsExecuted;
    }

    /**
     * Requires that the tables are those of this program.
     *
     * @throws AttentionException when they are older or newer
     */
    public void requireCurrent() {
        MigrationInfoService info = flyway.info();
        requireNotNewer(info);
        if (info.current() == null) {
            throw new AttentionException(
                    "the schema has no tables of Allegiance yet; run 'allegiance migrate' with a user"
                            + " who may create tables");
        }
        if (info.pending().length > 0) {
            throw new AttentionException("the schema is too old for this program: version "
                    + info.current().getVersion() + ", and "
                    + info.pending()[info.pending().length - 1].getVersion()
                    + " is needed; run 'allegiance migrate' with a user who may alter tables");
        }
    }

    private static void requireNotNewer(MigrationInfoService info) {
        for (MigrationInfo migration : info.applied()) {
            if (migration.getState() == MigrationState.FUTURE_SUCCESS
                    || migration.getState() == MigrationState.FUTURE_FAILED) {
                throw new AttentionException("the schema is too new for this program: it has version "
                        + migration.getVersion() + "; use the program that made it, or a later one");
            }
        }
    }
}
