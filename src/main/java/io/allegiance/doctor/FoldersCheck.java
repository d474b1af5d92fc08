package io.allegiance.doctor;

import io.allegiance.platform.HomeFolder;
import io.allegiance.platform.HomeOwnership;
import io.allegiance.settings.nightly.NightlySettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.stereotype.Component;

/** The folders that a night writes into: there or to be made, writable, and with room. */
@Component
final class FoldersCheck implements HealthCheck {

    private static final long LEAST_MIB = 16;
    private static final long USUAL_MIB = 256;

    private final Path home;
    private final Path reports;

    FoldersCheck(HomeFolder home, NightlySettings settings) {
        this.home = home.path();
        this.reports = settings.reportsFolder(home);
    }

    @Override
    public List<Finding> examine() {
        return List.of(
                checkHome(),
                checkFolder(
                        "report folder",
                        reports,
                        "set allegiance.nightly.reports in jobs/nightly.yaml to another folder"),
                checkFolder(
                        "temporary folder",
                        Path.of(System.getProperty("java.io.tmpdir")),
                        "set ALLEGIANCE_JAVA_OPTS=-Djava.io.tmpdir=FOLDER"));
    }

    private Finding checkHome() {
        return HomeOwnership.findFault(home)
                .map(fault -> fault.split("; ", 2))
                .map(fault -> Finding.fail("home folder", fault[0], fault[1]))
                .orElseGet(() -> checkFolder("home folder", home, "set ALLEGIANCE_HOME to a folder of this user's"));
    }

    private static Finding checkFolder(String name, Path folder, String elsewhere) {
        Path there = nearest(folder.toAbsolutePath());
        if (!Files.isDirectory(there)) {
            return Finding.fail(name, there + " is no folder", "remove that file, or " + elsewhere);
        }
        if (!Files.isWritable(there)) {
            return Finding.fail(name, there + " cannot be written to", "make it writable, or " + elsewhere);
        }
        try {
            long free = Files.getFileStore(there).getUsableSpace() >> 20;
            String found = folder + ", " + free + " MiB free";
            return free >= USUAL_MIB
                    ? Finding.ok(name, found)
                    : new Finding(
                            free < LEAST_MIB ? Verdict.FAIL : Verdict.WARN,
                            name,
                            found,
                            "make room there, or " + elsewhere);
        } catch (IOException e) {
            return Finding.warn(name, "the free space of " + there + " cannot be asked", "look at it yourself");
        }
    }

    /** A folder that is not there yet is made when it is needed. */
    private static Path nearest(Path folder) {
        Path there = folder;
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return there;
    }
}
