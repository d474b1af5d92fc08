package io.allegiance.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttachFileTest {

    private static final long OURS = ProcessHandle.current().pid();

    @TempDir
    Path home;

    private AttachFile written;

    @BeforeEach
    void write() throws IOException {
        written = AttachFile.ofThisProcess(3306, new Account("r", "secret"), new Account("h", "other secret"));
        written.write(home);
    }

    @Test
    void whatTheOwnerWroteIsFoundWhole() throws IOException {
        assertThat(AttachFile.find(home, OURS)).contains(written);
        assertThat(written.account(HomeAccess.READ)).isEqualTo(new Account("r", "secret"));
        assertThat(written.account(HomeAccess.HOLD)).isEqualTo(new Account("h", "other secret"));
        assertThat(home).isDirectoryNotContaining("glob:**.new");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(AttachFile.in(home))))
                .isEqualTo("rw-------");
    }

    @Test
    void noPasswordIsSaid() {
        assertThat(written.toString()).doesNotContain("secret");
    }

    @Test
    void whereThereIsNoneNoneIsFound() throws IOException {
        Files.delete(AttachFile.in(home));
        assertThat(AttachFile.find(home, OURS)).isEmpty();
    }

    @Test
    void thatOfAnotherProcessThanTheOwnerIsIgnored() {
        assertThat(AttachFile.find(home, OURS + 1)).isEmpty();
    }

    @Test
    void thatOfAnEarlierProcessOfTheSameNumberIsIgnored() throws IOException {
        new AttachFile(OURS, Instant.parse("2020-01-01T00:00:00Z"), 3306, written.reader(), written.holder())
                .write(home);
        assertThat(AttachFile.find(home, OURS)).isEmpty();
    }

    @Test
    void thatOfADeadProcessIsIgnored() throws Exception {
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        new AttachFile(dead.pid(), Instant.EPOCH, 3306, written.reader(), written.holder()).write(home);
        assertThat(AttachFile.find(home, dead.pid())).isEmpty();
    }

    @Test
    void aFileThatOthersCouldHaveReadOrWrittenIsIgnored() throws IOException {
        Files.setPosixFilePermissions(AttachFile.in(home), PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(AttachFile.find(home, OURS)).isEmpty();
    }

    @Test
    void aLinkIsNotFollowed() throws IOException {
        Path elsewhere = Files.move(AttachFile.in(home), home.resolve("elsewhere"));
        Files.createSymbolicLink(AttachFile.in(home), elsewhere);
        assertThat(AttachFile.find(home, OURS)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "format=2\n", "format=1\n", "format=1\nowner=x\n", "\\u00"})
    void aFileOfAnotherFormIsIgnored(String content) throws IOException {
        Files.writeString(AttachFile.in(home), content);
        assertThat(AttachFile.find(home, OURS)).isEmpty();
    }
}
