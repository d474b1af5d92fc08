package io.allegiance.chaos;

import io.allegiance.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the tables of a schema held at a moment, kept in another schema, so that they can be brought back to it. */
final class Snapshot implements AutoCloseable {

    private final TestDatabase.Schema schema;
    private final TestDatabase.Schema copy = TestDatabase.freshSchema();
    private final Map<String, Long> checksums;

    Snapshot(TestDatabase.Schema schema) {
        this.schema = schema;
        this.checksums = Tables.of(schema.dataSource()).checksums();
        checksums.keySet().forEach(this::copy);
    }

    private void copy(String table) {
        new JdbcTemplate(copy.dataSource())
                .execute("CREATE TABLE " + table + " AS SELECT * FROM " + schema.name() + "." + table);
    }

    /** Brings back the tables that have changed. */
    void restore() {
        List<String> statements = new ArrayList<>(List.of("SET foreign_key_checks = 0"));
        Tables.of(schema.dataSource()).checksums().forEach((table, checksum) -> {
            if (!checksum.equals(checksums.get(table))) {
                statements.add("DELETE FROM " + table);
                statements.add("INSERT INTO " + table + " SELECT * FROM " + copy.name() + "." + table);
            }
        });
        statements.add("DELETE FROM run_heartbeat");
        statements.add("SET foreign_key_checks = 1");
        new JdbcTemplate(schema.dataSource()).execute((ConnectionCallback<Integer>) connection -> {
            try (var statement = connection.createStatement()) {
                for (String sql : statements) {
                    statement.execute(sql);
                }
            }
            return statements.size();
        });
    }

    @Override
    public void close() {
        copy.close();
    }
}
