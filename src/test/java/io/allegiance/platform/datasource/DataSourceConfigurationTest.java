package io.allegiance.platform.datasource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariDataSource;
import io.allegiance.failure.AllegianceException;
import io.allegiance.failure.AttentionException;
import io.allegiance.failure.RetryableException;
import io.allegiance.platform.database.Database;
import io.allegiance.platform.database.DatabaseFailures;
import io.allegiance.platform.read.Columns;
import io.allegiance.platform.read.ForeignResult;
import io.allegiance.platform.read.RowStream;
import io.allegiance.platform.read.StreamingConnections;
import io.allegiance.testing.TestDatabase;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

@Tag("database")
class DataSourceConfigurationTest {

    private static final Class<?> JDBC_COLUMNS = Columns.of(ForeignResult.of(1)).getClass();

    @AutoClose
    private static final TestDatabase.Schema DATABASE = TestDatabase.freshSchema();

    @Test
    void configuredAddressIsUsedByPoolAndTransactionManager() throws SQLException {
        try (ConfigurableApplicationContext context = start(DATABASE.properties())) {
            assertThat(context.getBeansOfType(DataSource.class)).hasSize(1);
            assertThat(context.getBean(PlatformTransactionManager.class)).isInstanceOf(JdbcTransactionManager.class);
            assertThat(context.getBean(Database.class).embeddedHome()).isEmpty();
            assertThat(value(context.getBean(DataSource.class), "SELECT DATABASE()"))
                    .isEqualTo(DATABASE.name());
        }
    }

