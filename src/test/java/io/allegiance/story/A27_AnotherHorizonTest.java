package io.allegiance.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.testing.Commands;
import io.allegiance.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A shop changes its horizon from 90 days to 14: it needs another model, and nothing that it published is lost. */
@Tag("story")
class A27_AnotherHorizonTest {

    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 1, 1);
    private static final LocalDate DATE = LocalDate.of(2025, 9, 28);
    private static final LocalDate SECOND = DATE.plusDays(1);
    private static final LocalDate THIRD = DATE.plusDays(2);

    @AutoClose
    private static final TestDatabase.Schema SCHEMA = TestDatabase.freshSchema().migrate();

    @TempDir
    private static Path folder;

    private final JdbcClient jdbc = JdbcClient.create(SCHEMA.dataSource());
    private final Commands before = Commands.on(SCHEMA, folder.resolve("home"));
    private final Commands after = before.with("allegiance.horizon-days", 14);

    @Test
    void takesAnotherModelAndNoOtherDatabase() throws IOException {
        // Given a night over 90 days
        Shop shop = new Shop(600, FIRST_DAY, THIRD, folder);
        shop.land(before, FIRST_DAY, DATE);
        before.succeed("train", "--as-of", DATE.toString());
        before.succeed("nightly", "--date", DATE.toString());
        assertThat(before.succeed("doctor")).containsPattern("ok +horizons +90 days");
        String customer = texts("SELECT MIN(customer_id) FROM current_customer_score WHERE eligibility = 'SCORED'")
                .get(0);
        String score = before.succeed("scores", "--customer", customer);

        // When another horizon is configured, then nights go on with the model that there is, and it is said
        shop.land(after, SECOND, SECOND);
        after.succeed("nightly", "--date", SECOND.toString());
        assertThat(after.succeed("doctor"))
                .containsPattern(
                        "warn +horizons +the configured horizons are 14 days, and nights go on with those of the"
                                + " model " + DATE + "-[0-9a-f]{12}, 90 days => allegiance train");
        assertThat(after.succeed("status"))
                .containsPattern("horizons +the configured horizons are 14 days, .*, 90 days; run 'allegiance train'");
        assertThat(report(SECOND))
                .contains("\"horizonDays\" : 90", "within 14 days")
                .doesNotContain("next 14 days");

        // When a model is trained, then it is not compared with the one over 90 days, and the next night uses it
        after.succeed("train", "--as-of", SECOND.toString());
        assertThat(after.succeed("models"))
                .contains("Active: another horizon, not compared: the churn of this model is over 14 days")
                .contains("churn over 14 days: ", "churn over 90 days: ");
        shop.land(after, THIRD, THIRD);
        after.with("allegiance.nightly.gate.segment-share", 1).succeed("nightly", "--date", THIRD.toString());
        assertThat(texts("SELECT CONCAT(score_date, ' ', horizon_days) FROM score_publication ORDER BY publication"))
                .containsExactly(DATE + " 90", SECOND + " 90", THIRD + " 14");
        assertThat(mean(THIRD))
                .as("more do not buy in 14 days than in 90, by more than the gate allows")
                .isGreaterThan(mean(SECOND) + 0.15);
        assertThat(after.succeed("doctor")).containsPattern("ok +horizons +14 days");
        assertThat(after.succeed("status")).doesNotContain("configured horizons");
        assertThat(report(THIRD)).contains("\"horizonDays\" : 14", "over the next 14 days");

        // Then what was published before is as it was, and zone and currency stay fixed
        assertThat(after.succeed("scores", "--customer", customer, "--date", DATE.toString()))
                .isEqualTo(score);
        after.with("allegiance.zone", "Europe/Berlin")
                .run("train", "--as-of", THIRD.toString())
                .refusedWith(21, "allegiance.zone is Europe/Berlin in the configuration");
    }

    private static String report(LocalDate date) throws IOException {
        return Files.readString(folder.resolve("home/reports/nightly-" + date + ".json"));
    }

    private double mean(LocalDate date) {
        return jdbc.sql("SELECT AVG(churn_probability) FROM customer_score_history WHERE score_date = ?")
                .param(date)
                .query(Double.class)
                .single();
    }

    private List<String> texts(String query) {
        return jdbc.sql(query).query(String.class).list();
    }
}
