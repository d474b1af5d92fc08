package io.allegiance.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.testing.Commands;
import io.allegiance.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lines are taken in by a run that fails in one of its two partitions, and again by the same command. */
@Tag("database")
@Timeout(120)
class ReadAgainTest {

    private static final LocalDate LAST_DAY = LocalDate.of(2026, 3, 12);
    private static final int CUSTOMERS = 40;
    private static final String FIRST_CUSTOMER = "c000";
    private static final String LAST_CUSTOMER = "c999";

    @TempDir
    private Path folder;

    private TestDatabase.Schema schema;
    private JdbcClient jdbc;
    private Commands commands;

    @BeforeEach
    void openSchema() throws IOException {
        schema = TestDatabase.freshSchema().migrate();
        jdbc = JdbcClient.create(schema.dataSource());
        commands = Commands.on(schema, folder.resolve("home"))
                .with("allegiance.nightly.chunk.days", 3)
                .with("allegiance.train.rejects.most-percent", 100);
        land("trade.csv", LAST_DAY.minusDays(3).datesUntil(LAST_DAY.plusDays(1)).flatMap(ReadAgainTest::trade));
    }

    @AfterEach
    void closeSchema() {
        schema.close();
    }

    /** A line that is taken in of each customer, and of every fourth one that has no rate of exchange. */
    private static Stream<String> trade(LocalDate day) {
        return IntStream.range(0, CUSTOMERS).mapToObj(number -> number).flatMap(number -> {
            String customer = String.format(Locale.ROOT, "c%03d", 100 + 10 * number);
            return Stream.of(line(day, customer, ""), line(day, customer, "USD"))
                    .limit(number % 4 == 0 ? 2 : 1);
        });
    }

    private static String line(LocalDate day, String customer, String currency) {
        return String.join(
                ",", day + "-" + customer + currency, "1", customer, day + "T12:00:00", "PURCHASE", "10.00", currency);
    }

    private void land(String name, Stream<String> lines) throws IOException {
        Path csv = Files.write(
                folder.resolve(name),
                Stream.concat(Stream.of("transaction_id,line_key,customer_id,occurred_at,type,amount,currency"), lines)
                        .toList());
        commands.succeed("import", csv.toString());
    }

    @Test
    void rejectionIsKeptOnceWhenChunkIsRepeated() {
        failInTheMiddle("takeInTransactions:%");

        train(LAST_DAY).endedWith(0);

        assertThat(count("SELECT COUNT(*) FROM source_rejection")).isEqualTo(4 * CUSTOMERS / 4);
        assertThat(count("SELECT SUM(rejected) FROM business_day")).isEqualTo(4 * CUSTOMERS / 4);
        assertThat(count("SELECT COUNT(*) FROM customer_day")).isEqualTo(4 * CUSTOMERS);
    }

    @Test
    void linesForCompletedPartitionAreReadByNextRun() throws IOException {
        failInTheMiddle("takeInTransactions:partition1");
        land("late.csv", Stream.of(line(LAST_DAY, FIRST_CUSTOMER, "")));

        train(LAST_DAY).endedWith(0);
        assertThat(daysOf(FIRST_CUSTOMER)).isEmpty();

        land("tomorrow.csv", trade(LAST_DAY.plusDays(1)));
        train(LAST_DAY.plusDays(1)).endedWith(0);
        assertThat(daysOf(FIRST_CUSTOMER)).containsExactly(LAST_DAY);
    }

    @Test
    void linesForUnfinishedPartitionStartNewRun() throws IOException {
        failInTheMiddle("takeInTransactions:partition1");
        land("late.csv", Stream.of(line(LAST_DAY, LAST_CUSTOMER, "")));

        train(LAST_DAY).refusedWith(20, "the source changed while");
        train(LAST_DAY).endedWith(0);

        assertThat(daysOf(LAST_CUSTOMER)).containsExactly(LAST_DAY);
        assertThat(count("SELECT COUNT(*) FROM customer_day")).isEqualTo(4 * CUSTOMERS + 1);
    }

    /** Lets some chunks of a partition pass, and the other partition to its end, then fails as long as it is not mended. */
    private void failInTheMiddle(String partition) {
        execute("CREATE TRIGGER broken BEFORE UPDATE ON BATCH_STEP_EXECUTION FOR EACH ROW"
                + " BEGIN IF NEW.STEP_NAME LIKE '" + partition + "' AND NEW.STATUS = 'STARTED' AND NEW.WRITE_COUNT > 30"
                + " THEN SIGNAL SQLSTATE '45000'; END IF; END");
        train(LAST_DAY).refusedWith(21, "a trigger");
        assertThat(count("SELECT COUNT(*) FROM customer_day")).isPositive().isLessThan(4 * CUSTOMERS);
        execute("DROP TRIGGER broken");
    }

    private Commands.Result train(LocalDate asOf) {
        return commands.run("train", "--as-of", asOf.toString());
    }

    private void execute(String sql) {
        jdbc.sql(sql).update();
    }

    private long count(String query) {
        return jdbc.sql(query).query(Long.class).single();
    }

    private List<LocalDate> daysOf(String customer) {
        return jdbc.sql("SELECT business_date FROM customer_day WHERE customer_id = ?")
                .param(customer)
                .query(LocalDate.class)
                .list();
    }
}
