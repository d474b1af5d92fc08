package io.allegiance.chaos;

import com.zaxxer.hikari.HikariDataSource;
import io.allegiance.platform.database.Database;
import io.allegiance.platform.datasource.DataSourceConfiguration;
import io.allegiance.platform.embedded.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** A shop on the program's own embedded database: a server that lost its program is an orphan until the next command. */
final class HomeShop implements KillableShop {

    private final Path home;
    private final Program program;

    HomeShop(Path folder) {
        this.home = folder.resolve("home");
        this.program = new Program(Map.of("ALLEGIANCE_HOME", home.toString()), folder);
    }

    @Override
    public Program program() {
        return program;
    }

    @Override
    public Tables.Night night(LocalDate date) {
        try (Database database = Database.embedded(
                        EmbeddedDatabase.start(home, EmbeddedDatabase.defaultBinaries(), 256),
                        EmbeddedDatabase.SCHEMA);
                HikariDataSource pool = new HikariDataSource(DataSourceConfiguration.poolOf(database))) {
            return Tables.of(pool).night(date);
        }
    }

    /** Until the server is up there is none to kill. */
    @Override
    public void killServer(Program.Running user) {
        while (user.process().isAlive()) {
            Optional<ProcessHandle> server = findServer();
            if (server.isPresent()) {
                server.get().destroyForcibly();
                return;
            }
            Thread.onSpinWait();
        }
    }

    /** The file of a server that was killed stays, and its number may be somebody else's by now. */
    private Optional<ProcessHandle> findServer() {
        try {
            return ProcessHandle.of(Long.parseLong(
                            Files.readString(home.resolve("server.pid")).strip()))
                    .filter(server -> server.info().command().orElse("").endsWith("mariadbd"));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    @Override
    public void restartServer() {}

    @Override
    public void close() {
        EmbeddedDatabase.start(home, EmbeddedDatabase.defaultBinaries(), 64).close();
    }
}
