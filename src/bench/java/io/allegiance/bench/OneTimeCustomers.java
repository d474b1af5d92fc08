package io.allegiance.bench;

import java.sql.Date;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Customers who bought once, long ago, and stay away: most of a very large shop. Their one day is written where it would be taken in
 * to, without the line that it came of, so that their number is not bound by the room and the time that lines take.
 */
final class OneTimeCustomers {

    private static final int BLOCK = 1_000_000;
    private static final int DAYS = 60;

    private static final String CREATE_NUMBERS = """
            CREATE TABLE bench_number (PRIMARY KEY (n)) SELECT a.n + 10 * b.n + 100 * c.n + 1000 * d.n + 10000 * e.n + 100000 * f.n AS n
            FROM (%1$s) a, (%1$s) b, (%1$s) c, (%1$s) d, (%1$s) e, (%1$s) f
            WHERE a.n + 10 * b.n + 100 * c.n + 1000 * d.n + 10000 * e.n + 100000 * f.n < ?"""
            .formatted("SELECT 0 AS n UNION SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4 UNION SELECT 5 UNION SELECT 6"
                    + " UNION SELECT 7 UNION SELECT 8 UNION SELECT 9");

    private static final String INSERT_DAYS = """
            INSERT INTO customer_day (customer_id, business_date, purchase_lines, return_lines, purchase_transactions,
                purchase_amount, return_amount, spend, quantity, discount_known_lines, full_price_lines, products, content_hash)
            SELECT CONCAT('Q', LPAD(n + ?, 8, '0')), ? + INTERVAL n %% %1$d DAY, 1, 0, 1, 1 + n %% 90, 0, 1 + n %% 90, 1, 1, 1,
                CONCAT('product ', n %% 500, _utf8mb4 X'1F', 'category ', n %% 12, _utf8mb4 X'1F', '1', _utf8mb4 X'1F', 1 + n %% 90,
                    '.0000', _utf8mb4 X'1F', '1.000'),
                UNHEX(REPEAT('0', 32))
            FROM bench_number
            WHERE n < ?""".formatted(DAYS);

    private final JdbcTemplate jdbc;

    OneTimeCustomers(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /**
     * Writes them.
     *
     * @param count how many
     * @param firstDay they bought on that day or within two months of it, which no night looks at any more
     */
    void write(int count, LocalDate firstDay) {
        jdbc.update(CREATE_NUMBERS, Math.min(BLOCK, count));
        for (int done = 0; done < count; done += BLOCK) {
            jdbc.update(INSERT_DAYS, done, Date.valueOf(firstDay), Math.min(BLOCK, count - done));
        }
        jdbc.execute("DROP TABLE bench_number");
    }
}
