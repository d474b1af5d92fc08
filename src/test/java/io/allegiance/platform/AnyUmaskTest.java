package io.allegiance.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.testing.SharedClasses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process whose umask leaves all rights to everybody. */
class AnyUmaskTest {

    @TempDir
    private Path folder;

    @Test
    void filesAndFoldersAreForTheirOwnerAlone() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", "umask 000; exec \"$@\"", "sh"));
        command.addAll(SharedClasses.java());
        command.addAll(List.of("-Xshare:auto", Writer.class.getName(), folder.toString()));
        Process process = new ProcessBuilder(command).inheritIO().start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(rights("above")).isEqualTo("rwx------");
        assertThat(rights("above/home")).isEqualTo("rwx------");
        assertThat(rights("above/home/scores.csv")).isEqualTo("rw-------");
        assertThat(rights("above/home/account")).isEqualTo("rw-------");
    }

    private String rights(String file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file)));
    }

    /** Writes as the program does. */
    static final class Writer {

        private Writer() {}

        public static void main(String[] arguments) throws IOException {
            Path home = Path.of(arguments[0], "above", "home");
            PrivateFolder.createAll(home);
            OutputFile.write(home.resolve("scores.csv"), "customers");
            PrivateFolder.writeFile(home.resolve("account"), List.of("secret"));
        }
    }
}
