package io.allegiance.platform.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.allegiance.testing.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/** Another driver, or another version of it, costs time and no row. */
@Tag("database")
class StreamedRowsTest {

    @AutoClose
    private static final TestDatabase.Schema SCHEMA = TestDatabase.freshSchema();

    private final Logger logger = (Logger) LoggerFactory.getLogger(StreamedRows.class);
    private final ListAppender<ILoggingEvent> warnings = new ListAppender<>();

    @BeforeEach
    void listen() {
        logger.setLevel(Level.WARN);
        warnings.start();
        logger.addAppender(warnings);
    }

    @AfterEach
    void listenNoMore() {
        logger.detachAppender(warnings);
        logger.setLevel(null);
    }

    @Test
    void shippedDriverIsReadThroughItsInternals() throws SQLException {
        StreamedRows rows = new StreamedRows(false);
        assertThat(readTwice(rows)).containsExactly(ConnectorRow.class, ConnectorRow.class);
        assertThat(warnings.list).isEmpty();
    }

    @Test
    void settingForcesPlainJdbcWithoutAWarning() throws SQLException {
        StreamedRows rows = new StreamedRows(true);
        assertThat(readTwice(rows)).containsExactly(JdbcColumns.class, JdbcColumns.class);
        assertThat(warnings.list).isEmpty();
    }

    static List<Throwable> surprises() {
        return List.of(
                new NoSuchMethodError("com.mysql.cj.result.Row.getValue(int, ValueFactory)"),
                new NoClassDefFoundError("com/mysql/cj/result/Row"),
                new IncompatibleClassChangeError("the driver's rows have 0 columns, its result has 1"),
                new ClassCastException("a result of another driver"));
    }

    @ParameterizedTest
    @MethodSource("surprises")
    void unexpectedInternalsMeanPlainJdbcAndOneWarning(Throwable surprise) throws SQLException {
        StreamedRows rows = new StreamedRows(
                result -> {
                    if (surprise instanceof LinkageError error) {
                        throw error;
                    }
                    throw (ClassCastException) surprise;
                },
                false);
        assertThat(readTwice(rows)).containsExactly(JdbcColumns.class, JdbcColumns.class);
        assertThat(warnings.list)
                .singleElement()
                .extracting(ILoggingEvent::getFormattedMessage)
                .asString()
                .contains(surprise.toString(), "allegiance.streams.plain-jdbc");
    }

    @Test
    void resultOfAnotherDriverIsReadThroughJdbc() throws SQLException {
        StreamedRows rows = new StreamedRows(false);
        try (ResultSet foreign = ForeignResult.of(7)) {
            StreamedRow row = rows.open(foreign);
            assertThat(row.next()).isTrue();
            assertThat(row.number(1)).isEqualTo(7);
            assertThat(row.next()).isFalse();
        }
        assertThat(warnings.list).hasSize(1);
    }

    @Test
    void lostConnectionIsNoOtherDriver() {
        StreamedRows rows = new StreamedRows(
                result -> {
                    throw new SQLException("the connection is gone");
                },
                false);
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> readTwice(rows))
                .withMessage("the connection is gone");
        assertThat(warnings.list).isEmpty();
    }

    /** Reads two results, whose rows must be whole, and tells which class read each. */
    private static List<Class<?>> readTwice(StreamedRows rows) throws SQLException {
        List<Class<?>> readers = new ArrayList<>();
        try (Connection connection = new StreamingConnections(SCHEMA.database()).open();
                PreparedStatement query =
                        StreamingConnections.prepare(connection, "SELECT 1 UNION ALL SELECT 2 ORDER BY 1")) {
            for (int time = 1; time <= 2; time++) {
                try (ResultSet result = query.executeQuery()) {
                    StreamedRow row = rows.open(result);
                    readers.add(row.getClass());
                    assertThat(row.next()).isTrue();
                    assertThat(row.number(1)).isEqualTo(1);
                    assertThat(row.next()).isTrue();
                    assertThat(row.number(1)).isEqualTo(2);
                    assertThat(row.next()).isFalse();
                }
            }
        }
        return readers;
    }
}
