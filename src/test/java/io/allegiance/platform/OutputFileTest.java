package io.allegiance.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {

    /** Of a folder like /tmp. */
    private static final int WITH_STICKY_BIT = 01777;

    @TempDir
    private Path folder;

    @Test
    void aFileAppearsWholeOrNotAtAll() throws IOException {
        Path file = folder.resolve("scores.csv");
        try (OutputFile output = OutputFile.create(file)) {
            output.stream().write('a');
            assertThat(file).doesNotExist();
        }
        assertThat(folder).isEmptyDirectory();
        OutputFile.write(file, "whole\n");
        assertThat(file).hasContent("whole\n");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aFileThatWasThereStaysAsItWasUntilTheNewOneIsWhole() throws IOException {
        Path file = Files.writeString(folder.resolve("scores.csv"), "before");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        try (OutputFile output = OutputFile.create(file)) {
            output.stream().write('a');
        }
        assertThat(file).hasContent("before");
        OutputFile.write(file, "after");
        assertThat(file).hasContent("after");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-----");
    }

    @Test
    void aLinkStaysALink() throws IOException {
        Path file = folder.resolve("there").resolve("scores.csv");
        Files.createDirectory(file.getParent());
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), Path.of("there", "scores.csv"));
        OutputFile.write(link, "one");
        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("one");
        OutputFile.write(link, "two");
        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("two");
    }

    @Test
    void aLinkInACircleIsRefused() throws IOException {
        Path link = folder.resolve("circle");
        Files.createSymbolicLink(link, link);
        assertThatThrownBy(() -> OutputFile.create(link))
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining("circle");
    }

    @Test
    void whoLaysALinkInTheWayOfAnUnfinishedFileGetsNothing() throws IOException {
        Path prey = Files.writeString(folder.resolve("prey"), "mine");
        Files.createSymbolicLink(folder.resolve("scores.csv.part"), prey);
        OutputFile.write(folder.resolve("scores.csv"), "scores");
        assertThat(prey).hasContent("mine");
    }

    @Test
    void aPipeIsWrittenThrough() throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        Process reader = new ProcessBuilder("cat", pipe.toString()).start();
        OutputFile.write(pipe, "through");
        assertThat(reader.getInputStream()).hasContent("through");
        assertThat(reader.waitFor()).isZero();
        assertThat(Files.isRegularFile(pipe)).isFalse();
        assertThat(pipe).exists();
    }

    /** As it may lie in a folder that everybody may write to: whoever laid it would get the file. */
    @Test
    void linksAndPipesOfAnotherUserAreRefused() throws IOException, InterruptedException {
        Path prey = Files.writeString(folder.resolve("prey"), "mine");
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), prey);
        giveAway(link);
        assertThatThrownBy(() -> OutputFile.create(link))
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining("link of another user");
        assertThat(prey).hasContent("mine");
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        giveAway(pipe);
        assertThatThrownBy(() -> OutputFile.create(pipe))
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining("of another user");
    }

    /** A file that this user names below /tmp would replace one of the same name wherever the link leads. */
    @Test
    void aFolderThatAnotherUserLinkedInAnOpenFolderIsRefused() throws IOException {
        Path open = Files.createDirectory(folder.resolve("open"));
        Path prey =
                Files.writeString(Files.createDirectory(folder.resolve("mine")).resolve("scores.csv"), "mine");
        Path link = Files.createSymbolicLink(open.resolve("exports"), prey.getParent());
        giveAway(link);
        Path own = Files.createSymbolicLink(folder.resolve("own"), link);
        OutputFile.write(link.resolve("scores.csv"), "where nobody else may lay a link");
        Files.setAttribute(open, "unix:mode", WITH_STICKY_BIT);
        for (Path file : List.of(link.resolve("scores.csv"), own.resolve("scores.csv"))) {
            assertThatThrownBy(() -> OutputFile.create(file))
                    .isInstanceOfSatisfying(
                            FileSystemException.class,
                            refused -> assertThat(OutputFile.describe(refused))
                                    .isEqualTo("there is a link of another user on the way: " + link));
        }
        assertThat(prey).hasContent("where nobody else may lay a link");
    }

    @Test
    void permissionsThatAnotherUserChoseAreNotKept() throws IOException {
        Path file = Files.writeString(folder.resolve("scores.csv"), "before");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
        giveAway(file);
        OutputFile.write(file, "after");
        assertThat(file).hasContent("after");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    /** Only root can. */
    private static void giveAway(Path file) throws IOException {
        assumeTrue(ProcessUid.find().equals(OptionalInt.of(ProcessUid.ROOT)), "this test needs root");
        Files.setAttribute(file, "unix:uid", 65_534, LinkOption.NOFOLLOW_LINKS);
    }

    @Test
    void aTerminalGetsNoCommands() throws IOException {
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        try (PrintableStream terminal = new PrintableStream(shown)) {
            byte[] line = "K\u009b2J,ë\u202e,\u001b[8m\nrest\u2028".getBytes(StandardCharsets.UTF_8);
            for (byte unit : line) {
                terminal.write(new byte[] {0, unit, 0}, 1, 1);
            }
        }
        assertThat(shown.toString(StandardCharsets.UTF_8)).isEqualTo("K?2J,ë?,?[8m\nrest?");
    }

    @Test
    void aDeviceStaysADevice() throws IOException {
        OutputFile.write(Path.of("/dev/null"), "nothing");
        assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
    }

    @Test
    void aDashIsStandardOutputAndStaysOpen() throws IOException {
        PrintStream before = System.out;
        ByteArrayOutputStream captured = new ByteArrayOutputStream();
        System.setOut(new PrintStream(captured, true, StandardCharsets.UTF_8));
        try {
            OutputFile.write(Path.of("-"), "one,");
            OutputFile.write(Path.of("/dev/stdout"), "two,");
            System.out.print("three");
        } finally {
            System.setOut(before);
        }
        assertThat(captured.toString(StandardCharsets.UTF_8)).isEqualTo("one,two,three");
        assertThat(OutputFile.isStandardOutput(Path.of("-"))).isTrue();
        assertThat(OutputFile.isStandardOutput(Path.of("./-"))).isFalse();
    }

    @Test
    void aFolderOrAFileInNoneIsRefused() {
        assertThatThrownBy(() -> OutputFile.create(folder))
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining("is a folder");
        assertThatThrownBy(() -> OutputFile.create(folder.resolve("none").resolve("scores.csv")))
                .isInstanceOf(NoSuchFileException.class);
    }
}
