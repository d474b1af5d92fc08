package io.allegiance.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.testing.Commands;
import io.allegiance.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The view {@code source_transaction} over tables of one's own, as {@code sql/examples} shows it: the same trade gives the
 * same scores as when it was imported from a file.
 */
@Tag("database")
class OwnTablesTest {

    @AutoClose
    private static final TestDatabase.Schema IMPORTED =
            TestDatabase.freshSchema().migrate();

    @TempDir
    private static Path folder;

    private static String published;

    @BeforeAll
    static void importAndPublish() {
        Commands commands = Commands.on(IMPORTED, folder.resolve("imported"));
        SmallShop.landUpToFirstNight(commands, folder);
        SmallShop.landSecondNight(commands, folder);
        published = publish(commands);
    }

    @Test
    void ordersAndTheirItemsWithoutABusinessDateGiveTheSameScores() {
        try (TestDatabase.Schema schema = TestDatabase.freshSchema().migrate()) {
            JdbcTemplate jdbc = new JdbcTemplate(schema.dataSource());
            List.of(
                            "CREATE TABLE orders (order_number VARCHAR(40) PRIMARY KEY, customer_number VARCHAR(20),"
                                    + " ordered_at DATETIME NOT NULL, currency CHAR(3), KEY (ordered_at))"
                                    + " DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci",
                            "CREATE TABLE order_items (order_number VARCHAR(40), position INT, sku VARCHAR(40),"
                                    + " category VARCHAR(40), quantity INT NOT NULL, unit_price DECIMAL(12, 4) NOT NULL,"
                                    + " rebate DECIMAL(12, 2), PRIMARY KEY (order_number, position))"
                                    + " DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci",
                            "INSERT INTO orders SELECT transaction_id, NULLIF(MAX(customer_id), ''), MAX(occurred_at),"
                                    + " 'EUR' FROM " + IMPORTED.name() + ".transaction_line GROUP BY transaction_id",
                            "INSERT INTO order_items SELECT transaction_id, line_key, product, category,"
                                    + " IF(type = 'RETURN', -1, quantity), IF(type = 'RETURN', amount,"
                                    + " (amount + discount) / quantity), discount FROM " + IMPORTED.name()
                                    + ".transaction_line")
                    .forEach(jdbc::execute);
            assertThat(scoresThroughTheView(schema, jdbc, "examples/source_transaction_orders.sql"))
                    .isEqualTo(published);
        }
    }

    @Test
    void tillLinesWithABusinessDateGiveTheSameScores() {
        try (TestDatabase.Schema schema = TestDatabase.freshSchema().migrate()) {
            JdbcTemplate jdbc = new JdbcTemplate(schema.dataSource());
            List.of(
                            "CREATE TABLE till_lines (receipt VARCHAR(40), line INT, card VARCHAR(20) NOT NULL,"
                                    + " booked_on DATE NOT NULL, booked_at DATETIME NOT NULL, kind CHAR(1) NOT NULL,"
                                    + " cents BIGINT NOT NULL, cents_off BIGINT, pieces INT, article VARCHAR(40),"
                                    + " department VARCHAR(40), store VARCHAR(20),"
                                    + " PRIMARY KEY (receipt, line), KEY (booked_on, card))"
                                    + " DEFAULT CHARACTER SET latin1",
                            "INSERT INTO till_lines SELECT transaction_id, line_key, customer_id, business_date,"
                                    + " occurred_at, LEFT(REPLACE(type, 'PURCHASE', 'SALE'), 1), amount * 100,"
                                    + " discount * 100, quantity, product, category, store FROM " + IMPORTED.name()
                                    + ".transaction_line")
                    .forEach(jdbc::execute);
            assertThat(scoresThroughTheView(schema, jdbc, "examples/source_transaction_till_lines.sql"))
                    .isEqualTo(published);
        }
    }

    private static String scoresThroughTheView(TestDatabase.Schema schema, JdbcTemplate jdbc, String file) {
        SqlFile.statements(file, text -> text.replace("shop.", schema.name() + "."))
                .forEach(jdbc::execute);
        return publish(Commands.on(schema, folder.resolve(schema.name())));
    }

    /** What two nights say that they published, publication numbers and digests included. */
    private static String publish(Commands commands) {
        commands.succeed("train", "--as-of", SmallShop.FIRST_NIGHT.toString());
        return commands.succeed("nightly", "--date", SmallShop.FIRST_NIGHT.toString())
                + commands.succeed("nightly", "--date", SmallShop.SECOND_NIGHT.toString());
    }
}
