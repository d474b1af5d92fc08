package io.allegiance.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.Allegiance;
import io.allegiance.testing.TestDatabase;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each fault that can be made on a server is found, under its name and with its mend, and is gone with its cause. */
@Tag("database")
class DoctorTest {

    @AutoClose
    private static final TestDatabase.Schema SCHEMA = TestDatabase.freshSchema().migrate();

    private static final JdbcClient TABLES = JdbcClient.create(SCHEMA.dataSource());

    @AutoClose
    private static final ConfigurableApplicationContext PROGRAM = program();

    @BeforeAll
    static void aLineIsThere() {
        sql(
                "INSERT INTO transaction_line (transaction_id, line_key, customer_id, occurred_at, business_date, type, amount,"
                        + " content_hash, import_id) VALUES ('T', '1', 'C', UTC_TIMESTAMP() - INTERVAL 1 DAY,"
                        + " UTC_DATE() - INTERVAL 1 DAY, 'PURCHASE', 5, REPEAT('x', 16), 1)");
    }

    @AfterAll
    static void whatIsLeftIsFoundAtTheEnd() {
        assertThat(fails()).as("the one that was there from the beginning").containsExactly("model");
    }

    private static ConfigurableApplicationContext program(String... more) {
        return new SpringApplicationBuilder(Allegiance.class)
                .registerShutdownHook(false)
                .run(Stream.of(Arrays.stream(SCHEMA.properties()), Arrays.stream(more))
                        .flatMap(settings -> settings)
                        .map(setting -> "--" + setting)
                        .toArray(String[]::new));
    }

    @Test
    void everyRequiredRightIsOnExistingTable() {
        NeededRights needed = NeededRights.ofAllStatements();
        Set<String> there = Set.copyOf(
                TABLES.sql("SELECT LOWER(table_name) FROM information_schema.tables WHERE table_schema = DATABASE()")
                        .query(String.class)
                        .list());
        assertThat(Stream.of(needed.all(), needed.looking(), needed.importing())
                        .flatMap(Collection::stream)
                        .map(right -> right.table().toLowerCase(Locale.ROOT)))
                .isNotEmpty()
                .allMatch(there::contains);
    }

    @Test
    void aColumnOfAnotherTypeIsFound() {
        for (String wrong : List.of(
                "CAST(occurred_at AS CHAR(30)) AS occurred_at",
                "CAST(amount AS CHAR(30)) AS amount",
                "1e0 * amount AS amount",
                "CAST(quantity AS CHAR(30)) AS quantity",
                "CAST(occurred_at AS DATETIME) AS business_date",
                "NULL AS business_date")) {
            String column = wrong.substring(wrong.lastIndexOf(' ') + 1);
            define(view().replaceFirst("\\b" + column + "\\b", wrong));
            assertThat(find("source", SourceCheck.class))
                    .as(wrong)
                    .satisfies(found -> assertThat(found.verdict()).isEqualTo(Verdict.FAIL))
                    .satisfies(found -> assertThat(found.found()).contains("the column " + column + " of the view"))
                    .satisfies(found -> assertThat(found.mend()).contains("define the view again with CAST(... AS D"));
        }
        define(view().replaceFirst("\\bquantity\\b", "NULL AS quantity"));
        assertThat(find("source", SourceCheck.class).verdict())
                .as("a bare NULL is no wrong type")
                .isEqualTo(Verdict.OK);
        define(view().replaceFirst(" discount,", ""));
        assertThat(find("source", SourceCheck.class).found()).isEqualTo("the view source_transaction lacks discount");
        define(view());
        assertThat(find("source", SourceCheck.class).verdict()).isEqualTo(Verdict.OK);
    }

