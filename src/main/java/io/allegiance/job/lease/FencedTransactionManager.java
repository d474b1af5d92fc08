package io.allegiance.job.lease;

import io.allegiance.platform.sql.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalLong;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.datasource.JdbcTransactionObjectSupport;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.DefaultTransactionStatus;

/**
 * Refuses the commits of a process that has lost its lease. Just before each commit it reads the lease's token under a
 * shared lock, in that same transaction: a takeover waits for the commit to end, and a commit that comes after a
 * takeover fails.
 */
public final class FencedTransactionManager extends JdbcTransactionManager {

    private final DataSource dataSource;
    private final transient Supplier<OptionalLong> token;
    private final transient HolderConnections connections;

    FencedTransactionManager(DataSource dataSource, Supplier<OptionalLong> token, HolderConnections connections) {
        super(dataSource);
        this.dataSource = dataSource;
        this.token = token;
        this.connections = connections;
    }

    @Override
    protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition)
            throws SQLException {
        super.prepareTransactionalConnection(connection, definition);
        OptionalLong held = token.get();
        if (held.isPresent()) {
            connections.name(connection, held.getAsLong());
        }
    }

    @Override
    protected void prepareForCommit(DefaultTransactionStatus status) {
        OptionalLong held = token.get();
        if (held.isPresent() && status.isNewTransaction() && !status.isReadOnly()) {
            requireToken(held.getAsLong());
        }
    }

    /** The server rolls back the transaction of a lost connection; only the cause of the loss is reported. */
    @Override
    protected void doRollback(DefaultTransactionStatus status) {
        try {
            super.doRollback(status);
        } catch (DataAccessException | TransactionSystemException e) {
            if (!isConnectionGone(status)) {
                throw e;
            }
        }
    }

    private static boolean isConnectionGone(DefaultTransactionStatus status) {
        try {
            return ((JdbcTransactionObjectSupport) status.getTransaction())
                    .getConnectionHolder()
                    .getConnection()
                    .isClosed();
        } catch (SQLException e) {
            return false;
        }
    }

    private void requireToken(long held) {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try (PreparedStatement statement = connection.prepareStatement(Sql.get("job/lease/check_token"));
                ResultSet row = statement.executeQuery()) {
            if (!row.next() || row.getLong(1) != held) {
                throw Lease.lost();
            }
        } catch (SQLException e) {
            throw translateException("check the lease", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }
}
