package io.allegiance.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.testing.Commands;
import io.allegiance.testing.TestDatabase;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A shop wants to know who is gone within a month and within a year, beside the 90 days of its scores. */
@Tag("story")
class A27_FurtherHorizonsTest {

    private static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);
    private static final LocalDate DATE = LocalDate.of(2025, 9, 29);
    private static final LocalDate NEXT = DATE.plusDays(1);

    private static final String SEEN = "SELECT CONCAT_WS(',', customer_id, score_date, horizon_days, churn_probability,"
            + " expected_purchases, COALESCE(expected_value, '')) FROM current_customer_score_horizon"
            + " ORDER BY customer_id, horizon_days";

    /** All columns of the scores but the model that computed them. */
    private static final String SCORES =
            "SELECT CONCAT_WS(',', customer_id, segment, churn_probability, expected_purchases,"
                    + " expected_value, loyalty_score, reason_1, reason_2, reason_3) FROM current_customer_score ORDER BY customer_id";

    @AutoClose
    private static final TestDatabase.Schema SCHEMA = TestDatabase.freshSchema().migrate();

    @AutoClose
    private static final TestDatabase.Schema TWIN = TestDatabase.freshSchema().migrate();

    @AutoClose
    private static final TestDatabase.Schema WITHOUT =
            TestDatabase.freshSchema().migrate();

    @TempDir
    private static Path folder;

    private final JdbcClient jdbc = JdbcClient.create(SCHEMA.dataSource());
    private final Commands commands = withHorizons(SCHEMA, "home");

    @Test
    void churnIsPublishedOverMoreHorizons() throws IOException {
        // Given a model over 90 days, 30 and 365
        Shop shop = new Shop(600, FIRST_DAY, NEXT, folder);
        train(shop, commands);
        assertThat(commands.succeed("models")).contains("churn over 30 days: ", "churn over 365 days: ");

        // When its night runs, then each scored customer has a row over each, and no row contradicts another
        String published = commands.succeed("nightly", "--date", DATE.toString());
        requireCoherence();
        List<String> first = texts(SEEN);
        assertThat(published).contains("further horizons: digest " + digest(first));
        requireMainScoresOfOthers(shop);

        // When the next night fails among its scores, then its restart publishes what an undisturbed night does
        shop.land(commands, NEXT, NEXT);
        Faults.of(SCHEMA).refuseRowOfLastCustomer("customer_score_horizon");
        commands.run("nightly", "--date", NEXT.toString()).refusedWith(21, "refuses a row");
        assertThat(texts("SELECT customer_id FROM customer_score_horizon WHERE score_date = '" + NEXT + "'"))
                .as("chunks that were committed before")
                .isNotEmpty();
        Faults.of(SCHEMA).refuseNoRows();
        String second = commands.succeed("nightly", "--date", NEXT.toString());
        assertThat(second).contains("further horizons: digest " + digest(texts(SEEN)));
        assertThat(line(second)).isEqualTo(line(undisturbed(shop)));
        requireCoherence();

        askedFor();
        exported();

        // When the night is rolled back, then readers see the rows of the night before
        commands.succeed("rollback", "--to", DATE.toString(), "--by", "Ada", "--reason", "prices were wrong");
        assertThat(texts(SEEN)).isEqualTo(first);
    }

    private static Commands withHorizons(TestDatabase.Schema schema, String home) {
        return Commands.on(schema, folder.resolve(home))
                .with("allegiance.further-horizons", "365, 30")
                .with("allegiance.nightly.chunk.scores", 40);
    }

    private static void train(Shop shop, Commands commands) {
        shop.land(commands, FIRST_DAY, DATE);
        commands.succeed("train", "--as-of", DATE.toString());
    }

    private static String line(String published) {
        return published
                .lines()
                .filter(line -> line.startsWith("further horizons"))
                .findFirst()
                .orElseThrow();
    }

    private void requireCoherence() {
        assertThat(texts("SELECT h.customer_id FROM current_customer_score_horizon h GROUP BY h.customer_id"
                        + " HAVING COUNT(*) = 2 ORDER BY h.customer_id"))
                .isEqualTo(texts("SELECT customer_id FROM current_customer_score WHERE eligibility = 'SCORED'"
                        + " ORDER BY customer_id"))
                .hasSizeGreaterThan(300);
        assertThat(texts("SELECT s.customer_id FROM current_customer_score s"
                        + " JOIN current_customer_score_horizon h ON h.customer_id = s.customer_id"
                        + " WHERE h.score_date <> s.score_date"
                        + " OR SIGN(h.horizon_days - 90) * (h.churn_probability - s.churn_probability) > 0"
                        + " OR SIGN(h.horizon_days - 90) * (h.expected_purchases - s.expected_purchases) < 0"
                        + " OR SIGN(h.horizon_days - 90) * (h.expected_value - s.expected_value) < 0"))
                .isEmpty();
        assertThat(mean(30)).isGreaterThan(mean(365) + 0.1);
        assertThat(texts("SELECT expected_value FROM current_customer_score_horizon WHERE expected_value IS NULL"))
                .isEmpty();
    }

    private double mean(int horizon) {
        return jdbc.sql("SELECT AVG(churn_probability) FROM current_customer_score_horizon WHERE horizon_days = ?")
                .param(horizon)
                .query(Double.class)
                .single();
    }

    /** Then the scores over 90 days are those of a shop that wants no other, which has no such rows. */
    private void requireMainScoresOfOthers(Shop shop) {
        Commands without = Commands.on(WITHOUT, folder.resolve("without"));
        train(shop, without);
        String published = without.succeed("nightly", "--date", DATE.toString());
        assertThat(published).doesNotContain("further");
        JdbcClient other = JdbcClient.create(WITHOUT.dataSource());
        assertThat(texts(SCORES))
                .isEqualTo(other.sql(SCORES).query(String.class).list());
        assertThat(other.sql("SELECT COUNT(*) FROM customer_score_horizon")
                        .query(Integer.class)
                        .single())
                .isZero();
        without.run("scores", "--export", folder.resolve("none.csv").toString(), "--horizons")
                .refusedWith(64, "has no further horizons");
    }

    private static String undisturbed(Shop shop) {
        Commands twin = withHorizons(TWIN, "twin").with("allegiance.partitions", 3);
        train(shop, twin);
        twin.succeed("nightly", "--date", DATE.toString());
        shop.land(twin, NEXT, NEXT);
        return twin.succeed("nightly", "--date", NEXT.toString());
    }

    private void askedFor() {
        String customer = texts("SELECT MIN(customer_id) FROM current_customer_score_horizon")
                .get(0);
        String churn = texts("SELECT churn_probability FROM current_customer_score_horizon WHERE horizon_days = 365"
                        + " ORDER BY customer_id LIMIT 1")
                .get(0);
        assertThat(commands.succeed("scores", "--customer", customer))
                .containsPattern("over 30 days +churn_probability 0\\.")
                .containsPattern(
                        "over 365 days +churn_probability " + churn + ", expected_purchases .*, expected_value ");
        assertThat(commands.succeed("scores", "--customer", customer, "--json"))
                .contains("\"further_horizons\" : [ {", "\"horizon_days\" : 365", "\"churn_probability\" : " + churn);
        commands.run("scores", "--customer", customer, "--horizons").refusedWith(64, "--horizons goes with --export");
    }

    private void exported() throws IOException {
        Path file = folder.resolve("horizons.csv");
        assertThat(commands.succeed("scores", "--export", file.toString(), "--horizons"))
                .contains("wrote " + texts(SEEN).size() + " rows over further horizons of " + NEXT);
        List<String> lines = Files.readAllLines(file);
        assertThat(lines.get(0))
                .isEqualTo("customer_id,score_date,horizon_days,churn_probability,expected_purchases,expected_value");
        assertThat(lines.subList(1, lines.size())).isEqualTo(texts(SEEN));
        assertThat(Files.readString(folder.resolve("home/reports/nightly-" + NEXT + ".json")))
                .contains("\"horizonDigest\" : \"" + digest(texts(SEEN)) + "\"");
    }

    /** The sum of the hashes of rows, as anybody can compute it from the export. */
    private static String digest(List<String> rows) {
        BigInteger sum = BigInteger.ZERO;
        for (String row : rows) {
            byte[] hash = sha256().digest(row.getBytes(StandardCharsets.UTF_8));
            sum = sum.add(new BigInteger(1, Arrays.copyOf(hash, 16)));
        }
        return String.format(Locale.ROOT, "%032x", sum.mod(BigInteger.ONE.shiftLeft(128)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> texts(String query) {
        return jdbc.sql(query).query(String.class).list();
    }
}
