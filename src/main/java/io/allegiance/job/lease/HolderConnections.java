package io.allegiance.job.lease;

import io.allegiance.platform.sql.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The connections that a holder of the lease, or a worker, writes through. A process that is frozen, or whose machine has lost its
 * power, leaves transactions open whose locks would block the next holder. So each connection takes a name that the
 * server knows for as long as it lives, and a takeover ends the connections of those names.
 */
public final class HolderConnections {

    private static final Logger LOG = LoggerFactory.getLogger(HolderConnections.class);

    /** As many names as a process may have connections. */
    private static final int NAMES = 64;

    private final JdbcClient jdbc;
    private final Map<Connection, String> named = new WeakHashMap<>();

    HolderConnections(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Names a connection of the holder of a token, or of a worker, once. */
    void name(Connection connection, String holder) throws SQLException {
        Connection own = connection.unwrap(Connection.class);
        synchronized (named) {
            if (holder.equals(named.put(own, holder))) {
                return;
            }
        }
        for (int number = 0; number < NAMES; number++) {
            if (take(connection, holder, number)) {
                return;
            }
        }
        LOG.warn("no name is left for a connection; a takeover might have to wait for it");
    }

    private static boolean take(Connection connection, String holder, int number) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(Sql.get("job/lease/name_connection"))) {
            statement.setString(1, holder);
            statement.setInt(2, number);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getInt(1) == 1;
            }
        }
    }

    /** Ends the connections of the workers that hold partitions: those were offered under a lease that is over. */
    void endWorkers() {
        jdbc.sql(Sql.get("job/lease/list_holders"))
                .query(Long.class)
                .list()
                .forEach(worker -> end(ClaimFence.worker(worker)));
    }

    /** Ends the connections of a holder whose lease or claim has expired: what they had not committed is rolled back. */
    public void end(String holder) {
        for (int number = 0; number < NAMES; number++) {
            Long connection = jdbc.sql(Sql.get("job/lease/find_connection"))
                    .params(holder, number)
                    .query((row, index) -> new Named(row.getObject("connection_id", Long.class)))
                    .single()
                    .connection();
            if (connection != null) {
                kill(connection);
            }
        }
    }

    private record Named(@Nullable Long connection) {}

    private void kill(long connection) {
        try {
            jdbc.sql(Sql.get("job/lease/end_connection")).param(connection).update();
            LOG.warn("ended a connection that a former run had left open");
        } catch (DataAccessException e) {
            LOG.warn(
                    "a connection that a former run had left open could not be ended: {}",
                    e.getClass().getSimpleName());
        }
    }
}
