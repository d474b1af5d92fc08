package io.allegiance.doctor;

import io.allegiance.doctor.TableRight.Verb;
import io.allegiance.platform.sql.Sql;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The rights of the account, whether they come from a role, a pattern, a table or a column. Those on columns the server lists; the
 * right to delete is tried with a statement that is refused without it and does nothing with it; of a right to define data the
 * grants are read.
 */
@Repository
final class Grants {

    /** Of a table, and of a column of it. */
    private static final int VIEW_NOT_EXPLAINED = 1345;

    private static final Set<Integer> DENIED = Set.of(1142, 1143);

    /** Flyway's own table, which no statement of the catalogue names. */
    private static final String SCHEMA_HISTORY = "flyway_schema_history";

    /** Its columns that no command gives are filled by the server. */
    private static final String DECISION = "decision";

    private final JdbcClient jdbc;

    Grants(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lists those of the rights that the account lacks, in their order. */
    List<TableRight> listLacking(Collection<TableRight> rights) {
        Map<String, Map<String, Set<String>>> columns = listColumns();
        List<String> grants = listGrants();
        String schema = getSchema();
        return rights.stream()
                .filter(right -> switch (right.verb()) {
                    case SELECT, INSERT, UPDATE -> !isGranted(right, columns);
                    case DELETE -> !columns.containsKey(lower(right.table())) || !mayDelete(right.table());
                    case DROP -> grants.stream().noneMatch(grant -> grantsRight(grant, schema, right));
                })
                .toList();
    }

    /**
     * Lists the rights of the account on the program's own tables that no command needs: each once for a table, however many
     * columns it is on.
     *
     * @param needed what all commands need
     */
    List<TableRight> listBeyond(Collection<TableRight> needed) {
        Set<String> ours =
                needed.stream().map(right -> lower(right.table())).collect(Collectors.toCollection(HashSet::new));
        ours.add(SCHEMA_HISTORY);
        Map<String, Map<String, Set<String>>> columns = listColumns();
        List<TableRight> beyond = new ArrayList<>();
        for (String table : listTables()) {
            Map<String, Set<String>> ofTable =
                    ours.contains(lower(table)) ? columns.getOrDefault(lower(table), Map.of()) : Map.of();
            Stream.of(Verb.INSERT, Verb.UPDATE)
                    .filter(verb -> ofTable.entrySet().stream()
                            .anyMatch(column -> column.getValue().contains(lower(verb.name()))
                                    && isBeyond(verb, table, column.getKey(), needed)))
                    .forEach(verb -> beyond.add(new TableRight(verb, table)));
            if (!ofTable.isEmpty() && !isNeeded(needed, Verb.DELETE, table, null) && mayDelete(table)) {
                beyond.add(new TableRight(Verb.DELETE, table));
            }
        }
        return beyond;
    }

    /** Rows are inserted whole; only in the table of decisions a column more is a right more. */
    private static boolean isBeyond(Verb verb, String table, String column, Collection<TableRight> needed) {
        return verb == Verb.UPDATE || table.equals(DECISION)
                ? !isNeeded(needed, verb, table, column)
                : !isNeeded(needed, verb, table, null);
    }

    /** Without a column: on any column of the table. */
    private static boolean isNeeded(Collection<TableRight> needed, Verb verb, String table, @Nullable String column) {
        return needed.stream()
                .anyMatch(right -> right.verb() == verb
                        && right.table().equalsIgnoreCase(table)
                        && (column == null
                                || right.column() == null
                                || right.column().equalsIgnoreCase(column)));
    }

    /** By table and column, all in small letters: the verbs that the account may use. */
    private Map<String, Map<String, Set<String>>> listColumns() {
        Map<String, Map<String, Set<String>>> columns = new HashMap<>();
        jdbc.sql(Sql.get("doctor/list_columns")).query(row -> {
            columns.computeIfAbsent(lower(row.getString("table_name")), table -> new TreeMap<>())
                    .put(
                            lower(row.getString("column_name")),
                            Set.of(lower(row.getString("rights")).split(",")));
        });
        return columns;
    }

    /** Names as the server writes them, which may tell small letters from capital ones. */
    private List<String> listTables() {
        return jdbc.sql(Sql.get("doctor/list_tables")).query(String.class).list();
    }

    private List<String> listGrants() {
        return jdbc.sql(Sql.get("doctor/list_grants")).query(String.class).list();
    }

    private String getSchema() {
        return jdbc.sql(Sql.get("doctor/get_account"))
                .query((row, number) -> row.getString("schema_name"))
                .single();
    }

    /** A table of which nothing is to be seen is one on which the account has no right at all. */
    private static boolean isGranted(TableRight right, Map<String, Map<String, Set<String>>> columns) {
        Map<String, Set<String>> ofTable = columns.getOrDefault(lower(right.table()), Map.of());
        String verb = lower(right.verb().name());
        return right.column() == null
                ? !ofTable.isEmpty() && ofTable.values().stream().allMatch(rights -> rights.contains(verb))
                : ofTable.getOrDefault(lower(right.column()), Set.of()).contains(verb);
    }

    /** Returns whether a cause is that a right is missing. */
    static boolean isDenial(Throwable cause) {
        return cause instanceof SQLException sql && DENIED.contains(sql.getErrorCode());
    }

    private boolean mayDelete(String table) {
        try {
            jdbc.sql(Sql.get("doctor/try_delete").replace("any_table", table)).query(row -> {});
            return true;
        } catch (DataAccessException e) {
            if (isDenial(e.getMostSpecificCause())) {
                return false;
            }
            if (isNotExplained(e.getMostSpecificCause())) {
                return true;
            }
            throw e;
        }
    }

    /** The right on a view is there, and how its rows are found is not told to who has none on its table. */
    private static boolean isNotExplained(Throwable cause) {
        return cause instanceof SQLException sql && sql.getErrorCode() == VIEW_NOT_EXPLAINED;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Returns whether a line of SHOW GRANTS gives a right to define data: on the table, its schema, or everything. */
    static boolean grantsRight(String grant, String schema, TableRight right) {
        int on = grant.indexOf(" ON ");
        if (on < 0) {
            return false;
        }
        String verbs = "," + grant.substring(grant.indexOf(' '), on).replace(" ", "") + ",";
        String ground = grant.substring(on + " ON ".length()).replace("`", "").replace("\\", "");
        return (verbs.contains("," + right.verb() + ",") || verbs.contains(",ALLPRIVILEGES,"))
                && (ground.startsWith("*.* ")
                        || ground.startsWith(schema + ".* ")
                        || ground.startsWith(schema + "." + right.table() + " "));
    }
}
