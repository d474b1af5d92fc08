package io.allegiance.chaos;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.allegiance.platform.database.Database;
import io.allegiance.platform.datasource.DataSourceConfiguration;
import io.allegiance.testing.TestDatabase;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.Assumptions;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Servers of {@code .ci/mysql} that replicate, with one schema; closing this ends them. */
final class ReplicatedServers implements AutoCloseable {

    private static final String SCHEMA = "shop";
    private static final Pattern EXPORT =
            Pattern.compile("export ALLEGIANCE_TEST_([A-Z0-9]+)_(URL|USERNAME|PASSWORD|SERVER)='(.*)'");

    private final String number;
    private final Map<String, Member> members = new HashMap<>();

    private ReplicatedServers(String number) {
        this.number = number;
    }

    /** Starts servers, or skips the test where the tests do not run on the MySQL that the script installs. */
    static ReplicatedServers start(String command, Path folder) {
        Assumptions.assumeThat(TestDatabase.findKillableServer())
                .as("servers that replicate need the MySQL of .ci/mysql; run the tests on it")
                .isPresent();
        ReplicatedServers servers = new ReplicatedServers(System.getProperty("allegiance.test.process", "1"));
        Path exports = folder.resolve(command + ".env");
        servers.script(exports, command, servers.number);
        servers.read(exports);
        return servers;
    }

    /** Runs the script; a file, not a pipe, takes what it says: servers keep it open for as long as they live. */
    private void script(Path out, String... arguments) {
        List<String> command = new ArrayList<>(List.of(".ci/mysql"));
        command.addAll(List.of(arguments));
        File said = new File("target", "mysql-replicated-" + number + ".log");
        try {
            int code = new ProcessBuilder(command)
                    .redirectOutput(out.toFile())
                    .redirectError(said)
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IllegalStateException(String.join(" ", command) + " ended with " + code + "; see " + said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void read(Path exports) {
        Map<String, Map<String, String>> values = new HashMap<>();
        try {
            for (String line : Files.readAllLines(exports)) {
                Matcher export = EXPORT.matcher(line);
                if (export.matches()) {
                    values.computeIfAbsent(export.group(1), name -> new HashMap<>())
                            .put(export.group(2), export.group(3));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        values.forEach((name, of) ->
                members.put(name, new Member(of.get("SERVER"), of.get("URL"), of.get("USERNAME"), of.get("PASSWORD"))));
    }

    /** Gets a server by the name of its export lines, such as PRIMARY or MEMBER1. */
    Member get(String name) {
        return members.get(name);
    }

    List<Member> list() {
        return List.copyOf(members.values());
    }

    @Override
    public void close() {
        members.values().forEach(Member::closePool);
        script(Path.of("/dev/null"), "stop", number);
    }

    /** One server, as its administrator. */
    static final class Member {

        private final String name;
        private final String url;
        private final String username;
        private final String password;
        private TestDatabase.Schema schema;

        Member(String name, String url, String username, String password) {
            this.name = name;
            this.url = url;
            this.username = username;
            this.password = password;
        }

        /** The schema on this server. Never close it: it belongs to no other server of the tests. */
        TestDatabase.Schema schema() {
            if (schema == null) {
                schema = open();
            }
            return schema;
        }

        private TestDatabase.Schema open() {
            Database database = Database.at(url.replace("/?", "/" + SCHEMA + "?"), username, password);
            HikariConfig pool = DataSourceConfiguration.poolOf(database);
            pool.setMinimumIdle(0);
            pool.setInitializationFailTimeout(-1);
            return new TestDatabase.Schema(SCHEMA, database, new HikariDataSource(pool));
        }

        /** Makes the schema with the tables of the program. */
        void createSchema() {
            administrator().execute("CREATE DATABASE " + SCHEMA + " COLLATE utf8mb4_bin");
            schema().migrateTo("latest");
        }

        /** Connects anew each time, to no schema: also before there is one, and after the server was killed. */
        JdbcTemplate administrator() {
            return new JdbcTemplate(new DriverManagerDataSource(url, username, password));
        }

        JdbcTemplate jdbc() {
            return new JdbcTemplate(schema().dataSource());
        }

        Tables tables() {
            return Tables.of(schema().dataSource());
        }

        /** The program on this server, with small chunks. It is soon sure that nothing answers. */
        Program program(Path folder) {
            Map<String, String> settings = new HashMap<>(Shop.smallChunks());
            settings.put("spring.datasource.url", schema().jdbcUrl());
            settings.put("spring.datasource.username", username);
            settings.put("spring.datasource.password", password);
            settings.put("spring.datasource.hikari.connection-timeout", "1000");
            settings.put("ALLEGIANCE_HOME", folder.resolve("home").toString());
            return new Program(Map.copyOf(settings), folder);
        }

        void crash() {
            new TestDatabase.KillableServer(name).crash();
            closePool();
        }

        void restart() {
            new TestDatabase.KillableServer(name).restart();
        }

        private void closePool() {
            if (schema != null) {
                schema.pool().close();
                schema = null;
            }
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