    @Test
    void withoutAnAddressTheEmbeddedDatabaseServesAndEndsWithTheProgram(@TempDir Path folder) throws SQLException {
        long server;
        try (ConfigurableApplicationContext context = start("ALLEGIANCE_HOME=" + folder.resolve("home"))) {
            assertThat(context.getBean(Database.class).embeddedHome())
                    .contains(folder.resolve("home").toAbsolutePath());
            assertThat(value(context.getBean(DataSource.class), "SELECT DATABASE()"))
                    .isEqualTo("allegiance");
            server = ProcessHandle.current()
                    .children()
                    .filter(child -> child.info()
                            .commandLine()
                            .orElse("")
                            .contains(folder.resolve("home").toString()))
                    .findFirst()
                    .orElseThrow()
                    .pid();
        }
        assertThat(ProcessHandle.of(server).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void aConnectionThatThePoolGaveUpIsALostOne() throws SQLException {
        Connection connection = DATABASE.dataSource().getConnection();
        connection.close();
        assertThat(DatabaseFailures.find(catchThrowable(connection::getAutoCommit)))
                .containsInstanceOf(RetryableException.class);
    }

    @Test
    void theUsersOwnSettingsWin() throws SQLException {
        String[] properties = DATABASE.properties();
        properties[0] += (properties[0].contains("?") ? "&" : "?") + "serverTimezone=%2B05:00";
        try (ConfigurableApplicationContext context = start(properties)) {
            assertThat(value(context.getBean(DataSource.class), "SELECT @@session.time_zone"))
                    .isEqualTo("+05:00");
        }
        try (ConfigurableApplicationContext context =
                start(with(DATABASE.properties(), "spring.datasource.hikari.maximum-pool-size=3"))) {
            assertThat(context.getBean(HikariDataSource.class).getMaximumPoolSize())
                    .isEqualTo(3);
        }
    }

    @Test
    void optionsBesideTheAddressCountForAllConnections() throws SQLException {
        String option = "spring.datasource.hikari.data-source-properties.SERVERTIMEZONE=+05:00";
        try (ConfigurableApplicationContext context = start(with(DATABASE.properties(), option));
                Connection streaming =
                        context.getBean(StreamingConnections.class).open();
                Statement statement = streaming.createStatement()) {
            assertThat(value(context.getBean(DataSource.class), "SELECT @@session.time_zone"))
                    .isEqualTo("+05:00");
            assertThat(value(statement, "SELECT @@session.time_zone")).isEqualTo("+05:00");
        }
    }

    @Test
    void aSessionMeansTheSameWhateverTheServersSettings() throws SQLException {
        DataSource pool = DATABASE.dataSource();
        assertThat(value(pool, "SELECT @@session.time_zone")).isEqualTo("+00:00");
        assertThat(value(pool, "SELECT @@session.sql_mode"))
                .contains("STRICT_TRANS_TABLES", "ONLY_FULL_GROUP_BY")
                .doesNotContain("ANSI_QUOTES");
        assertThat(value(pool, "SELECT 'a' = 'A'")).isEqualTo("0");
        assertThat(value(pool, "SELECT @@session.transaction_isolation")).isEqualTo("REPEATABLE-READ");
    }

    @Test
    void dateTimesPassAsTheyAreWritten() throws SQLException {
        LocalDateTime inNoClockOfBerlin = LocalDateTime.of(2024, 3, 31, 2, 30);
        try (Connection connection = DATABASE.dataSource().getConnection();
                Statement ddl = connection.createStatement()) {
            ddl.execute("CREATE TABLE moment (at DATETIME(3) NOT NULL)");
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO moment VALUES (?)")) {
                insert.setObject(1, inNoClockOfBerlin);
                insert.executeUpdate();
            }
        }
        try (Connection connection = new StreamingConnections(DATABASE.database()).open();
                PreparedStatement query = StreamingConnections.prepare(connection, "SELECT at FROM moment");
                ResultSet row = query.executeQuery()) {
            row.next();
            assertThat(row.getObject(1, LocalDateTime.class)).isEqualTo(inNoClockOfBerlin);
            assertThat(row.getString(1)).startsWith("2024-03-31 02:30:00");
        }
    }

    @Test
    void aStreamingConnectionReadsAsTheRowsComeAndIsAbandonedAtOnce() throws SQLException {
        String million = "WITH RECURSIVE d (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM d WHERE n < 9)"
                + " SELECT a.n, REPEAT('x', 500) FROM d a, d b, d c, d e, d f, d g";
        Connection connection = new StreamingConnections(DATABASE.database()).open();
        assertThat(connection.isReadOnly()).isTrue();
        try (PreparedStatement query = StreamingConnections.prepare(connection, million)) {
            // Half a gigabyte: held in memory it would not fit into the heap of the tests.
            ResultSet rows = query.executeQuery();
            int read = 0;
            while (read < 800_000 && rows.next()) {
                read++;
            }
            assertThat(read).isEqualTo(800_000);
            StreamingConnections.abandon(connection);
            assertThat(connection.isClosed()).isTrue();
        }
    }

    @Test
    void theSettingDecidesHowRowsAreStreamed() {
        String[] plain = with(DATABASE.properties(), "allegiance.streams.plain-jdbc=true");
        try (ConfigurableApplicationContext usual = start(DATABASE.properties());
                ConfigurableApplicationContext forced = start(plain)) {
            assertThat(columns(usual)).isNotExactlyInstanceOf(JDBC_COLUMNS);
            assertThat(columns(forced)).isExactlyInstanceOf(JDBC_COLUMNS);
        }
    }

    private static Columns columns(ConfigurableApplicationContext context) {
        try (RowStream rows = new RowStream(context.getBean(StreamingConnections.class))) {
            rows.query("SELECT 1");
            return rows.read(row -> row);
        }
    }

    @Test
    void aWrongPasswordAndAnAbsentSchemaNeedAPerson() {
        String[] properties = DATABASE.properties();
        properties[2] = "spring.datasource.password=wrong";
        assertThat(failure(properties)).isInstanceOf(AttentionException.class).hasMessageContaining("1045");
        properties = DATABASE.properties();
        properties[0] = properties[0].replace(DATABASE.name(), "no_such_schema");
        assertThat(failure(properties)).isInstanceOf(AttentionException.class).hasMessageContaining("1049");
    }

    @Test
    void anAddressThatIsNoneNeedsAPerson() {
        for (String url : new String[] {"jdbc:h2:mem:x", "mysql://host/x", "jdbc:mysql://ho st:port/x?("}) {
            assertThat(failure("spring.datasource.url=" + url))
                    .isInstanceOf(AttentionException.class)
                    .hasMessageContaining("jdbc:mysql://host:3306/allegiance");
        }
    }

    @Test
    void anAddressWhereNothingListensMayBeTriedAgain() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        assertThat(failure("spring.datasource.url=jdbc:mysql://127.0.0.1:" + port + "/allegiance"))
                .isInstanceOf(RetryableException.class)
                .hasMessageContaining("nothing answers");
    }

    @Test
    void theConnectionOfAKilledSessionIsTold() throws SQLException {
        try (Connection connection = DATABASE.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            TestDatabase.administrate("KILL " + value(statement, "SELECT CONNECTION_ID()"));
            assertThatThrownBy(() -> value(statement, "SELECT 1"))
                    .satisfies(e -> assertThat(DatabaseFailures.find(e)).get().isInstanceOf(RetryableException.class));
        }
    }

    private static AllegianceException failure(String... properties) {
        return DatabaseFailures.find(catchThrowable(() -> start(properties))).orElseThrow();
    }

    private static ConfigurableApplicationContext start(String... properties) {
        return new SpringApplicationBuilder(Program.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .properties("spring.main.banner-mode=off", "logging.level.root=off")
                .run(Stream.of(properties).map(each -> "--" + each).toArray(String[]::new));
    }

    private static String[] with(String[] properties, String one) {
        String[] all = Arrays.copyOf(properties, properties.length + 1);
        all[properties.length] = one;
        return all;
    }

    private static String value(DataSource source, String query) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            return value(statement, query);
        }
    }

    private static String value(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Import(DataSourceConfiguration.class)
    @ImportAutoConfiguration({DataSourceAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class})
    static class Program {}
}
