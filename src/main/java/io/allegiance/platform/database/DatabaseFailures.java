package io.allegiance.platform.database;

import io.allegiance.failure.AllegianceException;
import io.allegiance.failure.AttentionException;
import io.allegiance.failure.CauseChain;
import io.allegiance.failure.RetryableException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Turns what a database throws into what a person can act on. Never repeats the server's own words where they could
 * hold a value of a row.
 */
public final class DatabaseFailures {

    private static final String SAFE = "; nothing is half done, run the same command again";

    /**
     * The pool's message, without SQL state or error number, about a connection that it evicted when the server was
     * lost.
     */
    private static final String GIVEN_UP = "Connection is closed";

    private static final int READ_ONLY = 1836;

    /** Of several modes of a server; the message names the one. */
    private static final int NOT_ALLOWED = 1290;

    private static final String PACKET =
            "the database server takes no row of this size: set its max_allowed_packet to 64M, and run the same command again";

    /** The driver's own words, without an error number, for a row that the server would not take. */
    private static final String TOO_LARGE = "Packet for query is too large";

    /** What a message calls a server whose address is not at hand. */
    private static final String SERVER = "the database server";

    private static final Map<Integer, Function<SQLException, AllegianceException>> BY_NUMBER = Map.ofEntries(
            attention(
                    1045,
                    "the database refuses the user name or password: set SPRING_DATASOURCE_USERNAME and"
                            + " SPRING_DATASOURCE_PASSWORD to an account that it knows"),
            attention(1044, "the database user may not use this schema: grant it the rights in sql/access"),
            attention(1142, "the database user lacks a right on a table: grant it the rights in sql/access"),
            attention(1143, "the database user lacks a right on a column: grant it the rights in sql/access"),
            attention(1227, "the database user lacks a privilege of the server: grant it the rights in sql/access"),
            attention(1370, "the database user lacks a right on a routine: grant it the rights in sql/access"),
            attention(
                    1820,
                    "the password of the database user has expired: as an administrator, ALTER USER ... PASSWORD EXPIRE"
                            + " NEVER, or give it a new one"),
            attention(
                    1862,
                    "the password of the database user has expired: as an administrator, ALTER USER ... PASSWORD EXPIRE"
                            + " NEVER, or give it a new one"),
            attention(
                    3118,
                    "the account of the database user is locked: as an administrator, ALTER USER ... ACCOUNT UNLOCK"),
            attention(
                    4151,
                    "the account of the database user is locked: as an administrator, ALTER USER ... ACCOUNT UNLOCK"),
            attention(1049, "the database has no schema of that name: create it, or correct SPRING_DATASOURCE_URL"),
            attention(1046, "SPRING_DATASOURCE_URL names no schema: add one after the port, such as /allegiance"),
            attention(
                    1146,
                    "a table is missing: bring it back from a backup if it was dropped, or run jobs/allegiance migrate with"
                            + " a user that may create tables"),
            attention(1054, "a column is missing: run jobs/allegiance migrate with a user that may alter tables"),
            attention(
                    1356,
                    "a view reads a table or column that is gone, or that the view's owner may not read: correct the view,"
                            + " most likely source_transaction, or grant its owner SELECT"),
            attention(
                    1449,
                    "the account that owns a view is gone: create the views again with an account that stays, most"
                            + " likely the one that runs jobs/allegiance migrate"),
            attention(
                    1267,
                    "texts of different collations meet in a view, most likely source_transaction: give each of its"
                            + " texts COLLATE utf8mb4_bin"),
            attention(
                    1644,
                    "a trigger or routine in the database refuses a row: see what the triggers on this schema's tables"
                            + " refuse, change or drop the one, then run the same command again"),
            attention(1153, PACKET),
            attention(
                    NOT_ALLOWED,
                    "the server runs in a mode that does not allow this, such as read-only: use the primary"),
            attention(READ_ONLY, "the server is read-only: use the primary"),
            attention(
                    3098,
                    "the servers of a group refuse to write a table without a primary key: run jobs/allegiance migrate, and"
                            + " give each table of yours that this program writes a primary key"),
            attention(
                    3100,
                    "the servers' replication refused a commit, and nothing of it stays: most likely the transaction is larger"
                            + " than group_replication_transaction_size_limit, or the group has lost its majority. See the"
                            + " server's error log, set the limit to 147M or bring the members back, then run the same command"
                            + " again"),
            attention(
                    3101,
                    "the group of servers rolled a commit back, and nothing of it stays: the server has left the group, or"
                            + " another member wrote the same rows. Write to the primary alone; when the group has one, run the"
                            + " same command again"),
            attention(
                    1180,
                    "the server refused a commit, and nothing of it stays: see its error log for the reason, correct that, then"
                            + " run the same command again"),
            attention(
                    1197,
                    "a transaction is larger than the binary log may take: set max_binlog_cache_size to 128M or more, then run"
                            + " the same command again"),
            attention(
                    1598,
                    "the server cannot write its binary log: see its error log, set binlog_format to ROW, then run the same"
                            + " command again"),
            retryable(1205, "a lock was not free in time" + SAFE),
            retryable(1213, "two transactions were in each other's way and this one gave in" + SAFE),
            retryable(3572, "a lock was not free" + SAFE),
            retryable(1020, "a row changed while it was read" + SAFE),
            retryable(1021, "the database server's disk is full: free some space, then run the same command again"),
            retryable(1114, "a table is full, most likely the disk: free some space, then run the same command again"),
            retryable(
                    1030,
                    "the database's storage failed, most likely a full disk: free some space, then run the same"
                            + " command again"),
            retryable(
                    3,
                    "the database server cannot write, most likely a full disk: free some space, then run the same"
                            + " command again"),
            retryable(
                    1026,
                    "the database server cannot write a file, most likely a full disk: free some space, then run the same"
                            + " command again"),
            retryable(
                    1878,
                    "the database server cannot write a temporary file, most likely a full disk: free some space, then run"
                            + " the same command again"),
            retryable(3024, "the server's time limit for statements was reached" + SAFE),
            retryable(3032, "the database server is in offline mode" + SAFE),
            retryable(1969, "the server's time limit for statements was reached" + SAFE),
            retryable(1037, "the database server is out of memory" + SAFE),
            retryable(1041, "the database server is out of memory" + SAFE),
            retryable(1040, "the database server has too many connections" + SAFE),
            retryable(1203, "the database user has too many connections" + SAFE),
            retryable(1226, "the database user has used up one of its limits" + SAFE),
            retryable(1053, "the database server is shutting down" + SAFE),
            retryable(1317, "the database server ended the statement" + SAFE),
            retryable(1927, "the database server ended the connection" + SAFE),
            retryable(3169, "the database server ended the session" + SAFE),
            retryable(4031, "the database server ended the connection for its idleness" + SAFE));

