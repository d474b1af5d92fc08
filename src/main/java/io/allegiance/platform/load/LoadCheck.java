package io.allegiance.platform.load;

import io.allegiance.platform.sql.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;

/** Compares the rows that a server reports with the rows sent; the statement must be the connection's last one. */
record LoadCheck(Connection connection, OnDuplicateKey duplicates) {

    static LoadCheck of(Connection connection, OnDuplicateKey duplicates) {
        return new LoadCheck(connection, duplicates);
    }

    /** Gives the number of rows that are there now because of the load. */
    long check(long sent, long taken) throws SQLException {
        long warnings = warnings();
        boolean right = switch (duplicates) {
            case REFUSE -> taken == sent && warnings == 0;
            // A replaced row counts twice: once gone, once come.
            case REPLACE -> taken >= sent && taken <= 2 * sent && warnings == 0;
            case SKIP -> taken <= sent && warnings == sent - taken;
        };
        if (!right) {
            throw new IllegalStateException("a bulk load of " + sent + " rows came back as " + taken + " with "
                    + warnings + " warnings (error number=how many: " + numbers() + "); nothing of it may stay");
        }
        return duplicates == OnDuplicateKey.SKIP ? taken : sent;
    }

    private long warnings() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery(Sql.get("platform/load/count_warnings"))) {
            count.next();
            return count.getLong(1);
        }
    }

    /** The texts of the warnings hold values of rows, so only their numbers are reported. */
    private Map<Integer, Integer> numbers() throws SQLException {
        Map<Integer, Integer> numbers = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet warnings = statement.executeQuery(Sql.get("platform/load/list_warnings"))) {
            while (warnings.next()) {
                numbers.merge(warnings.getInt("Code"), 1, Integer::sum);
            }
        }
        return numbers;
    }
}
