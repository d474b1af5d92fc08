package io.allegiance.chaos;

import io.allegiance.testing.TestDatabase;
import java.nio.file.Path;
import java.time.LocalDate;

/** A shop whose processes and whose database server may be killed. */
interface KillableShop extends AutoCloseable {

    /** Opens an empty shop: on the embedded database in a home of its own, or on the tests' MySQL where they have one. */
    static KillableShop open(Path folder) {
        return TestDatabase.isEmbedded() ? new HomeShop(folder) : new SchemaShop(folder);
    }

    /** Whether there is a server that a test may kill. */
    static boolean mayKillServer() {
        return TestDatabase.isEmbedded() || TestDatabase.findKillableServer().isPresent();
    }

    Program program();

    /** Gets what the night of a date, which must be the newest, left behind. */
    Tables.Night night(LocalDate date);

    /** Kills the database server as {@code kill -9} does, if there is one yet. */
    void killServer(Program.Running user);

    /** Starts it again where the program does not do that by itself. */
    void restartServer();

    @Override
    void close();
}
