package io.allegiance.sql;

import io.allegiance.testing.TestDatabase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What {@code sql/access/tables.sql} lets a role update and delete, with the roles that it contains. */
record GrantFile(Set<String> deletes, Set<String> updates) {

    private static final Pattern GRANT = Pattern.compile("GRANT (.*) ON allegiance\\.(\\w+) TO allegiance_(\\w+)");
    private static final Pattern UPDATE = Pattern.compile("\\bUPDATE\\b(?: \\(([^)]*)\\))?");

    /** Each role and the one that it contains. */
    private static final Map<String, String> CONTAINED =
            Map.of("maintain", "nightly", "nightly", "scheduled", "scheduled", "import");

    /** A column of a table. */
    record Column(String table, String name) {}

    static GrantFile of(String role) {
        Set<String> roles = new HashSet<>();
        for (String each = role; each != null; each = CONTAINED.get(each)) {
            roles.add(each);
        }
        GrantFile file = new GrantFile(new HashSet<>(), new HashSet<>());
        SqlFile.statements("access/tables.sql", text -> text).forEach(statement -> {
            Matcher grant = GRANT.matcher(statement.replaceAll("\\s+", " "));
            if (grant.lookingAt() && roles.contains(grant.group(3))) {
                file.add(grant.group(1), grant.group(2));
            } else if (statement.startsWith("REVOKE DELETE ON allegiance.run_audit") && !role.equals("maintain")) {
                file.deletes.remove("run_audit");
            }
        });
        return file;
    }

    private void add(String rights, String table) {
        if (rights.contains("DELETE")) {
            deletes.add(table);
        }
        Matcher update = UPDATE.matcher(rights);
        if (update.find()) {
            if (update.group(1) == null) {
                updates.add(table);
            } else {
                for (String column : update.group(1).split(",")) {
                    updates.add(table + "." + column.strip());
                }
            }
        }
    }

    boolean mayDelete(String table) {
        return deletes.contains(table);
    }

    boolean mayUpdate(Column column) {
        return updates.contains(column.table()) || updates.contains(column.table() + "." + column.name());
    }

    /** All columns of the program's tables. */
    static List<Column> columns(TestDatabase.Schema schema) {
        return List.copyOf(JdbcClient.create(schema.dataSource())
                .sql(
                        "SELECT c.table_name, c.column_name FROM information_schema.columns c JOIN information_schema.tables t"
                                + " ON t.table_schema = c.table_schema AND t.table_name = c.table_name"
                                + " WHERE c.table_schema = DATABASE() AND t.table_type = 'BASE TABLE'"
                                + " ORDER BY c.table_name, c.ordinal_position")
                .query((row, number) -> new Column(row.getString(1), row.getString(2)))
                .list());
    }

    /** All tables of the program. */
    static List<String> tables(TestDatabase.Schema schema) {
        List<String> tables = new ArrayList<>();
        columns(schema).forEach(column -> {
            if (!tables.contains(column.table())) {
                tables.add(column.table());
            }
        });
        return tables;
    }
}
