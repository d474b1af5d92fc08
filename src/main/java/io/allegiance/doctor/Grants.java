package io.allegiance.doctor;

import io.allegiance.doctor.TableRight.Verb;
import io.allegiance.platform.sql.Sql;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The rights of the account, found by trying: each statement is refused where the right is missing, whether it was to
 * be had from a role, a pattern or a table, and where it is not, it does nothing. Only of a right to define data the
 * grants are read.
 */
@Repository
final class Grants {

    /** Of a table, and of a column of it. */
    private static final Set<Integer> DENIED = Set.of(1142, 1143);

    /** The statements that try a right. A right to define data is not tried. */
    private static final Map<Verb, String> TRIALS = Map.of(
            Verb.SELECT, "doctor/try_select",
            Verb.INSERT, "doctor/try_insert",
            Verb.UPDATE, "doctor/try_update",
            Verb.DELETE, "doctor/try_delete");

    private final JdbcClient jdbc;

    Grants(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lists those of the rights that the account lacks, in their order. */
    List<TableRight> listLacking(Collection<TableRight> rights) {
        Map<String, String> columns = columns();
        List<String> grants =
                jdbc.sql(Sql.get("doctor/list_grants")).query(String.class).list();
        String schema = jdbc.sql(Sql.get("doctor/get_account"))
                .query((row, number) -> row.getString("schema_name"))
                .single();
        return rights.stream()
                .filter(right -> right.verb() == Verb.DROP
                        ? grants.stream().noneMatch(grant -> grantsRight(grant, schema, right))
                        : isDenied(right, columns))
                .toList();
    }

    private Map<String, String> columns() {
        Map<String, String> columns = new HashMap<>();
        jdbc.sql(Sql.get("doctor/list_columns")).query(row -> {
            columns.put(row.getString("table_name").toLowerCase(Locale.ROOT), row.getString("column_name"));
        });
        return columns;
    }

    /** A table of which nothing is to be seen is one on which the account has no right at all. */
    private boolean isDenied(TableRight right, Map<String, String> columns) {
        String column = columns.get(right.table().toLowerCase(Locale.ROOT));
        if (column == null) {
            return true;
        }
        try {
            jdbc.sql(Sql.get(Objects.requireNonNull(TRIALS.get(right.verb())))
                            .replace("any_table", right.table())
                            .replace("any_column", column))
                    .query(row -> {});
            return false;
        } catch (DataAccessException e) {
            if (e.getMostSpecificCause() instanceof SQLException sql && DENIED.contains(sql.getErrorCode())) {
                return true;
            }
            throw e;
        }
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
