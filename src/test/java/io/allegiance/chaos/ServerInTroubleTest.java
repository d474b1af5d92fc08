package io.allegiance.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.allegiance.platform.database.Database;
import io.allegiance.platform.datasource.DataSourceConfiguration;
import io.allegiance.platform.embedded.EmbeddedDatabase;
import io.allegiance.testing.TestDatabase;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
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
import org.junit.jupiter.params.provider.EnumSource;

/** The database server is restarted in each step of a night, in order or because it crashed; then its disk is full. */
@Tag("chaos")
@Tag("embedded")
@Timeout(120)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ServerInTroubleTest {

    private static final int DISK_MIB = 512;

    @TempDir
    static Path folder;

    private static SmallDisk disk;
    private static Server server;
    private static DisturbedSteps night;

    /** A server of its own, which has another port and another password after each start. */
    private record Server(EmbeddedDatabase database, TestDatabase.Schema schema) {

        static Server start() {
            EmbeddedDatabase database =
                    EmbeddedDatabase.start(disk.path().resolve("a-home"), EmbeddedDatabase.defaultBinaries(), 64);
            Database address =
                    Database.at(database.jdbcUrl(EmbeddedDatabase.SCHEMA), database.username(), database.password());
            return new Server(
                    database,
                    new TestDatabase.Schema(
                            EmbeddedDatabase.SCHEMA,
                            address,
                            new HikariDataSource(DataSourceConfiguration.poolOf(address))));
        }

        Program program() {
            Map<String, String> settings = new HashMap<>(Shop.smallChunks());
            settings.put("spring.datasource.url", schema.jdbcUrl());
            settings.put("spring.datasource.username", schema.username());
            settings.put("spring.datasource.password", schema.password());
            settings.put("ALLEGIANCE_HOME", folder.resolve("home").toString());
            // Less patience with a server that does not come back.
            settings.put("spring.datasource.hikari.connection-timeout", "250");
            return new Program(Map.copyOf(settings), folder);
        }

        /** The program that has this server's data for its embedded database. */
        Program programOfItsHome() {
            Map<String, String> settings = new HashMap<>(Shop.smallChunks());
            settings.put("ALLEGIANCE_HOME", database.home().toString());
            return new Program(Map.copyOf(settings), folder);
        }

        Tables tables() {
            return Tables.of(schema.dataSource());
        }

        void end(boolean inOrder) {
            if (!inOrder) {
                ProcessHandle.of(database.pid()).orElseThrow().destroyForcibly();
            }
            database.close();
        }

        void forget() {
            schema.pool().close();
        }
    }

    @BeforeAll
    static void openShop() {
        Shop.awaitUndisturbed();
        disk = SmallDisk.mount(folder.resolve("disk"), DISK_MIB);
        server = Server.start();
        server.schema().migrate();
        Shop.land(server.program());
        night = new DisturbedSteps(Shop.dates().get(0), server.tables().seen(), EnumSet.allOf(StepOfNight.class));
    }

    @AfterAll
    static void closeShop() {
        server.forget();
        server.end(true);
        disk.close();
    }

    @ParameterizedTest
    @EnumSource
    @Order(1)
    void theServerIsRestarted(StepOfNight step) throws Exception {
        Gate gate = new Gate(server.schema(), step.position());
        Program program = server.program();
        CompletableFuture<Program.End> run = CompletableFuture.supplyAsync(
                () -> program.run("nightly", "--date", night.date().toString()));
        gate.awaitReached(run);
        boolean inOrder = step.ordinal() % 2 == 0;
        server.end(inOrder);
        Program.End end = run.get(60, TimeUnit.SECONDS);
        server.forget();
        server = Server.start();
        Gate.remove(server.schema());

        Advice.assertOneMessage(end, 20, "run the same command again", "what readers see was not touched");
        night.assertUnharmedIn(step, step.isAfterPublishing(), server.tables());
        Advice advice = Advice.ask(server.program(), night.date());
        assertThat(advice.status()).contains("CUT OFF");
        assertThat(advice.next()).isEqualTo("nightly --date " + night.date());
        if (step.isLast()) {
            night.assertFinished(advice.follow(server.program()), server.tables());
        }
    }

    @Test
    @Order(2)
    void theDiskOfTheServerIsFull() throws Exception {
        disk.require();
        LocalDate date = Shop.dates().get(1);
        Tables.Seen before = server.tables().seen();
        Program program = server.program();
        Gate gate = new Gate(server.schema(), StepOfNight.SCORE_CUSTOMERS.position());
        CompletableFuture<Program.End> run =
                CompletableFuture.supplyAsync(() -> program.run("nightly", "--date", date.toString()));
        gate.awaitReached(run);
        disk.fill();
        gate.open();
        // A MariaDB whose disk is full refuses the rows; or it dies, for there is no room to roll them back
        Advice.assertOneMessage(run.get(60, TimeUnit.SECONDS), 20, "run the same command again", "see");
        server.forget();
        server.end(true);

        Program atHome = server.programOfItsHome();
        requireFullDiskIsNamed(atHome, date);
        requireNothingIsLostOnceThereIsRoom(atHome, date, before);
    }

    private static void requireFullDiskIsNamed(Program atHome, LocalDate date) throws Exception {
        // A server does not start there, or it can write nothing, and the message says why
        disk.fill();
        Advice.assertOneMessage(
                atHome.run("nightly", "--date", date.toString()),
                20,
                "free some space",
                "what readers see was not touched");

        // Where there is no room from the start, the message names the disk
        Advice.assertOneMessage(
                atHome.with("ALLEGIANCE_HOME", disk.path().resolve("another").toString())
                        .run("nightly", "--date", date.toString()),
                20,
                "the disk that holds the embedded database is full: ",
                "what readers see was not touched");
    }

    /** Readers see what they saw, and the status and the same command are all it takes. */
    private static void requireNothingIsLostOnceThereIsRoom(Program atHome, LocalDate date, Tables.Seen before)
            throws Exception {
        disk.empty();
        server = Server.start();
        assertThat(server.tables().seen()).isEqualTo(before);
        Gate.remove(server.schema());
        server.forget();
        server.end(true);
        Advice advice = Advice.ask(atHome, date);
        assertThat(advice.next()).isEqualTo("nightly --date " + date);
        Program.End published = advice.follow(atHome);
        assertThat(published.code()).as(published.err()).isZero();
        assertThat(published.out())
                .contains("score digest " + Shop.undisturbed(date).scoreDigest())
                .contains("row digest " + Shop.undisturbed(date).rowDigest());
    }
}
