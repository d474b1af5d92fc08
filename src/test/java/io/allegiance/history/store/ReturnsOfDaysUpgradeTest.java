package io.allegiance.history.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Before V022 a day had its spend less the returns of the same day, and did not say of what. */
@Tag("database")
class ReturnsOfDaysUpgradeTest {

    @AutoClose
    private static final TestDatabase.Schema SCHEMA = TestDatabase.freshSchema();

    private final JdbcClient jdbc = JdbcClient.create(SCHEMA.dataSource());

    @Test
    void returnsOfBeforeBelongToNoKnownPurchase() {
        SCHEMA.migrateTo("20");
        day("bought", 1, 0, "12.5000", "0.0000", "12.5000");
        day("both", 1, 2, "12.5000", "20.0000", "0.0000");
        day("returned", 0, 1, "0.0000", "7.2500", "0.0000");
        day("unknown", 1, 1, "12.5000", "NULL", "NULL");

        SCHEMA.migrateTo("22");
        assertThat(days())
                .containsExactly(
                        "both 12.5000 null 0:0:200000",
                        "bought 12.5000 null null",
                        "returned 0.0000 null 0:0:72500",
                        "unknown 12.5000 null 0:0:");
    }

    private void day(String customer, int purchases, int returns, String bought, String returned, String spend) {
        jdbc.sql(
                        "INSERT INTO customer_day (customer_id, business_date, purchase_lines, return_lines, purchase_transactions,"
                                + " purchase_amount, return_amount, spend, discount_known_lines, full_price_lines, content_hash) VALUES ('"
                                + customer + "', '2025-12-31', " + purchases + ", " + returns + ", 1, " + bought + ", "
                                + returned
                                + ", " + spend + ", 0, 0, UNHEX(REPEAT('0', 32)))")
                .update();
    }

    private List<String> days() {
        return jdbc.sql("SELECT customer_id, spend, receipts, returns FROM customer_day ORDER BY customer_id")
                .query((row, number) ->
                        row.getString(1) + " " + row.getString(2) + " " + row.getString(3) + " " + row.getString(4))
                .list();
    }
}