    @Test
    void aViewThatIsGoneOrReadsWhatIsGoneIsFound() {
        sql("DROP VIEW source_transaction");
        assertThat(find("source", SourceCheck.class).mend())
                .contains("CREATE OR REPLACE VIEW", "sql/migration/V001__transactions.sql");
        sql("CREATE TABLE theirs AS SELECT * FROM transaction_line");
        define(view().replace("transaction_line", "theirs"));
        assertThat(find("source", SourceCheck.class).verdict()).isEqualTo(Verdict.OK);
        sql("DROP TABLE theirs");
        assertThat(find("source", SourceCheck.class).verdict()).isEqualTo(Verdict.FAIL);
        define(view());
    }

    @Test
    void aCurrencyWithoutARateIsFound() {
        sql("UPDATE transaction_line SET currency = 'GBP'");
        assertThat(find("rates", RatesCheck.class))
                .satisfies(DoctorTest::warns)
                .extracting(Finding::found)
                .asString()
                .contains("GBP");
        sql("INSERT INTO fx_rate (currency, rate_date, rate) VALUES ('GBP', UTC_DATE() - INTERVAL 8 DAY, 1.2)");
        assertThat(find("rates", RatesCheck.class).verdict()).isEqualTo(Verdict.OK);
        sql("DELETE FROM fx_rate");
        sql("UPDATE transaction_line SET currency = NULL");
    }

    @Test
    void slotsThatRunOutAreFoundDaysAhead() {
        sql("UPDATE score_slot SET state = 'TAKEN' WHERE slot >= 14");
        assertThat(find("slots", SlotsCheck.class))
                .satisfies(DoctorTest::warns)
                .extracting(Finding::found)
                .asString()
                .contains("14 free");
        sql("UPDATE score_slot SET state = 'TAKEN'");
        assertThat(find("slots", SlotsCheck.class).verdict()).isEqualTo(Verdict.FAIL);
        sql("UPDATE score_slot SET state = 'FREE'");
        assertThat(find("slots", SlotsCheck.class).verdict()).isEqualTo(Verdict.OK);
    }

    @Test
    void whoHoldsTheLeaseIsTold() {
        heartbeat("INTERVAL 20 SECOND");
        assertThat(find("lease", LeaseCheck.class))
                .satisfies(DoctorTest::warns)
                .extracting(Finding::found)
                .asString()
                .contains("ago");
        heartbeat("INTERVAL -5 MINUTE");
        assertThat(find("lease", LeaseCheck.class).verdict()).isEqualTo(Verdict.OK);
        heartbeat("INTERVAL 1 HOUR");
        assertThat(find("lease", LeaseCheck.class).verdict()).isEqualTo(Verdict.FAIL);
        sql("DELETE FROM run_heartbeat");
        assertThat(find("lease", LeaseCheck.class).found()).isEqualTo("free");
    }

    @Test
    void clockSetBackAndUnfinishedRunsAreFound() {
        sql("INSERT INTO run (run_id, job, business_date, attempt, state, started_at, message) VALUES"
                + " (1, 'nightly', '2025-01-01', 1, 'FAILED', '2025-01-02', 'disk full'),"
                + " (2, 'nightly', '2025-01-02', 1, 'COMPLETED', '2025-01-03', NULL),"
                + " (3, 'nightly', '2025-01-03', 1, 'HELD', '2025-01-04', 'the day is empty')");
        assertThat(find("runs", RunsCheck.class)).satisfies(DoctorTest::warns).satisfies(found -> {
            assertThat(found.found()).contains("nightly 2025-01-03 is HELD", "the day is empty");
            assertThat(found.mend()).isEqualTo("allegiance nightly --date 2025-01-03");
        });
        assertThat(find("past", LeaseCheck.class).verdict()).isEqualTo(Verdict.OK);
        sql("UPDATE run SET started_at = UTC_TIMESTAMP() + INTERVAL 1 HOUR WHERE run_id = 3");
        assertThat(find("past", LeaseCheck.class).verdict()).isEqualTo(Verdict.FAIL);
        sql("DELETE FROM run");
    }

