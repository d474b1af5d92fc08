package io.allegiance.chaos;

import io.allegiance.testing.TestDatabase;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;

/** A shop in a schema of the tests' server. */
final class SchemaShop implements KillableShop {

    private final TestDatabase.Schema schema = TestDatabase.freshSchema().migrate();
    private final Program program;

    SchemaShop(Path folder) {
        this.program = new Program(
                Map.of(
                        "spring.datasource.url", schema.jdbcUrl(),
                        "spring.datasource.username", schema.username(),
                        "spring.datasource.password", schema.password(),
                        "ALLEGIANCE_HOME", folder.resolve("home").toString()),
                folder);
    }

    @Override
    public Program program() {
        return program;
    }

    Tables tables() {
        return Tables.of(schema.dataSource());
    }

    @Override
    public Tables.Night night(LocalDate date) {
        return tables().night(date);
    }

    @Override
    public void killServer(Program.Running user) {
        TestDatabase.findKillableServer().orElseThrow().crash();
    }

    @Override
    public void restartServer() {
        TestDatabase.findKillableServer().orElseThrow().restart();
    }

    @Override
    public void close() {
        schema.close();
    }
}
