package io.allegiance.doctor;

import io.allegiance.platform.database.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Room on the database's disk for the nights to come, where it is a disk of this machine. */
@Component
final class SpaceCheck implements HealthCheck {

    private static final String NAME = "space";

    /** Logs and temporary tables of the server. */
    private static final long SERVER_MIB = 128;

    private static final long WEEK = 7;

    private final StateQueries records;
    private final Database database;

    SpaceCheck(StateQueries records, Database database) {
        this.records = records;
        this.database = database;
    }

    @Override
    public List<Finding> examine() {
        StateQueries.Sizes sizes = records.sizes();
        long night = (sizes.largestSlot() >> 20) + 1;
        String found = "a night takes about " + night + " MiB, all tables " + ((sizes.all() >> 20) + 1) + " MiB";
        Optional<Path> home = database.embeddedHome();
        return List.of(
                home.isEmpty()
                        ? Finding.ok(
                                NAME, found + "; the server's free space cannot be asked from here: see to it there")
                        : judge(found, night, freeMebibytes(home.get())));
    }

    static Finding judge(String found, long night, long free) {
        String all = found + ", free are " + free + " MiB";
        String mend = "make room on the disk of ALLEGIANCE_HOME";
        if (free < night + SERVER_MIB) {
            return Finding.fail(NAME, all, mend);
        }
        return free < WEEK * night + SERVER_MIB ? Finding.warn(NAME, all, mend) : Finding.ok(NAME, all);
    }

    private static long freeMebibytes(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace() >> 20;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
