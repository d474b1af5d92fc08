package io.allegiance.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A disk of a few hundred megabytes, in memory, that can be filled to its last byte. Only root may make one; where that cannot
 * be, it is a plain folder, and tests that fill it are skipped, but not in CI.
 *
 * @param path where it is
 * @param mounted whether it is a disk of its own
 */
record SmallDisk(Path path, boolean mounted) implements AutoCloseable {

    private static final int PIECE = 64 * 1024;

    static SmallDisk mount(Path path, int mebibytes) {
        try {
            Files.createDirectory(path);
            Object user = Files.getAttribute(path, "unix:uid");
            return new SmallDisk(
                    path,
                    asRoot(
                            "mount",
                            "-t",
                            "tmpfs",
                            "-o",
                            "size=" + mebibytes + "m,mode=700,uid=" + user,
                            "tmpfs",
                            path.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Skips the test where this is no disk of its own. */
    void require() {
        boolean ci = "true".equals(System.getenv("CI"));
        assertThat(mounted || !ci)
                .as("CI can mount a small disk, as root or by sudo")
                .isTrue();
        assumeTrue(mounted, "only root can mount a small disk");
    }

    /** Takes all room that is left. */
    void fill() {
        byte[] piece = new byte[PIECE];
        try (OutputStream filler = Files.newOutputStream(filler())) {
            while (path.toFile().getUsableSpace() > 0) {
                filler.write(piece, 0, (int) Math.min(PIECE, path.toFile().getUsableSpace()));
            }
        } catch (IOException e) {
            assertThat(e).as("no room is left").hasMessageContaining("No space left");
        }
    }

    /** Gives the room back. */
    void empty() {
        try {
            Files.delete(filler());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path filler() {
        return path.resolve("filler");
    }

    @Override
    public void close() {
        if (mounted) {
            assertThat(asRoot("umount", path.toString())).as("umount " + path).isTrue();
        }
    }

    private static boolean asRoot(String... command) {
        return isDone(List.of(command))
                || isDone(Stream.concat(Stream.of("sudo", "-n", "--"), Arrays.stream(command))
                        .toList());
    }

    private static boolean isDone(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
