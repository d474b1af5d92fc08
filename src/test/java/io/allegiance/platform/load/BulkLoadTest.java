package io.allegiance.platform.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.mysql.cj.MysqlConnection;
import com.mysql.cj.conf.PropertyKey;
import io.allegiance.testing.TestDatabase;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("database")
@ParameterizedClass(name = "local_infile {0}")
@ValueSource(strings = {"ON", "OFF"})
class BulkLoadTest {

    private static final String COLUMNS = "(id, name, small, price, ratio, bought_on, bought_at, digest)";
    private static final String FORMAT =
            " CHARACTER SET binary FIELDS TERMINATED BY '\\t' ESCAPED BY '\\\\' LINES TERMINATED BY '\\n' ";
    private static final String TUPLE = " sample (id, name, small, price, ratio, bought_on, bought_at, digest)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
    private static final BulkStatement REFUSE = new BulkStatement(
            "LOAD DATA LOCAL INFILE 'rows' INTO TABLE sample" + FORMAT + COLUMNS,
            "INSERT INTO" + TUPLE,
            OnDuplicateKey.REFUSE);
    private static final BulkStatement REPLACE = new BulkStatement(
            "LOAD DATA LOCAL INFILE 'rows' REPLACE INTO TABLE sample" + FORMAT + COLUMNS,
            "REPLACE INTO" + TUPLE,
            OnDuplicateKey.REPLACE);
    private static final BulkStatement SKIP = new BulkStatement(
            "LOAD DATA LOCAL INFILE 'rows' IGNORE INTO TABLE sample" + FORMAT + COLUMNS,
            "INSERT IGNORE INTO" + TUPLE,
            OnDuplicateKey.SKIP);

    @AutoClose
    private static final TestDatabase.Schema DATABASE = TestDatabase.freshSchema();

    private final BulkLoader loader = new BulkLoader();

    BulkLoadTest(String localInfile) {
        TestDatabase.administrate("SET GLOBAL local_infile = " + localInfile);
    }

    @AfterAll
    static void allowStreamsAgain() {
        TestDatabase.administrate("SET GLOBAL local_infile = ON");
    }

    @BeforeEach
    void createTable() throws SQLException {
        run("DROP TABLE IF EXISTS sample");
        run("CREATE TABLE sample (id BIGINT NOT NULL PRIMARY KEY, name VARCHAR(64), small TINYINT,"
                + " price DECIMAL(19, 4), ratio DOUBLE, bought_on DATE, bought_at DATETIME(3), digest BINARY(16))"
                + " ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin");
    }

    @Test
    void everyValueArrivesAsItWasGiven() throws SQLException {
        byte[] digest = {0, '\t', '\n', '\r', '\\', '\'', '"', 'N', -1, -128, 127, -61, 40, 0x1a, ' ', 0};
        try (Connection connection = transaction()) {
            BulkLoad load = loader.into(connection, REFUSE);
            load.whole(Long.MAX_VALUE).text("naïve 🛒\tof\\N\r\n\0'\"").whole(-128);
            load.decimal(-999_999_999_999_999_999L, 4).real(0.1 + 0.2);
            load.date(LocalDate.of(2024, 2, 29)).dateTime(LocalDateTime.of(2024, 3, 31, 2, 30, 0, 123_000_000));
            load.bytes(digest).endRow();
            BulkRow.Maker row = new BulkRow.Maker();
            row.whole(1).missing().missing().missing().missing().missing().missing();
            load.row(row.bytes(digest).endRow());
            assertThat(load.flush()).isEqualTo(2);
            connection.commit();
        }
        try (Connection connection = DATABASE.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT * FROM sample ORDER BY id")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString("name")).isNull();
            assertThat(row.getBytes("digest")).isEqualTo(digest);
            assertThat(row.next()).isTrue();
            assertThat(row.getLong("id")).isEqualTo(Long.MAX_VALUE);
            assertThat(row.getString("name")).isEqualTo("naïve 🛒\tof\\N\r\n\0'\"");
            assertThat(row.getInt("small")).isEqualTo(-128);
            assertThat(row.getBigDecimal("price")).isEqualTo(new BigDecimal("-99999999999999.9999"));
            assertThat(row.getDouble("ratio")).isEqualTo(0.1 + 0.2);
            assertThat(row.getObject("bought_on", LocalDate.class)).isEqualTo(LocalDate.of(2024, 2, 29));
            assertThat(row.getString("bought_at")).isEqualTo("2024-03-31 02:30:00.123");
            assertThat(row.getObject("bought_at", LocalDateTime.class))
                    .isEqualTo(LocalDateTime.of(2024, 3, 31, 2, 30, 0, 123_000_000));
            assertThat(row.getBytes("digest")).isEqualTo(digest);
        }
    }

