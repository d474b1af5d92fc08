package io.allegiance.bench;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The yardstick of import: the same file of the tills, by one statement, into an empty table of the same form. */
final class RawLineLoad {

    private static final String STATEMENT = """
            LOAD DATA LOCAL INFILE 'rows' INTO TABLE bench_line
            CHARACTER SET utf8mb4 FIELDS TERMINATED BY ',' LINES TERMINATED BY '\\n' IGNORE 1 LINES
            (transaction_id, line_key, customer_id, @occurred_at, type, amount, quantity, @discount, category, product,
             store, channel)
            SET business_date = LEFT(@occurred_at, 10), occurred_at = @occurred_at, discount = NULLIF(@discount, ''),
                content_hash = '', import_id = 1""";

    private final JdbcTemplate jdbc;
    private final RawLoad load;

    RawLineLoad(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.load = new RawLoad(dataSource);
    }

    void createTable() {
        jdbc.execute("CREATE TABLE IF NOT EXISTS bench_line LIKE transaction_line");
    }

    void dropTable() {
        jdbc.execute("DROP TABLE bench_line");
    }

    long load(Path csv) {
        return load.load(csv, STATEMENT);
    }
}
