package io.allegiance.history.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.history.LoyaltyDay;
import io.allegiance.history.ProductText;
import io.allegiance.history.SharedNames;
import io.allegiance.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Products of before stood in a table of their own. */
@Tag("database")
class ProductsOfDaysUpgradeTest {

    @AutoClose
    private static final TestDatabase.Schema SCHEMA = TestDatabase.freshSchema();

    private final JdbcClient jdbc = JdbcClient.create(SCHEMA.dataSource());

    @Test
    void theyAreMovedIntoTheirDays() {
        SCHEMA.migrateTo("12");
        day("C", "2025-12-30");
        day("C", "2025-12-31");
        day("returned", "2025-12-31");
        product("C", "2025-12-30", "'', 'tea', 2, NULL, 1.5");
        product("C", "2025-12-30", "'cup', 'décor', 1, 12.3456, NULL");
        product("C", "2025-12-31", "'', '', 3, NULL, NULL");

        SCHEMA.migrateTo("16");
        assertThat(read("C", "2025-12-30"))
                .containsExactly(
                        new LoyaltyDay.ProductLines("", "tea", 2), new LoyaltyDay.ProductLines("cup", "décor", 1));
        assertThat(read("C", "2025-12-31")).containsExactly(new LoyaltyDay.ProductLines("", "", 3));
        assertThat(products("returned", "2025-12-31")).isNull();
    }

    private List<LoyaltyDay.ProductLines> read(String customer, String date) {
        return ProductText.read(products(customer, date), new SharedNames());
    }

    private void day(String customer, String date) {
        execute(
                "INSERT INTO customer_day (customer_id, business_date, purchase_lines, return_lines, purchase_transactions,"
                        + " discount_known_lines, full_price_lines, content_hash) VALUES ('" + customer + "', '" + date
                        + "', 1, 0, 1, 0, 0, UNHEX(REPEAT('0', 32)))");
    }

    private void product(String customer, String date, String values) {
        execute("INSERT INTO customer_product_day (customer_id, business_date, product, category, purchase_lines,"
                + " purchase_amount, quantity) VALUES ('" + customer + "', '" + date + "', " + values + ")");
    }

    private void execute(String statement) {
        jdbc.sql(statement).update();
    }

    private String products(String customer, String date) {
        return jdbc.sql("SELECT products FROM customer_day WHERE customer_id = ? AND business_date = ?")
                .params(customer, date)
                .query((row, number) -> row.getString(1))
                .list()
                .get(0);
    }
}
