package io.allegiance.watch.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.run.RunState;
import io.allegiance.testing.AlertRules;
import io.allegiance.testing.Dashboard;
import io.allegiance.watch.RunFigures;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The dashboard and the alert rules ask for metrics that runs push, under their names in Prometheus, and by their labels. */
class ObservedMetricsTest {

    private static final Instant AT = Instant.parse("2025-10-02T02:40:00Z");

    /** The end of a run of which everything is known. */
    private static final RunEnd COMPLETE = new RunEnd(
            "nightly",
            0,
            AT,
            Duration.ofMinutes(1),
            Duration.ofHours(1),
            new RunFigures(
                    new RunFigures.Readers(7, LocalDate.of(2025, 10, 1), AT),
                    57,
                    new RunFigures.OfRun(
                            RunState.COMPLETED,
                            Duration.ofSeconds(60),
                            List.of(),
                            Map.of("openDay", 0.25),
                            new RunFigures.Lines(900, 80, 20),
                            512L,
                            Map.of("LOYAL", 512L),
                            null)));

    private static final Pattern METRIC = Pattern.compile("allegiance_\\w+");
    private static final Pattern SELECTOR = Pattern.compile("(allegiance_\\w+)\\{(\\w+)=~?\"([a-z|]+)\"}");
    private static final Set<String> JOBS = Set.of("nightly", "train", "backfill", "maintain", "replay");

    private final String pushed = pushed();

    @Test
    void everyMetricThatIsAskedForIsPushed() {
        assertThat(asked()).hasSizeGreaterThan(10).isSubsetOf(names());
    }

    @Test
    void everyMetricThatIsPushedIsLookedAt() {
        assertThat(asked()).containsAll(names());
    }

    @Test
    void onlyJobsThatPushAreSelected() {
        Set<String> selected = new TreeSet<>();
        expressions().forEach(expression -> {
            assertThat(SELECTOR.matcher(expression).replaceAll("")).doesNotContain("{", "}");
            SELECTOR.matcher(expression).results().forEach(each -> {
                assertThat(each.group(2)).isEqualTo("job");
                selected.addAll(List.of(each.group(3).split("\\|")));
            });
        });
        assertThat(selected).isNotEmpty().isSubsetOf(JOBS);
    }

    private static Set<String> asked() {
        return expressions()
                .flatMap(expression -> METRIC.matcher(expression).results())
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> expressions() {
        return Stream.concat(
                Dashboard.read().expressions().stream().map(Dashboard.Query::text),
                AlertRules.rules().stream().map(rule -> rule.get("expr").toString()));
    }

    private Set<String> names() {
        return pushed.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("[ {]")[0])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String pushed() {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        new RunGauges(registry, Tags.empty()).register(COMPLETE, true);
        return registry.scrape();
    }
}