    private DatabaseFailures() {}

    /**
     * Finds what a failure means.
     *
     * @param failure anything thrown; its causes are looked through
     * @return our own failure where the chain holds one or a database's error that we know; else nothing
     */
    public static Optional<AllegianceException> find(Throwable failure) {
        return CauseChain.of(failure).flatMap(cause -> ofCause(cause).stream()).findFirst();
    }

    private static Optional<AllegianceException> ofCause(Throwable cause) {
        if (cause instanceof AllegianceException known) {
            return Optional.of(known);
        }
        return cause instanceof SQLException sql ? ofSql(sql) : Optional.empty();
    }

    /** Returns whether a server refused to write because it is read-only, as a primary is that was made a replica. */
    public static boolean isReadOnly(Throwable failure) {
        return CauseChain.of(failure)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .anyMatch(sql -> sql.getErrorCode() == READ_ONLY
                        || sql.getErrorCode() == NOT_ALLOWED
                                && String.valueOf(sql.getMessage()).matches("(?s).*read.only.*"));
    }

    /** Keeps an error that a person can act on, and removes from any other error the words that may contain values. */
    public static SQLException withoutValues(SQLException e) {
        if (ofSql(e).isPresent()) {
            return e;
        }
        return new SQLException(
                "the database refused rows with error " + e.getErrorCode(), e.getSQLState(), e.getErrorCode());
    }

    private static Optional<AllegianceException> ofSql(SQLException e) {
        Function<SQLException, AllegianceException> byNumber = BY_NUMBER.get(e.getErrorCode());
        if (byNumber != null) {
            return Optional.of(byNumber.apply(e));
        }
        if (String.valueOf(e.getMessage()).startsWith(TOO_LARGE)) {
            return Optional.of(new AttentionException(PACKET, e));
        }
        Optional<AllegianceException> insecure = TlsFailures.find(e, SERVER).map(AllegianceException.class::cast);
        return insecure.isEmpty() && connectionIsGone(e) ? Optional.of(gone(e)) : insecure;
    }

    /** Connector/J gives errors of the connection SQL states of class 08 and no number. */
    private static boolean connectionIsGone(SQLException e) {
        String state = e.getSQLState();
        return (state == null ? GIVEN_UP.equals(e.getMessage()) : state.startsWith("08"))
                || e instanceof SQLRecoverableException
                || (e instanceof SQLTransientConnectionException && !hasSqlCause(e));
    }

    /** The pool wraps the reason why it has no connection to give. */
    private static boolean hasSqlCause(SQLException e) {
        return e.getCause() instanceof SQLException;
    }

    private static AllegianceException gone(SQLException e) {
        return CauseChain.of(e)
                .flatMap(cause -> findUnreachable(cause).stream())
                .findFirst()
                .map(sentence -> new RetryableException(sentence + ", then run the same command again", e))
                .orElseGet(() -> new RetryableException("the connection to the database was lost" + SAFE, e));
    }

    private static Optional<String> findUnreachable(Throwable cause) {
        if (cause instanceof ConnectException) {
            return Optional.of(
                    "nothing answers at the database's address: start the server or correct SPRING_DATASOURCE_URL");
        }
        return cause instanceof UnknownHostException
                ? Optional.of(
                        "the database's host name is not known: correct SPRING_DATASOURCE_URL or the name" + " service")
                : Optional.empty();
    }

    private static Map.Entry<Integer, Function<SQLException, AllegianceException>> attention(
            int number, String sentence) {
        return Map.entry(number, e -> new AttentionException(sentence + " (error " + number + ")", e));
    }

    private static Map.Entry<Integer, Function<SQLException, AllegianceException>> retryable(
            int number, String sentence) {
        return Map.entry(number, e -> new RetryableException(sentence + " (error " + number + ")", e));
    }
}
