package io.allegiance.bench;

import com.zaxxer.hikari.HikariDataSource;
import io.allegiance.failure.AttentionException;
import io.allegiance.platform.datasource.DataSourceConfiguration;
import io.allegiance.platform.database.Database;
import io.allegiance.platform.embedded.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.FileSystemUtils;

/**
 * Where a benchmark takes place: a schema of its own beside the user's, or a home of its own for the embedded database. It is
 * empty at the beginning and gone at the end; what a benchmark left that was killed goes first.
 */
public final class BenchGround implements AutoCloseable {

    private static final String SUFFIX = "_bench";

    /** A table that says whose the schema is. */
    private static final String MARK = "bench_ground";

    private static final Pattern ADDRESS = Pattern.compile("(jdbc:mysql:[a-z+:]*//[^/?]+/)([^/?]+)(\\?.*)?");

    /**
     * What a made-up shop does in its first days would be held by the gates, nobody announces its days, and its one model need
     * not be tried often: none of that is measured.
     */
    private static final Map<String, String> MADE_UP = Map.of(
            "allegiance.nightly.require-manifest", "false",
            "allegiance.nightly.stale", "publish",
            "allegiance.nightly.gate.segment-share", "1",
            "allegiance.nightly.gate.mean-churn", "1",
            "allegiance.train.cut-offs", "1");

    private final Path home;
    private final @Nullable Database server;
    private final String schema;
    private final String url;

    private BenchGround(Path home, @Nullable Database server, String schema, String url) {
        this.home = home;
        this.server = server;
        this.schema = schema;
        this.url = url;
    }

    /** Prepares the ground beside the database that the configuration names; its address may come from a file as well. */
    public static BenchGround prepare(Environment environment) {
        Path home = EmbeddedDatabase.defaultHome(environment.getProperty("ALLEGIANCE_HOME"));
        String url = environment.getProperty("spring.datasource.url", "");
        return url.isBlank() ? embedded(home) : at(url, environment, home);
    }

    /** Prepares the home of an embedded database below a folder. */
    private static BenchGround embedded(Path folder) {
        BenchGround ground = new BenchGround(folder.resolve("bench"), null, "", "");
        ground.clear();
        return ground;
    }

    /**
     * Prepares a schema on a user's server, named as theirs with {@code _bench} behind.
     *
     * @throws AttentionException when the address names no schema, the account may not create one, or there is one of that name
     *     that no benchmark made
     */
    private static BenchGround at(String jdbcUrl, Environment environment, Path folder) {
        Matcher address = ADDRESS.matcher(jdbcUrl);
        if (!address.matches()) {
            throw new AttentionException(
                    "SPRING_DATASOURCE_URL must name a schema, beside which the benchmark makes its own:"
                            + " jdbc:mysql://host:3306/allegiance");
        }
        String schema = address.group(2) + SUFFIX;
        String rest = address.group(3) == null ? "" : address.group(3);
        BenchGround ground = new BenchGround(
                folder.resolve("bench"),
                DataSourceConfiguration.serverOf(address.group(1) + rest, environment),
                schema,
                address.group(1) + schema + rest);
        ground.requireOurs();
        ground.clear();
        ground.createSchema();
        return ground;
    }

    /** The settings of a program that runs there. */
    public Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(MADE_UP);
        settings.put("spring.datasource.url", server == null ? "" : url);
        settings.put("ALLEGIANCE_HOME", home.toString());
        return settings;
    }

    /** Where its files go. */
    public Path files() {
        return home.resolve("files");
    }

    private void createSchema() {
        try {
            execute("CREATE DATABASE " + quoted() + " CHARACTER SET utf8mb4 COLLATE utf8mb4_bin");
        } catch (DataAccessException e) {
            throw new AttentionException(
                    "the benchmark could not make the schema " + schema
                            + " for itself; run it with an account that may create and drop it: GRANT ALL ON " + quoted()
                            + ".*",
                    e);
        }
    }

    /** Marks the schema, once it has the program's tables, as one that a benchmark made and may drop. */
    public void mark() {
        if (server != null) {
            execute("CREATE TABLE " + quoted() + "." + MARK + " (nothing INT)");
        }
    }

    private void requireOurs() {
        String tables = "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = ?";
        if (count(tables, schema) > 0 && count(tables + " AND table_name = ?", schema, MARK) == 0) {
            throw new AttentionException("the benchmark would use the schema " + schema
                    + ", but that is there and no benchmark made it; drop it if nobody needs it");
        }
    }

    private void clear() {
        try {
            FileSystemUtils.deleteRecursively(home);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + home, e);
        }
        if (server != null) {
            execute("DROP DATABASE IF EXISTS " + quoted());
        }
    }

    private void execute(String statement) {
        try (HikariDataSource pool = pool()) {
            new JdbcTemplate(pool).execute(statement);
        }
    }

    private long count(String query, Object... parameters) {
        try (HikariDataSource pool = pool()) {
            return Objects.requireNonNull(new JdbcTemplate(pool).queryForObject(query, Long.class, parameters));
        }
    }

    private HikariDataSource pool() {
        return new HikariDataSource(DataSourceConfiguration.poolOf(Objects.requireNonNull(server)));
    }

    private String quoted() {
        return "`" + schema.replace("`", "``") + "`";
    }

    @Override
    public void close() {
        clear();
    }
}
