package io.allegiance.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.allegiance.failure.AttentionException;
import io.allegiance.failure.LeaseHeldException;
import io.allegiance.failure.RetryableException;
import io.allegiance.testing.SharedClasses;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("embedded")
@Timeout(60)
class EmbeddedDatabaseTest {

    private static final Path BINARIES = EmbeddedDatabase.defaultBinaries();

    @TempDir
    static Path madeBefore;

    @TempDir
    Path folder;

    private final List<Process> children = new ArrayList<>();

    @BeforeAll
    static void makeData() {
        EmbeddedDatabase.start(madeBefore, BINARIES, 32).close();
    }

    /** A home whose data a start before made, which takes longer than a start. */
    private Path usedHome(String name) throws IOException {
        Path home = Files.createDirectory(folder.resolve(name));
        try (Stream<Path> data = Files.walk(madeBefore.resolve("database"))) {
            for (Path file : data.toList()) {
                Files.copy(file, home.resolve(madeBefore.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        return home;
    }

    @AfterEach
    void endWhatIsLeft() throws Exception {
        for (Process child : children) {
            child.destroyForcibly().waitFor();
        }
        try (Stream<Path> homes = Files.list(folder)) {
            for (Path home : homes.filter(Files::isDirectory).toList()) {
                new OrphanServers(home).end();
            }
        }
    }

    @Test
    void accountsWithAPasswordOfThisStartMayComeIn() throws Exception {
        String first;
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder.resolve("home"), BINARIES, 32)) {
            first = database.password();
            assertThat(column(database, "SELECT CONCAT(User, '@', Host) FROM mysql.global_priv ORDER BY 1"))
                    .containsExactly(
                            "allegiance@127.0.0.1",
                            "allegiance_holder@127.0.0.1",
                            "allegiance_reader@127.0.0.1",
                            "mariadb.sys@localhost");
            assertThat(column(database, "SHOW DATABASES"))
                    .contains("allegiance")
                    .doesNotContain("test");
            assertRefused(database, "allegiance", "");
            assertRefused(database, "root", "");
            assertRefused(database, "allegiance_reader", "");
            assertRefused(database, "allegiance_holder", "");
            assertRefused(database, "mariadb.sys", "");
        }
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder.resolve("home"), BINARIES, 32)) {
            assertThat(database.password()).hasSizeGreaterThanOrEqualTo(32).isNotEqualTo(first);
            assertRefused(database, "allegiance", first);
        }
    }