    @Test
    void aRowOfCsvArrivesAsItsFields() throws SQLException {
        byte[] row = "7,\"a \"\"b\"\", c\\\n\td\",-3,1.5000,,2024-02-29,\"\"".getBytes(StandardCharsets.UTF_8);
        BulkStatement texts = new BulkStatement(
                "LOAD DATA LOCAL INFILE 'rows' INTO TABLE texts" + FORMAT + "(a, b, c, d, e, f, g)",
                "INSERT INTO texts (a, b, c, d, e, f, g) VALUES (?, ?, ?, ?, ?, ?, ?)",
                OnDuplicateKey.REFUSE);
        run("DROP TABLE IF EXISTS texts");
        run(
                "CREATE TABLE texts (a VARCHAR(64), b VARCHAR(64), c VARCHAR(64), d VARCHAR(64), e VARCHAR(64), f VARCHAR(64),"
                        + " g VARCHAR(64)) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin");
        try (Connection connection = transaction()) {
            BulkLoad load = loader.into(connection, texts);
            load.csv(row).endRow();
            load.flush();
            connection.commit();
        }
        try (Connection connection = DATABASE.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT * FROM texts")) {
            assertThat(found.next()).isTrue();
            List<String> fields = new ArrayList<>();
            for (int column = 1; column <= 7; column++) {
                fields.add(found.getString(column));
            }
            assertThat(fields).containsExactly("7", "a \"b\", c\\\n\td", "-3", "1.5000", null, "2024-02-29", "");
        }
    }

    @Test
    void nullsAreNullsAndTheWordsForThemAreNot() throws SQLException {
        try (Connection connection = transaction()) {
            BulkLoad load = loader.into(connection, REFUSE);
            row(load, 1, null, null);
            row(load, 2, "NULL", 0);
            row(load, 3, "\\N", 0);
            row(load, 4, "", 0);
            assertThat(load.flush()).isEqualTo(4);
            connection.commit();
        }
        assertThat(names()).containsExactly(null, "NULL", "\\N", "");
        assertThat(count("small IS NULL AND price IS NULL AND digest IS NULL AND bought_on IS NULL"))
                .isEqualTo(1);
    }

    @Test
    void aDuplicateIsRefusedAndNothingStays() throws SQLException {
        try (Connection connection = transaction()) {
            BulkLoad load = loader.into(connection, REFUSE);
            row(load, 1, "secret name", 0);
            row(load, 1, "secret name", 0);
            assertRefused(connection, load);
        }
        assertThat(count("TRUE")).isZero();
    }

    @Test
    void aNumberThatDoesNotFitIsRefusedWithEveryKindOfLoad() throws SQLException {
        for (BulkStatement statement : List.of(REFUSE, REPLACE, SKIP)) {
            try (Connection connection = transaction()) {
                BulkLoad load = loader.into(connection, statement);
                row(load, 1, "fits", 1);
                row(load, 2, "does not", 999);
                assertRefused(connection, load);
            }
            assertThat(count("TRUE")).isZero();
        }
    }

    @Test
    void aTextThatDoesNotFitIsRefused() throws SQLException {
        try (Connection connection = transaction()) {
            BulkLoad load = loader.into(connection, REFUSE);
            row(load, 1, "secret".repeat(20), 1);
            assertRefused(connection, load);
        }
    }

    @Test
    void truncatedValueIsFoundBehindManyDuplicateWarnings() throws SQLException {
        fill(3_000);
        try (Connection connection = transaction()) {
            BulkLoad load = loader.into(connection, SKIP);
            for (int id = 1; id <= 3_000; id++) {
                row(load, id, "again", 0);
            }
            row(load, 3_001, "new", 999);
            assertRefused(connection, load);
        }
        assertThat(count("name = 'first'")).isEqualTo(3_000);
        assertThat(count("TRUE")).isEqualTo(3_000);
    }

    @Test
    void skippedDuplicatesAreCountedAndTheOldRowsStay() throws SQLException {
        fill(2_500);
        try (Connection connection = transaction()) {
            BulkLoad load = loader.into(connection, SKIP);
            for (int id = 1; id <= 4_000; id++) {
                row(load, id, "again", 0);
            }
            assertThat(load.flush()).isEqualTo(1_500);
            assertThat(load.flush()).isZero();
            connection.commit();
        }
        assertThat(count("name = 'first'")).isEqualTo(2_500);
        assertThat(count("name = 'again'")).isEqualTo(1_500);
    }

