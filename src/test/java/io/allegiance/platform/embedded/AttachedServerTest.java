package io.allegiance.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.allegiance.failure.LeaseHeldException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("embedded")
@Timeout(60)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AttachedServerTest {

    private static final Path BINARIES = EmbeddedDatabase.defaultBinaries();

    @TempDir
    static Path home;

    private static EmbeddedDatabase owner;

    @BeforeAll
    static void startServer() throws SQLException {
        owner = EmbeddedDatabase.start(home, BINARIES, 32);
        execute(
                owner,
                "CREATE TABLE publication_hold (hold_id INT NOT NULL AUTO_INCREMENT PRIMARY KEY, reason INT)",
                "CREATE TABLE score_pointer (one INT NOT NULL PRIMARY KEY, publication INT)",
                "INSERT INTO score_pointer VALUES (1, 7)",
                "CREATE TABLE run (run_id INT NOT NULL PRIMARY KEY)");
    }

    @AfterAll
    static void stopServer() {
        owner.close();
    }

    @Test
    @Order(1)
    void untilTheOwnerLetsOthersReadThereIsNoneToUse() {
        assertThat(AttachedServer.find(home, HomeAccess.READ)).isEmpty();
        assertThatExceptionOfType(LeaseHeldException.class)
                .isThrownBy(() -> EmbeddedDatabase.open(home, BINARIES, 32, HomeAccess.WRITE))
                .withMessageContaining("pid " + ProcessHandle.current().pid());
    }

    @ParameterizedTest
    @Order(2)
    @ValueSource(
            strings = {
                "INSERT INTO run VALUES (1)",
                "INSERT INTO publication_hold VALUES ()",
                "UPDATE score_pointer SET publication = 8",
                "CREATE TABLE other (one INT)",
                "DROP TABLE run",
                "SELECT * FROM mysql.global_priv",
                "SET GLOBAL max_connections = 1"
            })
    void whoReadsMayDoNothingElse(String statement) {
        owner.letOthersRead();
        try (EmbeddedServer server = EmbeddedDatabase.open(home, BINARIES, 32, HomeAccess.READ)) {
            assertThat(server.isOwn()).isFalse();
            assertThatCode(() -> execute(server, "SELECT * FROM run")).doesNotThrowAnyException();
            assertThatExceptionOfType(SQLException.class).isThrownBy(() -> execute(server, statement));
        }
    }

    @ParameterizedTest
    @Order(2)
    @ValueSource(
            strings = {
                "INSERT INTO run VALUES (1)",
                "DELETE FROM publication_hold",
                "UPDATE score_pointer SET publication = 8",
                "DELETE FROM score_pointer",
                "DROP TABLE publication_hold",
                "CREATE TABLE other (one INT)"
            })
    void whoHoldsMayWriteHoldsAlone(String statement) {
        owner.letOthersRead();
        try (EmbeddedServer server = EmbeddedDatabase.open(home, BINARIES, 32, HomeAccess.HOLD)) {
            assertThatCode(() -> execute(
                            server,
                            "SELECT * FROM run",
                            "INSERT INTO publication_hold (reason) VALUES (1)",
                            "UPDATE publication_hold SET reason = 2",
                            "SELECT one FROM score_pointer WHERE one = 1 FOR UPDATE"))
                    .doesNotThrowAnyException();
            assertThatExceptionOfType(SQLException.class).isThrownBy(() -> execute(server, statement));
        }
    }

    @Test
    @Order(3)
    void theOwnerWaitsForThoseWhoRead() throws Exception {
        owner.letOthersRead();
        EmbeddedServer reader = EmbeddedDatabase.open(home, BINARIES, 32, HomeAccess.READ);
        assertThat(reader.hasEnded()).isFalse();
        CompletableFuture<Void> end = CompletableFuture.runAsync(owner::close);
        while (Files.exists(AttachFile.in(home))) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        assertThat(reader.hasEnded()).isTrue();
        assertThatCode(() -> execute(reader, "SELECT * FROM run")).doesNotThrowAnyException();
        assertThat(end).isNotDone();
        reader.close();
        end.join();
        startAgain();
    }

    /** Where no program runs, one that reads starts a server of its own, which others may read in turn. */
    private static void startAgain() throws SQLException {
        try (EmbeddedServer own = EmbeddedDatabase.open(home, BINARIES, 32, HomeAccess.READ)) {
            assertThat(own.isOwn()).isTrue();
            own.letOthersRead();
            try (EmbeddedServer other = EmbeddedDatabase.open(home, BINARIES, 32, HomeAccess.READ)) {
                assertThat(other.isOwn()).isFalse();
                execute(other, "SELECT * FROM run");
            }
            CompletableFuture<EmbeddedServer> writer =
                    CompletableFuture.supplyAsync(() -> EmbeddedDatabase.open(home, BINARIES, 32, HomeAccess.WRITE));
            own.close();
            assertThat(writer.join().isOwn())
                    .as("it waited for the one that read")
                    .isTrue();
            writer.join().close();
        }
    }

    private static void execute(EmbeddedServer server, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        server.jdbcUrl(EmbeddedDatabase.SCHEMA), server.username(), server.password());
                Statement statement = connection.createStatement()) {
            for (String text : statements) {
                statement.execute(text);
            }
        }
    }
}
