package io.allegiance.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.testing.Commands;
import io.allegiance.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a person decides against the program stands where others can read it: hold, release, force, rollback, abandon. */
@Tag("story")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class A19_OperatorsDecideTest {

    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 6, 1);
    private static final LocalDate NIGHT = LocalDate.of(2025, 9, 28);
    private static final LocalDate NEXT = NIGHT.plusDays(1);
    private static final LocalDate AFTER = NIGHT.plusDays(2);
    private static final String[] ADA = {"--by", "Ada", "--reason", "prices were wrong"};

    @AutoClose
    private static final TestDatabase.Schema SCHEMA = TestDatabase.freshSchema().migrate();

    private final JdbcClient tables = JdbcClient.create(SCHEMA.dataSource());

    @TempDir
    private static Path folder;

    private Commands commands;

    @Test
    @Order(1)
    void decisionsAreKeptAndReadersAlwaysSeeOneNight() {
        // Given two nights
        commands = Commands.on(SCHEMA, folder.resolve("home"));
        Shop shop = new Shop(1_500, FIRST_DAY, AFTER, folder);
        shop.land(commands, FIRST_DAY, NEXT);
        commands.succeed("train", "--as-of", NIGHT.toString());
        Published first = Published.of(commands.succeed("nightly", "--date", NIGHT.toString()));
        Published second = Published.of(commands.succeed("nightly", "--date", NEXT.toString()));

        // When somebody holds publishing, then a night is scored and waits
        ends(64, "needs --by NAME", "hold");
        ends(0, "", with(ADA, "hold"));
        ends(4, "held by Ada since", with(ADA, "hold"));
        shop.land(commands, AFTER, AFTER);
        ends(11, "held by Ada since", "nightly", "--date", AFTER.toString());
        assertThat(seen()).isEqualTo("2 of " + NEXT);
        assertThat(commands.succeed("status"))
                .contains("HELD", "hold        by Ada since", "prices were wrong", "allegiance release --by NAME");

        // When it is released, then the same command publishes what was scored, and scores nothing again
        ends(64, "--by", "release");
        ends(0, "", "release", "--by", "Bob");
        ends(4, "not on hold", "release", "--by", "Bob");
        Published third = Published.of(commands.succeed("nightly", "--date", AFTER.toString()));
        assertThat(executions("scoreCustomers")).as("times scored for " + AFTER).isOne();
        assertThat(seen()).isEqualTo("3 of " + AFTER);

        // When it turns out to be wrong, then one command goes back, and the feed of segments tells it
        ends(64, "no publication of 2025-01-01 is kept", with(ADA, "rollback", "--to", "2025-01-01"));
        ends(64, "readers see publication 3 of " + AFTER + " already", with(ADA, "rollback", "--to", "" + AFTER));
        ends(0, "", with(ADA, "rollback", "--to", NIGHT.toString()));
        assertThat(seen()).isEqualTo("1 of " + NIGHT);
        assertThat(rolledBack()).containsExactly("2 Ada: prices were wrong", "3 Ada: prices were wrong");
        assertThat(replayed()).isEqualTo(segments());

        // Then the nights after it run anew, with the same result
        assertThat(Published.of(commands.succeed("nightly", "--date", NEXT.toString())))
                .isEqualTo(second);
        assertThat(Published.of(commands.succeed("nightly", "--date", AFTER.toString())))
                .isEqualTo(third);
        assertThat(seen()).isEqualTo("5 of " + AFTER);
        assertThat(replayed()).isEqualTo(segments());
        assertThat(first.customers()).isLessThanOrEqualTo(third.customers());
        ends(4, "published and complete", "nightly", "--date", AFTER.toString());
    }

    @Test
    @Order(2)
    void aHeldNightIsForcedOrGivenUp() {
        // Given those nights, and a next one without lines
        commands = Commands.on(SCHEMA, folder.resolve("home"));
        LocalDate day = LocalDate.of(2025, 10, 1);
        ends(64, "is not held, so there is nothing to force", with(ADA, "publish", "--date", "" + AFTER, "--force"));
        ends(11, "has 0 lines", "nightly", "--date", day.toString());

        // When somebody gives it up, then it begins anew
        ends(64, "no night of 2025-10-05 was begun", with(ADA, "abandon", "--date", "2025-10-05"));
        ends(64, "is published; nothing was changed", with(ADA, "abandon", "--date", AFTER.toString()));
        ends(0, "", with(ADA, "abandon", "--date", day.toString()));
        ends(4, "given up already", with(ADA, "abandon", "--date", day.toString()));
        assertThat(commands.succeed("status", "--date", day.toString()))
                .contains("ABANDONED", "given up by Ada: prices were wrong", "nightly --date " + day);
        ends(11, "has 0 lines", "nightly", "--date", day.toString());
        assertThat(commands.succeed("status", "--date", day.toString())).contains("attempt 2: HELD");

        // When somebody forces it, then readers see it and can see who, why and that
        ends(0, "", with(ADA, "publish", "--date", day.toString(), "--force"));
        assertThat(tables.sql(
                                "SELECT CONCAT(b.score_date, ' ', b.forced_by, ': ', b.forced_reason) FROM score_pointer p"
                                        + " JOIN score_publication b ON b.publication = p.publication")
                        .query(String.class)
                        .single())
                .isEqualTo(day + " Ada: prices were wrong");
        assertThat(commands.succeed("status")).contains("forced by Ada: prices were wrong");
        ends(4, "published and complete", "nightly", "--date", day.toString());
    }

    @Test
    @Order(3)
    void aNightThatWasPublishedWithoutItsReportIsRolledBackToo() throws IOException {
        // Given those nights, and one that is published but cannot write its report
        commands = Commands.on(SCHEMA, folder.resolve("home"));
        LocalDate day = LocalDate.of(2025, 10, 2);
        Path file = Files.writeString(folder.resolve("no-folder"), "");
        String[] night = with(ADA, "nightly", "--date", day.toString(), "--confirm-empty");
        String before = seen();
        Commands.Result broken =
                commands.with("allegiance.nightly.reports", file.toString()).run(night);
        assertThat(broken.code()).as(broken.stderr()).isIn(20, 21);
        String published = seen();
        assertThat(published).endsWith(" of " + day);

        // When somebody goes back, then the same command does not merely write the report of what nobody sees any more
        ends(0, "", with(ADA, "rollback", "--to", before.substring(before.length() - 10)));
        assertThat(seen()).isEqualTo(before);
        ends(0, "", night);
        assertThat(seen()).endsWith(" of " + day).isNotEqualTo(published);
        assertThat(tables.sql("SELECT COUNT(DISTINCT run_id) FROM run WHERE job = 'nightly' AND business_date = ?")
                        .param(day)
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    private static String[] with(String[] who, String... command) {
        return Stream.of(command, who).flatMap(Arrays::stream).toArray(String[]::new);
    }

    private void ends(int code, String words, String... command) {
        Commands.Result result = commands.run(command).endedWith(code);
        assertThat(result.stderr()).contains(words);
    }

    private String seen() {
        return tables.sql("SELECT CONCAT(b.publication, ' of ', MAX(s.score_date)) FROM current_customer_score s"
                        + " JOIN score_pointer p JOIN score_publication b ON b.publication = p.publication"
                        + " GROUP BY b.publication")
                .query(String.class)
                .single();
    }

    private List<String> rolledBack() {
        return tables.sql("SELECT CONCAT(publication, ' ', rolled_back_by, ': ', rolled_back_reason)"
                        + " FROM score_publication WHERE rolled_back_at IS NOT NULL ORDER BY publication")
                .query(String.class)
                .list();
    }

    private long executions(String step) {
        return tables.sql("SELECT COUNT(*) FROM BATCH_STEP_EXECUTION s JOIN BATCH_JOB_EXECUTION_PARAMS p"
                        + " ON p.JOB_EXECUTION_ID = s.JOB_EXECUTION_ID WHERE p.PARAMETER_NAME = 'businessDate'"
                        + " AND p.PARAMETER_VALUE = ? AND s.STEP_NAME = ?")
                .params(AFTER.toString(), step)
                .query(Long.class)
                .single();
    }

    private Map<String, String> segments() {
        Map<String, String> segments = new TreeMap<>();
        tables.sql("SELECT customer_id, segment FROM current_customer_score").query(row -> {
            segments.put(row.getString(1), row.getString(2));
        });
        return segments;
    }

    /** What a reader of the feed arrives at who applies it from its beginning. */
    private Map<String, String> replayed() {
        Map<String, String> segments = new TreeMap<>();
        tables.sql("SELECT customer_id, to_segment FROM segment_change ORDER BY sequence")
                .query(row -> {
                    if (row.getString(2) == null) {
                        segments.remove(row.getString(1));
                    } else {
                        segments.put(row.getString(1), row.getString(2));
                    }
                });
        return segments;
    }
}
