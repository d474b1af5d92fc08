package io.allegiance.doctor;

import io.allegiance.platform.sql.Sql;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Facts about the database server that any account may read. */
@Repository
final class ServerFacts {

    private final JdbcClient jdbc;

    ServerFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who we are there, and where. */
    record Account(String name, String schema) {}

    /**
     * Its time.
     *
     * @param utc by its clock
     * @param secondsFromUtc of the zone that sessions of ours have
     * @param skipped half past two in the night of 2025-03-30, which some zones do not have
     */
    record Time(LocalDateTime utc, long secondsFromUtc, LocalDateTime skipped) {}

    /** Returns its settings by their names in small letters; a server lacks some. */
    Map<String, String> variables() {
        return read("doctor/list_server_variables");
    }

    /** Counts the connections that are open now, of everybody. */
    long countConnections() {
        return read("doctor/count_server_connections").values().stream()
                .mapToLong(Long::parseLong)
                .sum();
    }

    /** Returns protocol and cipher of a connection of ours by their names in small letters, empty where it is not encrypted. */
    Map<String, String> encryption() {
        return read("doctor/list_session_encryption");
    }

    /** Counts the threads of replication; 0 where the account may not see those of others. */
    long countReplicationThreads() {
        return jdbc.sql(Sql.get("doctor/count_replication_threads"))
                .query(Long.class)
                .single();
    }

    /**
     * The workers that are alive.
     *
     * @param count how many
     * @param threads partitions that they work on at once
     * @param connections the most that their pools open
     */
    record Workers(long count, long threads, long connections) {}

    /** Totals the workers that are alive; none for an account that may not read of them. */
    Workers totalWorkers() {
        try {
            return jdbc.sql(Sql.get("doctor/total_workers"))
                    .query((row, number) -> new Workers(row.getLong(1), row.getLong(2), row.getLong(3)))
                    .single();
        } catch (BadSqlGrammarException e) {
            return new Workers(0, 0, 0);
        }
    }

    private Map<String, String> read(String statement) {
        Map<String, String> values = new HashMap<>();
        jdbc.sql(Sql.get(statement)).query(row -> {
            values.put(row.getString(1).toLowerCase(Locale.ROOT), row.getString(2));
        });
        return values;
    }

    Time time() {
        return jdbc.sql(Sql.get("doctor/get_server_time"))
                .query((row, number) -> new Time(
                        row.getObject("utc", LocalDateTime.class),
                        row.getLong("seconds_from_utc"),
                        row.getObject("skipped", LocalDateTime.class)))
                .single();
    }

    Account account() {
        return jdbc.sql(Sql.get("doctor/get_account"))
                .query((row, number) -> new Account(row.getString("account"), row.getString("schema_name")))
                .single();
    }
}
