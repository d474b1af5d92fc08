package io.allegiance.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The dashboard in {@code jobs/observe}: its panels, and its queries as Grafana sends them. */
public final class Dashboard {

    private static final Path FILE = Path.of("jobs", "observe", "dashboard.json");

    private static final Pattern MACRO = Pattern.compile("\\$(\\w+)\\(([^)]*)\\)");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+):sqlstring}");

    private final JsonNode root;

    private Dashboard(JsonNode root) {
        this.root = root;
    }

    /**
     * A query of a panel, an annotation or a variable.
     *
     * @param of the title of the panel, or the name of the annotation or variable
     * @param kind the kind of the panel, or annotation or variable
     * @param format time_series or table; of a variable table
     * @param text SQL, or an expression of Prometheus
     * @param columns that the panel does something with by their names
     */
    public record Query(String of, String kind, String format, String text, Set<String> columns) {

        /** The statement that Grafana sends for a range of time. */
        public String statement(Instant from, Instant to, List<String> segments) {
            String chosen = segments.stream()
                    .map(segment -> "'" + segment.replace("'", "''") + "'")
                    .collect(Collectors.joining(","));
            String filled = VARIABLE.matcher(text).replaceAll(found -> {
                assertThat(found.group(1)).isEqualTo("segment");
                return Matcher.quoteReplacement(chosen);
            });
            String statement =
                    MACRO.matcher(filled).replaceAll(found -> Matcher.quoteReplacement(macro(found, from, to)));
            assertThat(statement).as(of).doesNotContain("$");
            return statement;
        }

        private static String macro(MatchResult found, Instant from, Instant to) {
            assertThat(found.group(1)).isEqualTo("__timeFilter");
            return "%s BETWEEN FROM_UNIXTIME(%d) AND FROM_UNIXTIME(%d)"
                    .formatted(found.group(2).strip(), from.getEpochSecond(), to.getEpochSecond());
        }
    }

    /** Reads the dashboard. */
    public static Dashboard read() {
        try {
            return new Dashboard(new JsonMapper().readTree(Files.readString(FILE)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The whole document. */
    public JsonNode root() {
        return root;
    }

    /** The panels, without the rows that are only headings. */
    public List<JsonNode> panels() {
        return root.get("panels")
                .valueStream()
                .filter(panel -> !panel.get("type").asString().equals("row"))
                .toList();
    }

    /** The expressions of Prometheus, each with the title of its panel. */
    public List<Query> expressions() {
        return ofPanels("prometheus", "expr");
    }

    /** The statements of panels, annotations and variables. */
    public List<Query> statements() {
        List<Query> statements = new ArrayList<>(ofPanels("mysql", "rawSql"));
        root.at("/annotations/list")
                .valueStream()
                .filter(each -> each.has("target"))
                .map(each -> new Query(
                        each.get("name").asString(),
                        "annotation",
                        "table",
                        each.at("/target/rawSql").asString(),
                        Set.of("time", "text")))
                .forEach(statements::add);
        root.at("/templating/list")
                .valueStream()
                .filter(each -> each.get("type").asString().equals("query"))
                .map(each -> new Query(
                        each.get("name").asString(),
                        "variable",
                        "table",
                        each.get("query").asString(),
                        Set.of()))
                .forEach(statements::add);
        return statements;
    }

    private List<Query> ofPanels(String source, String key) {
        List<Query> queries = new ArrayList<>();
        for (JsonNode panel : panels()) {
            Set<String> columns = panel.at("/fieldConfig/overrides")
                    .valueStream()
                    .map(each -> each.at("/matcher/options").asString())
                    .collect(Collectors.toSet());
            panel.get("targets")
                    .valueStream()
                    .filter(target -> target.at("/datasource/type").asString().equals(source))
                    .map(target -> new Query(
                            panel.get("title").asString(),
                            panel.get("type").asString(),
                            target.path("format").asString("time_series"),
                            target.get(key).asString(),
                            columns))
                    .forEach(queries::add);
        }
        return queries;
    }
}
