package io.allegiance.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.allegiance.testing.AlertRules;
import io.allegiance.testing.Dashboard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The files in {@code jobs/observe} are what Grafana and Prometheus take. */
class ObserveFilesTest {

    /** Grafana 11 writes 39 and 40, Grafana 12 writes 41 and 42; both read older ones. */
    private static final int SCHEMA_OF_GRAFANA_11 = 39;

    private static final int COLUMNS_OF_GRID = 24;

    private static final Path SITUATIONS = Path.of("src", "test", "resources", "alerts-test.yaml");

    private static final Pattern TEMPLATE = Pattern.compile("\\{\\{ (\\S+)(?: \\| (\\w+))? }}");

    @TempDir
    private Path folder;

    private final Dashboard dashboard = Dashboard.read();

    @Test
    void theDashboardCanBeImportedWhereThereIsNone() {
        JsonNode root = dashboard.root();
        assertThat(root.get("schemaVersion").asInt()).isEqualTo(SCHEMA_OF_GRAFANA_11);
        assertThat(root.get("id").isNull())
                .as("a number belongs to one installation")
                .isTrue();
        assertThat(root.get("uid").asString()).isEqualTo("allegiance");
        assertThat(root.get("timezone").asString())
                .as("dates must not move by a zone")
                .isEqualTo("utc");
    }

    @Test
    void whoImportsChoosesTheDataSources() {
        assertThat(dashboard.root().at("/templating/list").valueStream())
                .extracting(each ->
                        each.get("name").asString() + " " + each.get("type").asString())
                .containsExactly("mysql datasource", "prometheus datasource", "segment query");
        List<JsonNode> sources = dashboard.root().findValues("datasource");
        assertThat(sources).hasSizeGreaterThan(50);
        assertThat(sources)
                .extracting(each ->
                        each.get("type").asString() + " " + each.get("uid").asString())
                .containsOnly("mysql ${mysql}", "prometheus ${prometheus}", "grafana -- Grafana --");
    }

    @Test
    void everyPanelHasAPlaceAQueryAndAnExplanation() {
        Set<Integer> numbers = new HashSet<>();
        Set<List<Integer>> taken = new HashSet<>();
        for (JsonNode panel : dashboard.root().get("panels")) {
            String title = panel.get("title").asString();
            assertThat(numbers.add(panel.get("id").asInt())).as(title).isTrue();
            JsonNode place = panel.get("gridPos");
            for (int x = place.get("x").asInt();
                    x < place.get("x").asInt() + place.get("w").asInt();
                    x++) {
                assertThat(x).as(title).isLessThan(COLUMNS_OF_GRID);
                for (int y = place.get("y").asInt();
                        y < place.get("y").asInt() + place.get("h").asInt();
                        y++) {
                    assertThat(taken.add(List.of(x, y)))
                            .as(title + " lies on another")
                            .isTrue();
                }
            }
        }
        assertThat(dashboard.panels()).hasSizeGreaterThan(25).allSatisfy(panel -> {
            assertThat(panel.get("description").asString()).endsWith(".");
            assertThat(panel.get("targets")).isNotEmpty();
        });
        assertThat(dashboard.statements().size() + dashboard.expressions().size())
                .as("no target of another kind")
                .isEqualTo(2
                        + dashboard.panels().stream()
                                .mapToInt(panel -> panel.get("targets").size())
                                .sum());
    }

    @Test
    void statementsOnlyRead() {
        assertThat(dashboard.statements())
                .allSatisfy(
                        query -> assertThat(query.text()).startsWith("SELECT").doesNotContain(";"));
    }

    @Test
    void theRulesHaveWhatPrometheusWantsAndNothingElse() {
        assertThat(AlertRules.document()).containsOnlyKeys("groups");
        assertThat(AlertRules.groups())
                .singleElement()
                .satisfies(group -> assertThat(group).containsOnlyKeys("name", "rules"));
        assertThat(AlertRules.rules()).extracting(rule -> rule.get("alert")).doesNotHaveDuplicates();
        assertThat(AlertRules.rules()).allSatisfy(rule -> {
            assertThat(rule.keySet()).isSubsetOf("alert", "expr", "for", "labels", "annotations");
            assertThat(rule.get("alert").toString()).matches("Allegiance([A-Z][a-z]+)+");
            assertThat(rule.get("expr").toString()).isNotBlank();
            assertThat(rule.getOrDefault("for", "0s").toString()).matches("[0-9]+[smhd]");
            assertThat(map(rule.get("labels")).keySet()).containsExactly("severity");
            assertThat(map(rule.get("labels")).get("severity")).isIn("critical", "warning");
            assertThat(map(rule.get("annotations"))).containsOnlyKeys("summary", "description");
        });
    }

    @Test
    void lateHeldFailedStaleAndSilentAreRules() {
        assertThat(AlertRules.rules())
                .extracting(rule -> rule.get("alert"))
                .contains(
                        "AllegianceNightLate",
                        "AllegianceDeadlineMissed",
                        "AllegianceHeld",
                        "AllegianceFailed",
                        "AllegianceFailsAgain",
                        "AllegianceScoresStale",
                        "AllegianceNoSignOfLife");
    }

    /** {@code alerts-test.yaml} has the situations. The Debian package prometheus contains promtool. */
    @Test
    void everyRuleFiresWhenItShouldAndThenOnly() throws IOException, InterruptedException {
        assumeTrue(hasPromtool(), "there is no promtool here, so the rules were only read");
        Path said = folder.resolve("said");
        ProcessBuilder promtool = new ProcessBuilder("promtool", "test", "rules", SITUATIONS.toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        int code = ShellScripts.endOf(promtool);
        assertThat(code).as(Files.readString(said)).isZero();
    }

    @Test
    void everyRuleHasASituationInWhichItFires() throws IOException {
        String situations = Files.readString(SITUATIONS);
        assertThat(AlertRules.rules())
                .allSatisfy(rule -> assertThat(situations).contains("{alertname=\"" + rule.get("alert") + "\"}"));
    }

    private static boolean hasPromtool() throws InterruptedException {
        try {
            return ShellScripts.endOf(new ProcessBuilder("promtool", "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD))
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void annotationsUseWhatARuleHas() {
        for (Map<String, Object> rule : AlertRules.rules()) {
            boolean aggregated = rule.get("expr").toString().contains("max without (job)");
            map(rule.get("annotations")).values().forEach(text -> {
                assertThat(TEMPLATE.matcher(text.toString()).replaceAll("")).doesNotContain("{{", "}}");
                TEMPLATE.matcher(text.toString()).results().forEach(found -> {
                    assertThat(found.group(1)).isIn("$value", aggregated ? "$value" : "$labels.job");
                    assertThat(found.group(2)).isIn(null, "humanizeDuration", "humanizeTimestamp");
                });
            });
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }
}