    @Test
    void settingsThatWereFixedOtherwiseAreFound() {
        sql("INSERT INTO setting (name, value) VALUES ('zone', 'Europe/Berlin')");
        assertThat(find("fixed settings", FixedSettingsCheck.class).found())
                .contains("allegiance.zone is UTC", "Europe/Berlin");
        sql("DELETE FROM setting");
        assertThat(find("fixed settings", FixedSettingsCheck.class).verdict()).isEqualTo(Verdict.OK);
    }

    @Test
    void serversThatAreSlowOrReadOnlyAreFound() {
        TestDatabase.administrate("SET GLOBAL local_infile = 0");
        TestDatabase.administrate("SET GLOBAL read_only = 1");
        try {
            assertThat(find("bulk loads", ServerSettingsCheck.class)).satisfies(DoctorTest::warns);
            assertThat(find("database", ServerCheck.class).found()).contains("the server is read-only");
        } finally {
            TestDatabase.administrate("SET GLOBAL read_only = 0");
            TestDatabase.administrate("SET GLOBAL local_infile = 1");
        }
        assertThat(find("database", ServerCheck.class).verdict()).isEqualTo(Verdict.OK);
    }

    @Test
    void aSmallPoolIsFound() {
        try (ConfigurableApplicationContext small = program("spring.datasource.hikari.maximum-pool-size=6")) {
            assertThat(find("connections", ConnectionsCheck.class, small).found())
                    .isEqualTo("a pool of 6 for 2 partitions, which need 7");
        }
    }

    @Test
    void tablesThatAreMissingLeaveTheRestUnlookedAt() {
        sql("RENAME TABLE flyway_schema_history TO kept");
        try {
            List<Finding> findings = new Doctor(PROGRAM).examineDatabase();
            assertThat(findings)
                    .filteredOn(found -> found.check().equals("schema"))
                    .extracting(Finding::mend)
                    .containsExactly("run 'allegiance migrate' with a user who may create tables");
            assertThat(findings.stream()
                            .dropWhile(found -> !found.check().equals("schema"))
                            .skip(1))
                    .hasSizeGreaterThan(9)
                    .allMatch(found -> found.verdict() == Verdict.NOT_CHECKED);
        } finally {
            sql("RENAME TABLE kept TO flyway_schema_history");
        }
    }

    private static String view() {
        return "SELECT transaction_id, line_key, customer_id, occurred_at, type, amount, currency, quantity, discount,"
                + " category, product, store, channel, business_date FROM transaction_line";
    }

    private static void define(String query) {
        sql("CREATE OR REPLACE VIEW source_transaction AS " + query);
    }

    private static void heartbeat(String ahead) {
        sql("REPLACE INTO run_heartbeat VALUES ('allegiance', 1, UTC_TIMESTAMP(3) + " + ahead + ")");
    }

    private static void warns(Finding found) {
        assertThat(found.verdict()).isEqualTo(Verdict.WARN);
        assertThat(found.mend()).isNotBlank();
    }

    private static List<String> fails() {
        return new Doctor(PROGRAM)
                .examineDatabase().stream()
                        .filter(found -> found.verdict() == Verdict.FAIL)
                        .map(Finding::check)
                        .collect(Collectors.toList());
    }

    private static Finding find(String name, Class<? extends HealthCheck> check) {
        return find(name, check, PROGRAM);
    }

    /** Looks with one check alone, as the doctor does. */
    private static Finding find(
            String name, Class<? extends HealthCheck> check, ConfigurableApplicationContext program) {
        return Stream.of(HealthChecks.ON_THE_SERVER, HealthChecks.IN_THE_TABLES)
                .flatMap(List::stream)
                .filter(entry -> entry.check().equals(check))
                .flatMap(entry -> new Doctor(program).examine(entry).stream())
                .filter(found -> found.check().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void sql(String statement) {
        TABLES.sql(statement).update();
    }
}
