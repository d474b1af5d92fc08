package io.allegiance.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.allegiance.platform.DataSourceConfiguration;
import io.allegiance.platform.Database;
import io.allegiance.platform.embedded.EmbeddedDatabase;
import io.allegiance.testing.TestDatabase;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The database server is restarted in each step of a night, in order or because it crashed. */
@Tag("chaos")
@Tag("embedded")
@Timeout(120)
class RestartedServerTest {

    @TempDir
    static Path folder;

    private static Server server;
    private static DisturbedSteps night;

    /** A server of its own, which has another port and another password after each start. */
    private record Server(EmbeddedDatabase database, TestDatabase.Schema schema) {

        static Server start() {
            EmbeddedDatabase database =
                    EmbeddedDatabase.start(folder.resolve("server"), EmbeddedDatabase.defaultBinaries(), 64);
            Database address = Database.at(
                    database.jdbcUrl(EmbeddedDatabase.SCHEMA), database.username(), database.password());
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
        server = Server.start();
        server.schema().migrate();
        Shop.land(server.program());
        night = new DisturbedSteps(
                Shop.dates().get(0), server.tables().seen(), EnumSet.allOf(StepOfNight.class));
    }

    @AfterAll
    static void closeShop() {
        server.forget();
        server.end(true);
    }

    @ParameterizedTest
    @EnumSource
    void theServerIsRestarted(StepOfNight step) throws Exception {
        Gate gate = new Gate(server.schema(), step.position());
        Program program = server.program();
        CompletableFuture<Program.End> run = CompletableFuture.supplyAsync(
                () -> program.run("nightly", "--date", night.date().toString()));
        while (!gate.isReached()) {
            assertThat(run).as(() -> run.join().err()).isNotDone();
        }
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
}
