package io.allegiance.platform.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.allegiance.failure.AttentionException;
import io.allegiance.platform.ProcessUid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever can change a file, a link on the way to it or a folder above it can say what the file says. */
class TrustedFilesTest {

    private static final int SOMEBODY = 61_234;
    private static final int STICKY = 01000;

    @TempDir
    private Path folder;

    private final TrustedFiles trusted = TrustedFiles.ofThisProcess();
    private Path file;

    @BeforeEach
    void aFileOfThisUser() throws IOException {
        folder = folder.toRealPath();
        Path inner = Files.createDirectories(folder.resolve("a/b"));
        allow(inner, "rwxr-xr-x");
        allow(inner.getParent(), "rwxr-xr-x");
        file = Files.writeString(inner.resolve("settings.yaml"), "a: b\n");
        allow(file, "rw-r--r--");
    }

    @Test
    void aFileThatItsUserAloneCanChangeIsTrusted() {
        assertThat(trusted.findFault(file)).isEmpty();
        assertThat(trusted.findFault(file.getParent())).isEmpty();
        assertThat(trusted.findFault(folder.resolve("none"))).isEmpty();
    }

    @Test
    void aFileThatEverybodyMayWriteToIsNot() throws IOException {
        allow(file, "rw-r--rw-");
        assertThat(trusted.findFault(file)).hasValue("everybody may write to " + file + "; type: chmod go-w " + file);
        assertThatExceptionOfType(AttentionException.class)
                .isThrownBy(() -> trusted.require(file, "the rules settings.yaml"))
                .withMessageStartingWith(
                        "the rules settings.yaml is not read, because others could change it: everybody");
    }

    @Test
    void aFolderAboveThatEverybodyMayWriteToIsNot() throws IOException {
        Path above = file.getParent().getParent();
        allow(above, "rwxrwxrwx");
        assertThat(trusted.findFault(file))
                .hasValue("everybody may write to the folder " + above + "; type: chmod go-w " + above);

        // Nobody can replace what belongs to somebody else in such a folder, as in /tmp
        Files.setAttribute(above, "unix:mode", 0777 | STICKY);
        assertThat(trusted.findFault(file)).isEmpty();
    }

    @Test
    void aGroupOfOthersMayNotWriteButTheUsersOwnMay() throws IOException {
        allow(file, "rw-rw-r--");
        assertThat(new FileFacts(file, 0, 0, 0100664).isOpenToGroup())
                .as("the group of root")
                .isFalse();
        assumeRoot();
        Files.setAttribute(file, "unix:gid", SOMEBODY);
        assertThat(trusted.findFault(file))
                .hasValueSatisfying(fault -> assertThat(fault)
                        .isEqualTo("the group " + SOMEBODY + " may write to " + file + "; type: chmod go-w " + file));
        Files.setAttribute(file, "unix:uid", SOMEBODY);
        assertThat(new TrustedFiles(Set.of(0, SOMEBODY)).findFault(file))
                .as("a group of the name of its owner")
                .isEmpty();
    }

    @Test
    void aFileLinkOrFolderOfAnotherUserIsNot() throws IOException {
        assumeRoot();
        Path link = Files.createSymbolicLink(folder.resolve("link.yaml"), file);
        assertThat(trusted.findFault(link)).isEmpty();
        // Java sets the owner of what a link leads to
        assertThat(runs("chown", "-h", String.valueOf(SOMEBODY), link.toString()))
                .isTrue();
        assertThat(trusted.findFault(link))
                .hasValueSatisfying(fault -> assertThat(fault)
                        .isEqualTo(link + " belongs to " + SOMEBODY
                                + "; copy it to a folder of your own, or type: chown -h root " + link));
        Files.setAttribute(file, "unix:uid", SOMEBODY);
        assertThat(trusted.findFault(file)).isPresent();
        Files.setAttribute(file, "unix:uid", 0);
        Files.setAttribute(file.getParent(), "unix:uid", SOMEBODY);
        assertThat(trusted.findFault(file))
                .hasValue("the folder " + file.getParent() + " belongs to " + SOMEBODY
                        + "; keep it in a folder of your own or of root");
    }

    @Test
    void aLinkIsFollowedThroughEachFolder() throws IOException {
        Path open = Files.createDirectory(folder.resolve("open"));
        Path middle = Files.createSymbolicLink(open.resolve("middle"), Path.of("../a/b"));
        Path first = Files.createSymbolicLink(folder.resolve("first"), middle);
        assertThat(trusted.findFault(first.resolve("settings.yaml"))).isEmpty();

        allow(open, "rwxrwxrwx");
        assertThat(trusted.findFault(first.resolve("settings.yaml")))
                .as("the second link can be replaced")
                .hasValueSatisfying(fault -> assertThat(fault).contains("the folder " + open));
    }

    /** As where a service runs as root what somebody else has checked out and it has built. */
    @Test
    void whoOwnsAFolderAboveTheProgramCouldChangeIt() throws IOException {
        assumeRoot();
        Path target = Files.createDirectories(folder.resolve("checkout").resolve("target"));
        Path program = Files.writeString(target.resolve("program.jar"), "");
        Files.setAttribute(target.getParent(), "unix:uid", 12_345);
        assertThat(TrustedFiles.whoCouldChange(program)).contains(ProcessUid.ROOT, 12_345);
    }

    @Test
    void aRingOfLinksEnds() throws IOException {
        Path ring = folder.resolve("ring");
        Files.createSymbolicLink(ring, ring);
        assertThat(trusted.findFault(ring))
                .hasValueSatisfying(fault -> assertThat(fault).contains("cannot be read"));
    }

    /** As Kubernetes mounts what it fills: open to all by its rights, and written to by nobody. */
    @Test
    void aFolderThatIsMountedReadOnlyIsTrusted() throws IOException {
        Path mount = Files.createDirectory(folder.resolve("mount"));
        assumeTrue(runs("mount", "-t", "tmpfs", "-o", "size=1m,mode=777", "tmpfs", mount.toString()), "cannot mount");
        try {
            Path mounted = Files.writeString(mount.resolve("settings.yaml"), "a: b\n");
            assertThat(trusted.findFault(mounted)).isPresent();
            assertThat(runs("mount", "-o", "remount,ro", mount.toString())).isTrue();
            assertThat(trusted.findFault(mounted)).isEmpty();
        } finally {
            runs("umount", mount.toString());
        }
    }

    @Test
    void aPathWithBlanksIsQuoted() throws IOException {
        Path blank = Files.writeString(folder.resolve("my file's"), "");
        allow(blank, "rw-rw-rw-");
        assertThat(trusted.findFault(blank))
                .hasValueSatisfying(fault -> assertThat(fault).endsWith("chmod go-w '" + folder + "/my file'\\''s'"));
    }

    private static boolean runs(String... command) throws IOException {
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static void assumeRoot() {
        assumeTrue(ProcessUid.find().equals(OptionalInt.of(ProcessUid.ROOT)), "only root gives files to others");
    }

    private static void allow(Path path, String rights) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
    }
}