    @Test
    void replacedRowsAreTheNewOnes() throws SQLException {
        fill(1_200);
        try (Connection connection = transaction()) {
            BulkLoad load = loader.into(connection, REPLACE);
            for (int id = 601; id <= 1_800; id++) {
                row(load, id, id == 601 ? "first" : "again", 0);
            }
            assertThat(load.flush()).isEqualTo(1_200);
            connection.commit();
        }
        assertThat(count("name = 'first'")).isEqualTo(601);
        assertThat(count("name = 'again'")).isEqualTo(1_199);
    }

    @Test
    void theLoadRollsBackWithItsTransaction() throws SQLException {
        try (Connection connection = transaction()) {
            BulkLoad load = loader.into(connection, REFUSE);
            row(load, 1, "gone", 0);
            assertThat(load.flush()).isEqualTo(1);
            connection.rollback();
        }
        assertThat(count("TRUE")).isZero();
    }

    @Test
    void moreThanOneSendingIsCountedTogether() throws SQLException {
        String name = "é".repeat(64);
        try (Connection connection = transaction()) {
            BulkLoad load = loader.into(connection, REFUSE);
            for (int id = 1; id <= 40_000; id++) {
                row(load, id, name, id % 100);
            }
            assertThat(load.flush()).isEqualTo(40_000);
            connection.commit();
        }
        assertThat(count("name = '" + name + "'")).isEqualTo(40_000);
    }

    @Test
    void withoutATransactionNothingIsSent() throws SQLException {
        try (Connection connection = DATABASE.dataSource().getConnection()) {
            BulkLoad load = loader.into(connection, REFUSE);
            row(load, 1, "alone", 0);
            assertThatIllegalStateException().isThrownBy(load::flush).withMessageContaining("transaction");
        }
        assertThat(count("TRUE")).isZero();
    }

    @Test
    void aRowOfAnotherLengthIsAnError() throws SQLException {
        try (Connection connection = transaction()) {
            BulkLoad load = loader.into(connection, REFUSE);
            row(load, 1, "whole", 0);
            load.whole(2);
            assertThatIllegalStateException().isThrownBy(load::endRow).withMessageContaining("1 values");
        }
    }

    @Test
    void whatSqlCannotHoldIsRefusedAtOnce() throws SQLException {
        try (Connection connection = transaction()) {
            BulkLoad load = loader.into(connection, REFUSE);
            assertThatIllegalArgumentException().isThrownBy(() -> load.real(Double.NaN));
            assertThatIllegalArgumentException().isThrownBy(() -> load.text("\ud83d"));
        }
    }

    @Test
    void streamsAreAllowedOnlyAroundALoadAndFilesNever(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("rows");
        Files.writeString(file, "1\tstolen\t1\t\\N\t\\N\t\\N\t\\N\t\\N\n");
        try (Connection connection = transaction()) {
            BulkLoad load = loader.into(connection, REFUSE);
            row(load, 1, "mine", 0);
            load.flush();
            connection.commit();
            assertThat(connection
                            .unwrap(MysqlConnection.class)
                            .getPropertySet()
                            .getBooleanProperty(PropertyKey.allowLoadLocalInfile)
                            .getValue())
                    .isFalse();
            try (Statement statement = connection.createStatement()) {
                String theft = REPLACE.load().replace("'rows'", "'" + file + "'");
                assertThat(catchThrowable(() -> statement.execute(theft))).isInstanceOf(SQLException.class);
            }
        }
        assertThat(names()).containsExactly("mine");
    }

    private static void assertRefused(Connection connection, BulkLoad load) throws SQLException {
        Throwable refusal = catchThrowable(load::flush);
        assertThat(refusal).isInstanceOfAny(IllegalStateException.class, SQLException.class);
        for (Throwable cause = refusal; cause != null; cause = cause.getCause()) {
            assertThat(cause.getMessage()).doesNotContain("secret").doesNotContain("999");
        }
        connection.rollback();
    }

    private void fill(int rows) throws SQLException {
        try (Connection connection = transaction()) {
            BulkLoad load = loader.into(connection, REFUSE);
            for (int id = 1; id <= rows; id++) {
                row(load, id, "first", 0);
            }
            load.flush();
            connection.commit();
        }
    }

    private static void row(BulkLoad load, long id, String name, Integer small) throws SQLException {
        load.whole(id).text(name).whole(small).missing().missing().missing().missing();
        load.missing().endRow();
    }

    private static Connection transaction() throws SQLException {
        Connection connection = DATABASE.dataSource().getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private static void run(String sql) throws SQLException {
        try (Connection connection = DATABASE.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long count(String condition) throws SQLException {
        try (Connection connection = DATABASE.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("SELECT COUNT(*) FROM sample WHERE " + condition)) {
            count.next();
            return count.getLong(1);
        }
    }

    private static List<String> names() throws SQLException {
        List<String> names = new ArrayList<>();
        try (Connection connection = DATABASE.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT name FROM sample ORDER BY id")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }
}
