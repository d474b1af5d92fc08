package io.allegiance.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** A tag makes a release: first the whole check, then what .ci/release makes, with provenance. */
class ReleaseWorkflowTest {

    private static final Path WORKFLOWS = Path.of(".github", "workflows");

    private final Map<Object, Object> workflow = read();

    @Test
    void onlyATagOfAVersionStartsIt() {
        // YAML 1.1 takes the key 'on' for a truth value
        assertThat(workflow.get(true)).isEqualTo(Map.of("push", Map.of("tags", List.of("v*"))));
    }

    @Test
    void itChecksBeforeItPublishes() {
        List<String> done = new ArrayList<>();
        for (Map<String, Object> step : steps()) {
            done.add(step.getOrDefault("run", step.get("uses")).toString().replaceFirst("@.*", ""));
        }
        assertThat(done)
                .containsSubsequence("bash .ci/run", "bash .ci/release", "actions/attest-build-provenance")
                .last()
                .asString()
                .startsWith("gh release create")
                .contains("--verify-tag", "*.tar.gz", "*.tar ", "*.cdx.json", "*.sha256");
    }

    @Test
    void itMayNoMoreThanItNeeds() {
        assertThat(workflow.get("permissions")).isEqualTo(Map.of("contents", "read"));
        assertThat(job().get("permissions"))
                .isEqualTo(Map.of("contents", "write", "id-token", "write", "attestations", "write"));
    }

    /** A tag can be moved to other code, which would then run with the rights of a release. The version behind is for people. */
    @Test
    void everyActionIsNamedByItsCommit() throws IOException {
        for (String file : List.of("ci.yml", "release.yml")) {
            assertThat(Files.readAllLines(WORKFLOWS.resolve(file)).stream()
                            .map(String::strip)
                            .filter(line -> line.matches("-? ?uses:.*")))
                    .as(file)
                    .isNotEmpty()
                    .allMatch(
                            line -> line.matches("-? ?uses: actions/[a-z-]+@[0-9a-f]{40} # v[0-9]+\\.[0-9]+\\.[0-9]+"));
        }
    }

    /** The wrapper would otherwise run whatever the network sends in place of Maven. */
    @Test
    void mavenIsCheckedBeforeItRuns() throws IOException {
        List<String> wrapper = Files.readAllLines(Path.of(".mvn", "wrapper", "maven-wrapper.properties"));
        assertThat(wrapper)
                .anyMatch(line -> line.matches("distributionUrl=https://.*"))
                .anyMatch(line -> line.matches("distributionSha256Sum=[0-9a-f]{64}"));
    }

    private List<Map<String, Object>> steps() {
        return cast(job().get("steps"));
    }

    private Map<String, Object> job() {
        Map<String, Map<String, Object>> jobs = cast(workflow.get("jobs"));
        return jobs.get("release");
    }

    private static Map<Object, Object> read() {
        try {
            return new Yaml().load(Files.readString(WORKFLOWS.resolve("release.yml")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> T cast(Object value) {
        return (T) value;
    }
}
