package io.allegiance.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.allegiance.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The passwords that {@code accounts.sql} has MySQL generate, which people copy into files and shells. */
@Tag("database")
class GeneratedPasswordsTest {

    private static final int SAMPLES = 40;

    @AutoClose
    private static final TestDatabase.Schema SCHEMA = TestDatabase.freshSchema();

    @Test
    void singleQuotesAreAlwaysRightAroundThem() throws SQLException {
        assumeFalse(TestDatabase.isEmbedded(), "MariaDB generates none");
        String account = "'" + SCHEMA.name() + "'@'localhost'";
        TestDatabase.administrate("CREATE USER " + account);
        try (Connection connection = SCHEMA.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (int sample = 0; sample < SAMPLES; sample++) {
                // The driver takes this for a statement without a result
                assertThat(statement.execute("ALTER USER " + account + " IDENTIFIED BY RANDOM PASSWORD"))
                        .isTrue();
                ResultSet row = statement.getResultSet();
                assertThat(row.next()).isTrue();
                assertThat(row.getString("generated password")).matches("[A-Za-z0-9,.;:_+*!%&/(){}\\[\\]<>@-]{20}");
            }
        } finally {
            TestDatabase.administrate("DROP USER " + account);
        }
    }
}
