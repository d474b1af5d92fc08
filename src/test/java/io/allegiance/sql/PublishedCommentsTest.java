package io.allegiance.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.scoring.HorizonRow;
import io.allegiance.scoring.ScoreColumns;
import io.allegiance.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who looks at the schema finds what each published table and column means; the migration that says so moves no row. */
@Tag("database")
class PublishedCommentsTest {

    private static final List<String> TABLES = List.of(
            "customer_score",
            "customer_score_horizon",
            "publication_outcome",
            "score_pointer",
            "score_publication",
            "score_slot",
            "segment_change",
            "segment_summary");

    private static final List<String> VIEWS =
            List.of("current_customer_score", "current_customer_score_horizon", "customer_score_history");

    @AutoClose
    private static final TestDatabase.Schema SCHEMA = TestDatabase.freshSchema();

    private static final JdbcTemplate JDBC = new JdbcTemplate(SCHEMA.dataSource());

    private static Map<String, String> definitions;
    private static List<String> tablespaces;

    @BeforeAll
    static void writeTheComments() {
        SCHEMA.migrateTo("25");
        definitions = definitions();
        tablespaces = tablespaces();
        SCHEMA.migrateTo("26");
    }

    @Test
    void everyPublishedTableHasAComment() {
        assertThat(TABLES)
                .allSatisfy(table -> assertThat(JDBC.queryForObject(
                                "SELECT table_comment FROM information_schema.tables WHERE table_schema = DATABASE()"
                                        + " AND table_name = ?",
                                String.class,
                                table))
                        .as(table)
                        .matches("[A-Z].* .*\\."));
    }

    @Test
    void everyColumnOfThemHasAComment() {
        assertThat(TABLES)
                .allSatisfy(table -> assertThat(comments(table).values())
                        .as(table)
                        .isNotEmpty()
                        .noneMatch(String::isBlank));
        assertThat(comments("customer_score")).containsKeys(ScoreColumns.NAMES.toArray(String[]::new));
        assertThat(comments("customer_score_horizon")).containsKeys(HorizonRow.COLUMNS.toArray(String[]::new));
    }

    @Test
    void viewsShowTheCommentsOfTheirTables() {
        assertThat(VIEWS)
                .allSatisfy(view -> assertThat(comments(view).values())
                        .as(view)
                        .isNotEmpty()
                        .noneMatch(String::isBlank));
        assertThat(comments("customer_score_history")).containsAllEntriesOf(comments("current_customer_score"));
    }

    @Test
    void nothingElseOfTheTablesChanges() {
        assertThat(definitions()).isEqualTo(definitions);
    }

    /** A table that a server writes again, which takes long where there are many rows, gets another tablespace. */
    @Test
    void noTableIsWrittenAgain() {
        assertThat(tablespaces()).hasSizeGreaterThan(2 * 64).isEqualTo(tablespaces);
    }

    private static Map<String, String> comments(String table) {
        Map<String, String> comments = new TreeMap<>();
        JDBC.query("SHOW FULL COLUMNS FROM " + table, row -> {
            comments.put(row.getString("Field"), row.getString("Comment"));
        });
        return comments;
    }

    private static Map<String, String> definitions() {
        Map<String, String> definitions = new TreeMap<>();
        for (String table : TABLES) {
            String definition = JDBC.queryForObject("SHOW CREATE TABLE " + table, (row, number) -> row.getString(2));
            definitions.put(table, definition.replaceAll(" COMMENT[= ]'(?:[^']|'')*'", ""));
        }
        return definitions;
    }

    private static List<String> tablespaces() {
        String catalogue = TestDatabase.isEmbedded() ? "innodb_sys_tables" : "innodb_tables";
        return JDBC.queryForList(
                "SELECT CONCAT(name, ' ', space) FROM information_schema." + catalogue
                        + " WHERE name LIKE CONCAT(DATABASE(), '/%') AND name NOT LIKE '%/FTS%'"
                        + " AND name NOT LIKE '%/flyway%' ORDER BY name",
                String.class);
    }
}
