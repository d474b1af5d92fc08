package io.allegiance.platform.database;

import io.allegiance.failure.AttentionException;
import io.allegiance.failure.RetryableException;
import io.allegiance.platform.sql.Sql;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * The tables: created and upgraded by the migrations in {@code sql/migration}, and checked before anything else runs.
 */
@Component
public final class Schema {

    private static final Pattern FILE = Pattern.compile("V0*(\\d+)__.*\\.sql");

    private final DataSource dataSource;

    /** Made when it is needed: where the tables are current, one statement tells. */
    private final SingletonSupplier<Flyway> flyway;

    Schema(DataSource dataSource) {
        this.dataSource = dataSource;
        this.flyway = SingletonSupplier.of(() -> Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:sql/migration")
                .cleanDisabled(true)
                .load());
    }

    /**
     * Returns whether the tables are those of this program, by one statement. Where it returns false, {@link #findObstacle} tells
     * why.
     */
    public boolean isCurrent() {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(Sql.get("platform/database/list_applied_migrations"))) {
            Set<String> applied = new HashSet<>();
            while (rows.next()) {
                applied.add(FILE.matcher(rows.getString(1)).replaceAll("$1"));
            }
            return applied.equals(listVersions());
        } catch (SQLException e) {
            if (DatabaseFailures.find(e)
                    .filter(RetryableException.class::isInstance)
                    .isPresent()) {
                throw DatabaseFailures.find(e).get();
            }
            return false;
        }
    }

    private static Set<String> listVersions() {
        try {
            return Arrays.stream(
                            new PathMatchingResourcePatternResolver().getResources("classpath:sql/migration/V*.sql"))
                    .map(file ->
                            FILE.matcher(String.valueOf(file.getFilename())).replaceAll("$1"))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Creates the tables or upgrades them; needs rights to define data.
     *
     * @return number of migrations that were applied
     */
    public int migrate() {
        findNewer(flyway.obtain().info()).ifPresent(newer -> {
            throw newer;
        });
        return flyway.obtain().migrate().migrationsExecuted;
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
        MigrationInfoService info = flyway.obtain().info();
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
        return findNewer(flyway.obtain().info()).isPresent();
    }

    /** Returns whether the schema has no tables yet. */
    public boolean isEmpty() {
        return flyway.obtain().info().current() == null;
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
