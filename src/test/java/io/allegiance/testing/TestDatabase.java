package io.allegiance.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.allegiance.platform.database.Database;
import io.allegiance.platform.datasource.DataSourceConfiguration;
import io.allegiance.platform.embedded.EmbeddedDatabase;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/**
 * One database server for all tests of a JVM, and a fresh schema for each test class that asks for one. The server is
 * the embedded MariaDB in a temporary home, or, where {@code ALLEGIANCE_TEST_DATABASE_URL} is set (with
 * {@code _USERNAME} and {@code _PASSWORD} of an account that may create schemas and accounts), that MySQL. Where there is a
 * second one, under the same names with {@code _2} behind them, the second test process uses that.
 *
 * <pre>{@code
 * @AutoClose
 * static final TestDatabase.Schema DATABASE = TestDatabase.freshSchema().migrate();
 * }</pre>
 */
public final class TestDatabase {

    private static final String PREFIX = "ALLEGIANCE_TEST_DATABASE_";

    /** What migrations make; null until they did. */
    private static @Nullable MigratedTables migrated;

    private TestDatabase() {}

    /** Creates an empty schema, which {@link Schema#close()} drops. */
    public static Schema freshSchema() {
        String name = "test_" + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
        Server server = Holder.SERVER;
        server.execute("CREATE DATABASE " + name + " CHARACTER SET utf8mb4 COLLATE utf8mb4_bin");
        Database database = Database.at(server.url(name), server.username(), server.password());
        HikariConfig pool = DataSourceConfiguration.poolOf(database);
        pool.setMaximumPoolSize(6);
        pool.setMinimumIdle(0);
        return new Schema(name, database, new HikariDataSource(pool));
    }

    /** Tells whether the tests run on the embedded MariaDB rather than on a MySQL. */
    public static boolean isEmbedded() {
        return System.getenv(PREFIX + "URL") == null;
    }

    /**
     * Finds the server that tests may kill: the MySQL that {@code .ci/mysql start} began, which says so in {@code
     * ALLEGIANCE_TEST_DATABASE_SERVER}, and no other.
     */
    public static Optional<KillableServer> findKillableServer() {
        return Optional.ofNullable(System.getenv(PREFIX + "SERVER" + suffix())).map(KillableServer::new);
    }

    /** Where there is a server for each test process, the names of this one's end so. */
    private static String suffix() {
        String own = "_" + System.getProperty("allegiance.test.process", "1");
        return System.getenv(PREFIX + "URL" + own) == null ? "" : own;
    }

    /** Runs one statement as the server's administrator. */
    public static void administrate(String statement) {
        Holder.SERVER.execute(statement);
    }

    /** A schema of one test class. */
    public record Schema(String name, Database database, HikariDataSource pool) implements AutoCloseable {

        public String jdbcUrl() {
            return database.jdbcUrl();
        }

        public String username() {
            return database.username().orElseThrow();
        }

        public String password() {
            return database.password().orElseThrow();
        }

        public DataSource dataSource() {
            return pool;
        }

        /** Creates the program's tables in an empty schema; by its migrations the first time. */
        public Schema migrate() {
            synchronized (TestDatabase.class) {
                if (migrated == null) {
                    migrateTo("latest");
                    migrated = MigratedTables.of(name, pool);
                } else {
                    migrated.create(pool);
                }
            }
            return this;
        }

        /** Creates or changes the program's tables as they were at a version. */
        public Schema migrateTo(String version) {
            Flyway.configure()
                    .dataSource(pool)
                    .locations("classpath:sql/migration")
                    .target(version)
                    .load()
                    .migrate();
            return this;
        }

        /** Gives what a Spring application or a child process is told to use this schema. */
        public String[] properties() {
            return new String[] {
                "spring.datasource.url=" + jdbcUrl(),
                "spring.datasource.username=" + username(),
                "spring.datasource.password=" + password()
            };
        }

        @Override
        public void close() {
            pool.close();
            administrate("DROP DATABASE " + name);
        }
    }

    /**
     * A server of {@code .ci/mysql}.
     *
     * @param number by which the script knows it
     */
    public record KillableServer(String number) {

        /** Kills it as {@code kill -9} does; returns when it is gone. */
        public void crash() {
            run("crash");
        }

        /** Starts it again on its data and port; returns when it takes connections. */
        public void restart() {
            run("restart");
        }

        private void run(String what) {
            // A file, not a pipe: the server keeps it open for as long as it lives.
            File said = new File("target", "mysql-" + number + ".log");
            try {
                int code = new ProcessBuilder(".ci/mysql", what, number)
                        .redirectErrorStream(true)
                        .redirectOutput(said)
                        .start()
                        .waitFor();
                if (code != 0) {
                    throw new IllegalStateException(
                            ".ci/mysql " + what + " " + number + " ended with " + code + "; see " + said);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private record Server(String prefix, String suffix, String username, String password) {

        String url(String schema) {
            return prefix + schema + suffix;
        }

        void execute(String sql) {
            try (Connection connection = DriverManager.getConnection(url(""), username, password);
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException("the test database refused: " + sql, e);
            }
        }
    }

    /** Started when the first test asks. */
    private static final class Holder {

        static final Server SERVER = isEmbedded() ? embedded() : given();

        private static Server given() {
            String suffix = suffix();
            String url = System.getenv(PREFIX + "URL" + suffix);
            int query = url.indexOf('?');
            String base = query < 0 ? url : url.substring(0, query);
            return new Server(
                    base.substring(0, base.indexOf('/', "jdbc:mysql://".length()) + 1),
                    query < 0 ? "" : url.substring(query),
                    System.getenv(PREFIX + "USERNAME" + suffix),
                    System.getenv(PREFIX + "PASSWORD" + suffix));
        }

        private static Server embedded() {
            Path home = temporaryHome();
            EmbeddedDatabase database = EmbeddedDatabase.start(home, EmbeddedDatabase.defaultBinaries(), 256);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                database.close();
                delete(home);
            }));
            String url = database.jdbcUrl("");
            int query = url.indexOf('?');
            return new Server(url.substring(0, query), url.substring(query), database.username(), database.password());
        }

        private static Path temporaryHome() {
            try {
                return Files.createTempDirectory("allegiance-test-");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void delete(Path folder) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
