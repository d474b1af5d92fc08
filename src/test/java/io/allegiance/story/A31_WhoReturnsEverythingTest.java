package io.allegiance.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.allegiance.testing.Commands;
import io.allegiance.testing.SharedData;
import io.allegiance.testing.TestDatabase;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 400 customers and five kinds of three each who bought on 12 days: who keeps all, who returns all a week later, who cancels all on the
 * same day, who gets samples alone, and who has a coupon on each receipt.
 */
@Tag("story")
class A31_WhoReturnsEverythingTest {

    private static final String DATE = "2025-11-30";

    @AutoClose
    private static final TestDatabase.Schema SCHEMA = TestDatabase.freshSchema().migrate();

    private static final JdbcClient SQL = JdbcClient.create(SCHEMA.dataSource());

    @TempDir
    private static Path folder;

    @BeforeAll
    static void scoreTheShop() {
        Commands commands = Commands.on(SCHEMA, folder.resolve("home"));
        commands.succeed(
                "import", SharedData.casePath("05-serial-returner/shop.csv.gz").toString());
        commands.succeed("train", "--as-of", DATE);
        commands.succeed("nightly", "--date", DATE, "--confirm-empty", "--by", "anna", "--reason", "closed on Sundays");
    }

    @Test
    void theSpendOfAPurchaseDayIsNet() {
        Map<String, Double> spend =
                Map.of("returns_all", 0.0, "cancels_all", 0.0, "samples", 0.0, "coupon", 200.0, "keeps_all", 200.0);
        spend.forEach((kind, net) -> assertThat(figures("spend / spend_days", "purchase_history", kind))
                .as(kind)
                .containsExactly(net, net, net));
        spend.forEach((kind, net) -> assertThat(figures("purchase_days", "purchase_history", kind))
                .as(kind)
                .containsExactly(12.0, 12.0, 12.0));
    }

    @Test
    void whoLeavesNothingIsWorthNothing() {
        for (String kind : List.of("returns_all", "cancels_all", "samples")) {
            assertThat(scores("expected_spend", kind)).as(kind).containsExactly(0.0, 0.0, 0.0);
            assertThat(scores("expected_value", kind)).as(kind).containsExactly(0.0, 0.0, 0.0);
            assertThat(scores("value_at_risk", kind)).as(kind).containsExactly(0.0, 0.0, 0.0);
            assertThat(scores("monetary_score", kind)).as(kind).containsExactly(1.0, 1.0, 1.0);
            assertThat(segments(kind)).as(kind).doesNotContain("CHAMPIONS", "LOYAL");
        }
        assertThat(scores("expected_spend", "keeps_all"))
                .allSatisfy(spend -> assertThat(spend).isCloseTo(192, within(10.0)));
        assertThat(scores("expected_spend", "coupon")).isEqualTo(scores("expected_spend", "keeps_all"));
        assertThat(segments("keeps_all")).containsOnly("CHAMPIONS");
    }

    @Test
    void nobodyIsMoreLoyalForGivingBack() {
        List<Double> kept = scores("loyalty_score", "keeps_all");
        for (String kind : List.of("returns_all", "cancels_all", "samples", "coupon")) {
            List<Double> loyalty = scores("loyalty_score", kind);
            for (int i = 0; i < kept.size(); i++) {
                assertThat(loyalty.get(i)).as(kind).isLessThanOrEqualTo(kept.get(i));
            }
        }
        assertThat(scores("COALESCE(forgiveness_score, -1)", "coupon"))
                .as("a coupon is no incident")
                .containsExactly(-1.0, -1.0, -1.0);
        assertThat(scores("forgiveness_score", "returns_all"))
                .allSatisfy(score -> assertThat(score).isPositive());
    }

    @Test
    void aReturnReducesThePurchaseOfADayBeforeFromTheNextNightOn() throws IOException {
        Map<String, Object> last = SQL.sql(
                        "SELECT transaction_id, amount FROM transaction_line WHERE customer_id = 'K0148'"
                                + " ORDER BY business_date DESC LIMIT 1")
                .query()
                .singleRow();
        BigDecimal amount = (BigDecimal) last.get("amount");
        BigDecimal before = spendOf("K0148");
        Path file = Files.writeString(
                folder.resolve("returns.csv"),
                "transaction_id,line_key,customer_id,occurred_at,amount,type\n" + last.get("transaction_id")
                        + ",returned,K0148,2025-12-01 10:00," + amount + ",RETURN\n");
        Commands commands = Commands.on(SCHEMA, folder.resolve("home"));
        commands.succeed("import", file.toString());
        commands.succeed("nightly", "--date", "2025-12-01", "--confirm-empty", "--by", "anna", "--reason", "closed");
        assertThat(spendOf("K0148")).isEqualByComparingTo(before.subtract(amount));
    }

    private static BigDecimal spendOf(String customer) {
        return SQL.sql("SELECT spend FROM purchase_history WHERE customer_id = ?")
                .param(customer)
                .query(BigDecimal.class)
                .single();
    }

    private static List<Double> scores(String figure, String kind) {
        return figures(
                figure,
                "customer_score s JOIN score_publication p ON p.slot = s.slot AND p.score_date = '" + DATE + "'",
                kind);
    }

    private static List<Double> figures(String figure, String table, String kind) {
        return SQL
                .sql("SELECT " + figure + " FROM " + table + " WHERE customer_id LIKE ? ORDER BY customer_id")
                .param(kind.replace("_", "\\_") + "\\__")
                .query(BigDecimal.class)
                .list()
                .stream()
                .map(BigDecimal::doubleValue)
                .toList();
    }

    private static List<String> segments(String kind) {
        return SQL.sql("SELECT segment FROM customer_score s JOIN score_publication p ON p.slot = s.slot"
                        + " AND p.score_date = ? WHERE customer_id LIKE ?")
                .params(DATE, kind + "\\__")
                .query(String.class)
                .list();
    }
}
