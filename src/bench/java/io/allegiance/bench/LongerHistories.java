package io.allegiance.bench;

import io.allegiance.platform.sql.Sql;
import java.sql.Date;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Gives the customers who stay away ten times the purchase days: all that they have once more, and again, each time
 * further back. The next night refolds their histories.
 */
final class LongerHistories {

    /** How many times the purchase days. */
    static final int TIMES = 10;

    private static final String CREATE_ACTIVE = "CREATE TABLE bench_active (PRIMARY KEY (customer_id))"
            + " SELECT DISTINCT customer_id FROM transaction_line WHERE business_date >= ?";

    private static final String INSERT_COPY = """
            INSERT INTO customer_day (customer_id, business_date, purchase_lines, return_lines, purchase_transactions,
                purchase_amount, return_amount, spend, quantity, discount_known_lines, full_price_lines, products, receipts, returns, content_hash)
            SELECT customer_id, business_date - INTERVAL ? DAY, purchase_lines, return_lines, purchase_transactions,
                purchase_amount, return_amount, spend, quantity, discount_known_lines, full_price_lines, products, receipts, returns, content_hash
            FROM customer_day
            WHERE business_date >= ?
              AND customer_id NOT IN (SELECT customer_id FROM bench_active)""";

    private final JdbcTemplate jdbc;

    LongerHistories(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /**
     * Writes them.
     *
     * @param firstDay of the trade
     * @param period days by which each copy is further back than the one before: as many as the trade has
     * @param activeFrom who buys on that date or later does not stay away
     */
    void write(LocalDate firstDay, int period, LocalDate activeFrom) {
        jdbc.update(CREATE_ACTIVE, Date.valueOf(activeFrom));
        for (int copy = 1; copy < TIMES; copy++) {
            jdbc.update(INSERT_COPY, copy * period, Date.valueOf(firstDay));
        }
        jdbc.update(Sql.get("history/store/insert_due_all"), "", null, null);
        jdbc.execute("DROP TABLE bench_active");
    }
}
