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
 * Refuses the commits of a process that has lost its lease, and of a thread that has lost its claim to a partition. Just before
 * each commit it reads the lease's token under a shared lock, in that same transaction: a takeover waits for the commit to end,
 * and a commit that comes after a takeover fails. A thread that works on a claimed partition reads the claim in the same
 * statement. Where the server's shared locks lock nothing, exclusive ones are taken.
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
        ClaimFence claim = ClaimFence.current();
        if (claim != null) {
            connections.name(connection, claim.holder());
            return;
        }
        OptionalLong held = token.get();
        if (held.isPresent()) {
            connections.name(connection, Long.toString(held.getAsLong()));
        }
    }

    @Override
    protected void prepareForCommit(DefaultTransactionStatus status) {
        if (!status.isNewTransaction() || status.isReadOnly()) {
            return;
        }
        ClaimFence claim = ClaimFence.current();
        OptionalLong held = token.get();
        if (claim != null) {
            requireClaim(claim);
        } else if (held.isPresent()) {
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
        check(
                connection -> connection.prepareStatement(
                        locksAlone(connection)
                                ? Sql.get("job/lease/check_token_alone")
                                : Sql.get("job/lease/check_token")),
                row -> {
                    if (!row.next() || row.getLong(1) != held) {
                        throw Lease.lost();
                    }
                });
    }

    private void requireClaim(ClaimFence fence) {
        ClaimFence.Claimed claimed = fence.claimed();
        check(connection -> prepare(connection, claimed), row -> {
            if (!row.next() || row.getLong(1) != claimed.token()) {
                fence.lose();
                throw Lease.lost();
            }
            fence.see(row.getString(2));
        });
    }

    private static PreparedStatement prepare(Connection connection, ClaimFence.Claimed claimed) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(
                locksAlone(connection) ? Sql.get("job/lease/check_claim_alone") : Sql.get("job/lease/check_claim"));
        statement.setLong(1, claimed.runId());
        statement.setString(2, claimed.step());
        statement.setInt(3, claimed.partition());
        statement.setLong(4, claimed.number());
        return statement;
    }

    /** TiDB refuses shared locks, or takes the words and locks nothing. */
    private static boolean locksAlone(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductVersion().contains("TiDB");
    }

    @FunctionalInterface
    private interface Question {
        PreparedStatement ask(Connection connection) throws SQLException;
    }

    @FunctionalInterface
    private interface Answer {
        void judge(ResultSet row) throws SQLException;
    }

    private void check(Question question, Answer answer) {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try (PreparedStatement statement = question.ask(connection);
                ResultSet row = statement.executeQuery()) {
            answer.judge(row);
        } catch (SQLException e) {
            throw translateException("check the lease", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }
}
