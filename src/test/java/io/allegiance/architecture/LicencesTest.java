package io.allegiance.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the build says of the libraries in the jar: the list of licences and the SBOM name the same ones. */
class LicencesTest {

    private static final String SBOM = "META-INF/sbom/application.cdx.json";
    private static final Pattern LIBRARY = Pattern.compile("(?m)^ +(\\(.*) \\(([^ :]+:[^ :]+:[^ :]+) - .*\\)$");
    private static final Pattern LICENCE = Pattern.compile("\\(([^()]+)\\)");
    private static final Pattern ALLOWED = Pattern.compile("<licences\\.allowed>(.+)</licences\\.allowed>");

    @Test
    void everyLibraryOfTheSbomHasItsLicenceInTheList() throws IOException {
        assumeTrue(
                LicencesTest.class.getClassLoader().getResource(SBOM) != null || "true".equals(System.getenv("CI")),
                "there is no SBOM here: Maven makes it only where it is not offline");
        Set<String> components = new TreeSet<>();
        for (JsonNode component : sbom().get("components")) {
            components.add(component.get("group").asString() + ":"
                    + component.get("name").asString() + ":"
                    + component.get("version").asString());
        }
        Set<String> listed = new TreeSet<>();
        libraries().forEach(library -> listed.add(library.group(2)));
        assertThat(listed).isNotEmpty().isEqualTo(components);
    }

    @Test
    void everyLicenceIsAllowedAndEachAllowedOneIsUsed() throws IOException {
        Set<String> found = new TreeSet<>();
        libraries().forEach(library -> found.addAll(licences(library.group(1))));
        assertThat(found).containsExactlyInAnyOrderElementsOf(allowed());
    }

    /** A build with an unknown licence ends there; only a list that is not looked at could hide one. */
    @Test
    void theBuildFailsOnAnyOther() throws IOException {
        assertThat(Files.readString(Path.of("pom.xml")))
                .contains("<includedLicenses>${licences.allowed}</includedLicenses>")
                .contains("<failOnBlacklist>true</failOnBlacklist>")
                .contains("<failOnMissing>true</failOnMissing>");
    }

    @Test
    void noticeNamesWhatAsksForIt() throws IOException {
        assertThat(Files.readString(Path.of("NOTICE")))
                .contains("com.mysql:mysql-connector-j", "ch.qos.logback", "jakarta.annotation:jakarta.annotation-api")
                .contains("org.hdrhistogram:HdrHistogram", "org.latencyutils:LatencyUtils")
                .contains("MariaDB");
    }

    private static Stream<MatchResult> libraries() throws IOException {
        return LIBRARY.matcher(resource("META-INF/THIRD-PARTY.txt")).results();
    }

    private static Collection<String> licences(String text) {
        return LICENCE.matcher(text.replaceAll("(\\)) [^(].*$", "$1"))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static List<String> allowed() throws IOException {
        return ALLOWED.matcher(Files.readString(Path.of("pom.xml")))
                .results()
                .findFirst()
                .map(found -> List.of(found.group(1).split("\\|")))
                .orElseThrow();
    }

    private static JsonNode sbom() throws IOException {
        return new JsonMapper().readTree(resource(SBOM));
    }

    private static String resource(String name) throws IOException {
        try (InputStream content = LicencesTest.class.getClassLoader().getResourceAsStream(name)) {
            assertThat(content).as(name + ", which the build makes").isNotNull();
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