    @Test
    void nothingOfItCanBeReachedOrReadByOthers() throws Exception {
        Path home = Files.createDirectory(folder.resolve("home"));
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (EmbeddedDatabase database = EmbeddedDatabase.start(home, BINARIES, 32)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home)))
                    .isEqualTo("rwx------");
            assertThat(home.resolve("initial.sql")).doesNotExist();
            try (Stream<Path> all = Files.walk(home)) {
                for (Path file : all.filter(Files::isRegularFile).toList()) {
                    assertThat(Files.size(file) < 1_000_000 ? Files.readString(file, StandardCharsets.ISO_8859_1) : "")
                            .as(file.toString())
                            .doesNotContain(database.password());
                }
            }
            for (InetAddress address : otherAddresses()) {
                assertThatThrownBy(() -> new Socket(address, database.port()).close())
                        .isInstanceOf(IOException.class);
            }
            assertThat(column(database, "SELECT @@socket")).containsExactly("");
        }
    }

    @Test
    void itsSettingsAreThoseThatTheStatementsCountOn() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(usedHome("home"), BINARIES, 32)) {
            assertThat(column(
                            database,
                            "SELECT CONCAT_WS(' ', @@version, @@collation_server, @@global.time_zone, @@local_infile,"
                                    + " @@innodb_flush_log_at_trx_commit, @@log_bin)"))
                    .first()
                    .asString()
                    .matches("11\\.4\\.\\d+-MariaDB utf8mb4_bin \\+00:00 ON 1 OFF");
            assertThat(column(database, "SELECT @@global.sql_mode").get(0)).contains("STRICT_TRANS_TABLES");
        }
    }

    @Test
    void aPathWithSpacesHoldsDataFromOneStartToTheNext() throws Exception {
        Path home = folder.resolve("my great 'home' ü");
        try (EmbeddedDatabase database = EmbeddedDatabase.start(home, BINARIES, 32)) {
            column(database, "SELECT 1");
            update(database, "CREATE TABLE kept (id INT NOT NULL PRIMARY KEY)", "INSERT INTO kept VALUES (1), (2)");
            assertThat(database.home()).isEqualTo(home.toRealPath());
            assertThat(home.resolve("database")).isDirectory();
        }
        try (EmbeddedDatabase database = EmbeddedDatabase.start(home, BINARIES, 32)) {
            assertThat(EmbeddedProgram.rows(database)).isEqualTo(2);
        }
    }

    @Test
    void aSecondProgramIsToldWhoUsesTheHome() throws Exception {
        Path home = usedHome("home");
        Process child = child(home, Map.of());
        serverOf(child);
        assertThatExceptionOfType(LeaseHeldException.class)
                .isThrownBy(() -> EmbeddedDatabase.start(home, BINARIES, 32))
                .withMessageContaining(home.toString())
                .withMessageContaining("pid " + child.pid())
                .withMessageContaining("ALLEGIANCE_HOME");
    }

    @Test
    void theSameProgramCannotOpenItsHomeTwice() throws IOException {
        Path home = usedHome("home");
        try (EmbeddedDatabase database = EmbeddedDatabase.start(home, BINARIES, 32)) {
            assertThatExceptionOfType(LeaseHeldException.class)
                    .isThrownBy(() -> EmbeddedDatabase.start(home, BINARIES, 32));
            assertThat(database.pid()).isPositive();
        }
    }

    @Test
    void theServerOutlivesSigtermUntilTheProgramIsDone() throws Exception {
        Process child = child(usedHome("home"), Map.of());
        ProcessHandle server = serverOf(child);
        child.toHandle().destroy();
        assertThat(child.inputReader().readLine()).isEqualTo("rows after SIGTERM: 10");
        assertThat(child.inputReader().readLine()).isEqualTo("closed");
        assertThat(child.waitFor()).isEqualTo(143);
        assertThat(server.isAlive()).isFalse();
    }

    @Test
    void committedRowsAreThereAfterTheProgramWasKilled() throws Exception {
        Path home = usedHome("a home");
        Process child = child(home, Map.of());
        ProcessHandle server = serverOf(child);
        child.destroyForcibly().waitFor();
        assertThat(server.isAlive()).isTrue();
        try (EmbeddedDatabase database = EmbeddedDatabase.start(home, BINARIES, 32)) {
            assertThat(database.pid()).isNotEqualTo(server.pid());
            assertThat(EmbeddedProgram.rows(database)).isEqualTo(10);
        }
    }

    @Test
    void committedRowsAreThereAfterTheServerWasKilled() throws Exception {
        Path home = usedHome("home");
        Process child = child(home, Map.of());
        serverOf(child).destroyForcibly();
        child.destroy();
        assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
        try (EmbeddedDatabase database = EmbeddedDatabase.start(home, BINARIES, 32)) {
            assertThat(EmbeddedProgram.rows(database)).isEqualTo(10);
        }
    }

    @Test
    void committedRowsAreThereAfterBothWereKilled() throws Exception {
        Path home = usedHome("home");
        for (int round = 1; round <= 2; round++) {
            Process child = child(home, Map.of());
            ProcessHandle server = serverOf(child);
            child.destroyForcibly();
            server.destroyForcibly();
            child.waitFor();
        }
        try (EmbeddedDatabase database = EmbeddedDatabase.start(home, BINARIES, 32)) {
            assertThat(EmbeddedProgram.rows(database)).isEqualTo(20);
        }
    }

    @Test
    void processesThatAreNotOursAreLeftAlone() throws Exception {
        Process other = child(usedHome("other"), Map.of());
        ProcessHandle otherServer = serverOf(other);
        Path home = usedHome("home");
        Process stranger = new ProcessBuilder("sleep", "100").start();
        children.add(stranger);
        Files.writeString(home.resolve("server.pid"), stranger.pid() + "\n");
        try (EmbeddedDatabase database = EmbeddedDatabase.start(home, BINARIES, 32)) {
            assertThat(column(database, "SELECT 1")).containsExactly("1");
            assertThat(stranger.isAlive()).isTrue();
            assertThat(otherServer.isAlive()).isTrue();
        }
    }

    /** Anybody may start a program with any arguments, one that does not end when it is asked to as well. */
    @Test
    @Timeout(30)
    void aProcessWithTheArgumentsOfTheServerIsNoServer() throws Exception {
        Path home = usedHome("home");
        Process stranger = new ProcessBuilder(
                        "sh",
                        "-c",
                        "trap '' TERM; echo up; while :; do sleep 1; done",
                        "mariadbd",
                        "--pid-file=" + home.resolve("server.pid"))
                .start();
        children.add(stranger);
        assertThat(stranger.inputReader().readLine()).isEqualTo("up");
        try (EmbeddedDatabase database = EmbeddedDatabase.start(home, BINARIES, 32)) {
            assertThat(column(database, "SELECT 1")).containsExactly("1");
            assertThat(stranger.isAlive()).isTrue();
        }
    }

    @Test
    void startKilledDuringInitialisationLeavesNoHalfMadeData() throws Exception {
        Path home = Files.createDirectory(folder.resolve("home"));
        Files.createDirectory(home.resolve("database.new"));
        Files.writeString(home.resolve("database.new").resolve("ibdata1"), "half");
        try (EmbeddedDatabase database = EmbeddedDatabase.start(home, BINARIES, 32)) {
            assertThat(column(database, "SELECT 1")).containsExactly("1");
        }
    }

    @Test
    void aServerThatDiesWhileStartingSaysWhereItsLogIs() throws Exception {
        Path home = usedHome("home");
        Files.writeString(home.resolve("database").resolve("ibdata1"), "this is no tablespace");
        assertThatExceptionOfType(RetryableException.class)
                .isThrownBy(() -> EmbeddedDatabase.start(home, BINARIES, 32))
                .withMessageContaining("[ERROR]")
                .withMessageContaining(home.resolve("database.log").toString());
        assertThat(home.resolve("initial.sql")).doesNotExist();
        assertThat(home.resolve("database.log")).isNotEmptyFile();
    }

    @Test
    void withoutTheBinariesThePersonIsToldWhatToDo() {
        assertThatExceptionOfType(AttentionException.class)
                .isThrownBy(() -> EmbeddedDatabase.start(folder.resolve("home"), folder, 32))
                .withMessageContaining(folder.toString())
                .withMessageContaining("SPRING_DATASOURCE_URL");
    }

    @Test
    void concurrentUnpackingIntoPathWithSpaceStartsBoth() throws Exception {
        Path cache = Files.createDirectory(folder.resolve("a cache"));
        Map<String, String> environment =
                Map.of("XDG_CACHE_HOME", cache.toString(), "HOME", cache.toString(), "TEST_TMPDIR", folder.toString());
        Process first = child(folder.resolve("first"), environment);
        Process second = child(folder.resolve("second"), environment);
        assertThat(serverOf(first).pid()).isNotEqualTo(serverOf(second).pid());
        assertThat(cache).isEmptyDirectory();
        try (Stream<Path> unpacked = Files.find(folder, 3, (path, a) -> path.endsWith("bin"))) {
            assertThat(unpacked).hasSize(1);
        }
    }

    private Process child(Path home, Map<String, String> environment) throws IOException {
        List<String> command = new ArrayList<>(SharedClasses.java());
        command.addAll(List.of("-Xmx128m", "-D" + EmbeddedDatabase.BINARIES_PROPERTY + "=" + BINARIES));
        Map<String, String> more = new HashMap<>(environment);
        if (more.containsKey("TEST_TMPDIR")) {
            command.add("-Djava.io.tmpdir=" + more.remove("TEST_TMPDIR"));
        }
        command.addAll(List.of(EmbeddedProgram.class.getName(), home.toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(more);
        Process child = builder.start();
        children.add(child);
        return child;
    }

    private static ProcessHandle serverOf(Process child) throws IOException {
        BufferedReader output = child.inputReader();
        String line = output.readLine();
        assertThat(line).startsWith("ready ");
        return ProcessHandle.of(Long.parseLong(line.substring("ready ".length())))
                .orElseThrow();
    }

    private static void assertRefused(EmbeddedDatabase database, String username, String password) {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(""), username, password)
                        .close())
                .matches(e -> e.getErrorCode() == 1045 || e.getErrorCode() == 1698, "access denied");
    }

    private static List<InetAddress> otherAddresses() throws IOException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.getHostAddress().equals("127.0.0.1"))
                .toList();
    }

    private static List<String> column(EmbeddedDatabase database, String query) throws Exception {
        List<String> values = new ArrayList<>();
        try (Connection connection = EmbeddedProgram.connect(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    private static void update(EmbeddedDatabase database, String... statements) throws Exception {
        try (Connection connection = EmbeddedProgram.connect(database);
                Statement statement = connection.createStatement()) {
            for (String text : statements) {
                statement.execute(text);
            }
        }
    }
}
