package io.allegiance.platform.trust;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The user with whose rights this process opens files. */
final class ProcessUser {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String USERS = "Uid:";

    private ProcessUser() {}

    /** Returns its number; Linux says so in a file, whose second number of the line is that of the rights. */
    static int number() {
        try (Stream<String> lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith(USERS))
                    .map(line -> line.strip().split("\\s+")[2])
                    .mapToInt(Integer::parseInt)
                    .findFirst()
                    .orElseGet(ProcessUser::ofSystem);
        } catch (IOException e) {
            return ofSystem();
        }
    }

    private static int ofSystem() {
        return (int) new UnixSystem().getUid();
    }
}
