package io.allegiance.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import com.mysql.cj.jdbc.JdbcConnection;
import io.allegiance.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A gate inside the database that nobody passes: a trigger that waits for a row which this holds. It stops the program at
 * exactly one statement of one transaction, without a line of its code knowing.
 */
final class Gate implements AutoCloseable {

    private static final String NAME = "chaos_gate";

    /** Error ER_NO_SUCH_THREAD. */
    private static final int NO_SUCH_THREAD = 1094;

    /** The server answers from a cache that it renews only when nobody has looked for a tenth of a second. */
    private static final Duration LOOK = Duration.ofMillis(150);

    private final TestDatabase.Schema schema;
    private final Position position;
    private final Connection holder;
    private Set<String> waitingBefore = Set.of();

    /**
     * Where a gate stands.
     *
     * @param change INSERT, UPDATE or DELETE
     * @param condition of the rows OLD and NEW
     */
    record Position(String table, String change, String condition) {}

    /** Within the transaction of a chunk of a step, its rows written, after a number of rows. */
    static Position inChunk(String step, int written) {
        return new Position(
                "BATCH_STEP_EXECUTION",
                "UPDATE",
                "NEW.STEP_NAME LIKE '" + step + ":%' AND NEW.STATUS = 'STARTED' AND NEW.WRITE_COUNT >= " + written);
    }

    Gate(TestDatabase.Schema schema, Position position) throws SQLException {
        this.schema = schema;
        this.position = position;
        execute(
                "CREATE TABLE IF NOT EXISTS chaos_gate (one INT PRIMARY KEY, passed INT NOT NULL) ENGINE = InnoDB",
                "REPLACE INTO chaos_gate VALUES (1, 0)",
                "CREATE TRIGGER " + NAME + " BEFORE " + position.change() + " ON " + position.table()
                        + " FOR EACH ROW BEGIN IF " + position.condition()
                        + " THEN UPDATE chaos_gate SET passed = passed + 1 WHERE one = 1; END IF; END");
        holder = schema.dataSource().getConnection();
        holder.setAutoCommit(false);
        try (Statement statement = holder.createStatement()) {
            statement.executeQuery("SELECT * FROM chaos_gate FOR UPDATE").close();
        }
    }

    /** Waits until the night waits at the gate; fails when it ends before. */
    void awaitReached(Program.Running night) {
        awaitReached(night.process()::isAlive, night::said);
    }

    /** The same for a night that runs inside the test. */
    void awaitReached(CompletableFuture<Program.End> night) {
        awaitReached(() -> !night.isDone(), () -> night.isDone() ? night.join().err() : "");
    }

    private void awaitReached(BooleanSupplier isRunning, Supplier<String> said) {
        Awaitility.await("reaching " + position)
                .atMost(Program.PATIENCE)
                .pollInterval(LOOK)
                .failFast(() -> assertThat(isRunning.getAsBoolean()).as(said).isTrue())
                .untilAsserted(() -> assertThat(isReached()).as(said).isTrue());
    }

    /** Whether somebody waits at the gate: the same transaction waits for the same lock at two looks. */
    private boolean isReached() {
        Set<String> waiting = new HashSet<>();
        try (Connection connection = schema.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT trx_id, trx_wait_started FROM"
                        + " information_schema.INNODB_TRX WHERE trx_state = 'LOCK WAIT'")) {
            while (row.next()) {
                waiting.add(row.getString(1) + " since " + row.getString(2));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        boolean reached = waiting.stream().anyMatch(waitingBefore::contains);
        waitingBefore = waiting;
        return reached;
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = schema.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Does something in the transaction that holds the gate, which then holds the locks of that as well. */
    void hold(String sql) throws SQLException {
        try (Statement statement = holder.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Cuts the connections of those who stand before the gate, as an administrator or a firewall would. */
    void cutWaiting() throws SQLException {
        try (Connection connection = schema.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT trx_mysql_thread_id FROM"
                        + " information_schema.INNODB_TRX WHERE trx_state = 'LOCK WAIT'")) {
            while (row.next()) {
                execute("KILL " + row.getLong(1));
            }
        }
    }

    /** Cuts every connection to the schema but that which holds the gate: the server is there again at once, and they are not. */
    void cutAll() throws SQLException {
        schema.pool().getHikariPoolMXBean().softEvictConnections();
        try (Connection connection = schema.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT id FROM information_schema.PROCESSLIST WHERE db ="
                        + " DATABASE() AND id NOT IN (CONNECTION_ID(), "
                        + holder.unwrap(JdbcConnection.class).getId() + ")")) {
            while (row.next()) {
                endConnection(row.getLong(1));
            }
        }
    }

    /** Ends a connection; one that ended by itself since it was listed needs no more. */
    private void endConnection(long id) throws SQLException {
        try {
            hold("KILL " + id);
        } catch (SQLException e) {
            if (e.getErrorCode() != NO_SUCH_THREAD) {
                throw e;
            }
        }
    }

    /** Takes away the gate that a server was killed with. */
    static void remove(TestDatabase.Schema schema) {
        new JdbcTemplate(schema.dataSource()).execute("DROP TRIGGER " + NAME);
    }

    /** Lets everybody pass from now on. */
    void open() throws SQLException {
        holder.rollback();
    }

    /** Opens the gate and takes it away. */
    @Override
    public void close() throws SQLException {
        open();
        holder.setAutoCommit(true);
        holder.close();
        execute("DROP TRIGGER " + NAME);
    }
}
