package io.allegiance.sql;

import io.allegiance.testing.Commands;
import io.allegiance.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * The roles and accounts of {@code sql/access} for one schema, under names of its own: they belong to the server, which other tests use
 * too. Dropped when closed.
 *
 * @param schema the schema that they are granted rights in
 * @param home of the commands that they run
 */
record Accounts(TestDatabase.Schema schema, Path home) implements AutoCloseable {

    private static final String PASSWORD = UUID.randomUUID().toString();
    private static final List<String> ROLES =
            List.of("migrate", "scheduled", "nightly", "maintain", "import", "look", "feeder", "reader", "observer");

    /** Each account with the role that accounts.sql gives it. */
    private static final Map<String, String> ACCOUNTS = Map.of(
            "migrator", "migrate",
            "scheduler", "scheduled",
            "night", "nightly",
            "maintainer", "maintain",
            "importer", "import",
            "viewer", "look",
            "crm", "reader",
            "grafana", "observer");

    /** Creates roles and accounts, and the tables as the migrating account; then grants the rights on them. */
    static Accounts create(TestDatabase.Schema schema, Path home) {
        Accounts accounts = new Accounts(schema, home);
        accounts.administrate("access/roles.sql");
        accounts.administrate("access/accounts.sql");
        ACCOUNTS.keySet()
                .forEach(account -> TestDatabase.administrate(
                        "ALTER USER " + accounts.name(account) + " IDENTIFIED BY '" + PASSWORD + "'"));
        accounts.as("migrator").succeed("migrate");
        accounts.administrate("access/tables.sql");
        return accounts;
    }

    /** Gives the rights again, as after an upgrade. */
    void grant() {
        administrate("access/roles.sql");
        administrate("access/tables.sql");
    }

    /** The role of an account. */
    static String role(String account) {
        return Objects.requireNonNull(ACCOUNTS.get(account));
    }

    /** Commands of the program as an account. */
    Commands as(String account) {
        return Commands.on(schema, home)
                .with("spring.datasource.url", encryptedUrl())
                .with("spring.datasource.username", prefix() + account)
                .with("spring.datasource.password", PASSWORD);
    }

    /** Connects as an account. */
    Connection connect(String account) throws SQLException {
        return DriverManager.getConnection(encryptedUrl(), prefix() + account, PASSWORD);
    }

    /** The accounts are let in over encrypted connections alone, but for the embedded MariaDB, which has none. */
    private String encryptedUrl() {
        return TestDatabase.isEmbedded()
                ? schema.jdbcUrl()
                : schema.jdbcUrl().replace("sslMode=DISABLED", "sslMode=REQUIRED");
    }

    /** Runs a statement as an account. */
    void execute(String account, String sql) throws SQLException {
        try (Connection connection = connect(account);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Counts the rows that an account sees. */
    long count(String account, String table) throws SQLException {
        try (Connection connection = connect(account);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** How the names of roles and accounts begin, in place of {@code allegiance_}. */
    String prefix() {
        return schema.name().substring(0, 14) + "_";
    }

    /** An account with its host, as statements name it. */
    String name(String account) {
        return "'" + prefix() + account + "'@'%'";
    }

    private void administrate(String file) {
        SqlFile.statements(file, this::adapt).forEach(TestDatabase::administrate);
    }

    /** Other names, and what MariaDB says otherwise, as accounts.sql tells. */
    private String adapt(String text) {
        String named = text.replace("allegiance.", schema.name() + ".").replace("allegiance_", prefix());
        return TestDatabase.isEmbedded()
                ? named.replace("IDENTIFIED BY RANDOM PASSWORD REQUIRE SSL", "")
                        .replaceAll("(SET DEFAULT ROLE \\w+) TO", "$1 FOR")
                : named;
    }

    @Override
    public void close() {
        ACCOUNTS.keySet().forEach(account -> TestDatabase.administrate("DROP USER " + name(account)));
        ROLES.forEach(role -> TestDatabase.administrate("DROP ROLE " + prefix() + role));
    }
}
