package io.allegiance.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.outcome.GroupKind;
import io.allegiance.scoring.ChurnBand;
import io.allegiance.scoring.ChurnBands;
import io.allegiance.scoring.Eligibility;
import io.allegiance.segment.SegmentRules;
import io.allegiance.segment.file.SegmentRulesFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code sql/examples/dbt} names what readers may read, and the values that the program publishes. */
class DbtExampleTest {

    @Test
    void everySourceIsATableThatReadersMayRead() throws Exception {
        String grants = Files.readString(Path.of("sql", "access", "tables.sql"));
        assertThat(names())
                .hasSize(6)
                .doesNotHaveDuplicates()
                .allSatisfy(table ->
                        assertThat(grants).contains("GRANT SELECT ON allegiance." + table + " TO allegiance_reader;"));
    }

    @Test
    void publicationsHaveAFreshness() {
        assertThat(DbtSources.tables())
                .filteredOn(table -> table.containsKey("freshness"))
                .singleElement()
                .satisfies(table -> {
                    assertThat(table).containsEntry("name", "score_publication");
                    assertThat(table).containsEntry("loaded_at_field", "published_at");
                    assertThat(DbtSources.map(table.get("freshness")))
                            .containsEntry("warn_after", Map.of("count", 30, "period", "hour"))
                            .containsEntry("error_after", Map.of("count", 54, "period", "hour"))
                            .containsOnlyKeys("warn_after", "error_after", "filter");
                });
    }

    @Test
    void theListsOfValuesAreThoseOfTheProgram() {
        Set<String> shipped =
                SegmentRulesFile.shipped(ChurnBands.DEFAULT.edges()).segments();
        assertThat(accepted("current_customer_score", "churn_band")).isEqualTo(names(ChurnBand.values()));
        assertThat(accepted("current_customer_score", "eligibility")).isEqualTo(names(Eligibility.values()));
        assertThat(accepted("publication_outcome", "group_kind")).isEqualTo(names(GroupKind.values()));
        assertThat(accepted("current_customer_score", "segment"))
                .containsAll(shipped)
                .contains(SegmentRules.NO_PURCHASE)
                .hasSize(shipped.size() + 1);
    }

    @Test
    void exposuresDependOnSourcesOfTheFile() {
        assertThat(DbtSources.exposures()).hasSize(2).allSatisfy(exposure -> {
            assertThat(exposure)
                    .containsKeys("name", "label", "type", "maturity", "description", "depends_on", "owner");
            assertThat(exposure.get("type")).isIn("dashboard", "notebook", "analysis", "ml", "application");
            assertThat(DbtSources.sources(exposure.get("depends_on")))
                    .isNotEmpty()
                    .isSubsetOf(names());
        });
    }

    private static List<String> names() {
        return DbtSources.tables().stream()
                .map(table -> table.get("name").toString())
                .toList();
    }

    private static Set<String> accepted(String table, String column) {
        return DbtSources.columns().stream()
                .filter(each -> each.table().equals(table) && each.name().equals(column))
                .flatMap(each -> each.acceptedValues().stream())
                .collect(Collectors.toSet());
    }

    private static Set<String> names(Enum<?>... values) {
        return Arrays.stream(values).map(Enum::name).collect(Collectors.toSet());
    }
}
