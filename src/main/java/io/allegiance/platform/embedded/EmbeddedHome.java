package io.allegiance.platform.embedded;

import io.allegiance.failure.AttentionException;
import io.allegiance.failure.LeaseHeldException;
import io.allegiance.platform.PrivateFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The folder of one embedded database, locked for one program. The operating system drops the lock with the process
 * that holds it, however that ends.
 */
final class EmbeddedHome implements AutoCloseable {

    /** Far beyond the process id that the file holds, so that others can read it where locks are mandatory. */
    private static final long LOCKED_BYTE = 1L << 40;

    /** How long a program that writes waits for one that reads. */
    private static final Duration READING_LIMIT = Duration.ofSeconds(10);

    private static final long PAUSE_MILLIS = 50;

    private final Path folder;
    private final Path plain;
    private final FileChannel lockFile;

    private EmbeddedHome(Path folder, Path plain, FileChannel lockFile) {
        this.folder = folder;
        this.plain = plain;
        this.lockFile = lockFile;
    }

    /**
     * Opens a home for this program alone.
     *
     * @throws LeaseHeldException when another program uses it, except one that only reads and ends within seconds
     */
    static EmbeddedHome open(Path folder, PlainFolder plain) {
        for (long waited = 0; ; waited += PAUSE_MILLIS) {
            Optional<EmbeddedHome> home = tryOpen(folder, plain, HomeAccess.WRITE);
            if (home.isPresent()) {
                return home.get();
            }
            HomeOwner owner = HomeOwner.of(folder);
            if (!owner.endsSoon() || waited >= READING_LIMIT.toMillis()) {
                throw owner.toFailure(folder);
            }
            Pause.millis(PAUSE_MILLIS);
        }
    }

    /** Opens a home, or finds that another program uses it. */
    static Optional<EmbeddedHome> tryOpen(Path folder, PlainFolder plain, HomeAccess access) {
        try {
            PrivateFolder.createAll(folder.toAbsolutePath());
            PrivateFolder.close(folder);
            Path real = folder.toRealPath();
            FileChannel lockFile = lock(real, access);
            return lockFile == null
                    ? Optional.empty()
                    : Optional.of(
                            new EmbeddedHome(real, PlainFolder.isPlain(real) ? real : linkTo(real, plain), lockFile));
        } catch (IOException e) {
            FullDisk.find(folder, e).ifPresent(full -> {
                throw full;
            });
            throw new AttentionException(
                    "the embedded database's folder " + folder + " cannot be used (" + e
                            + "); make it writable for this user or set ALLEGIANCE_HOME to another folder",
                    e);
        }
    }

    /** The folder itself. */
    Path folder() {
        return folder;
    }

    /** The same folder under a name that is safe in the server's arguments. */
    Path plain() {
        return plain;
    }

    Path pidFile() {
        return folder.resolve("server.pid");
    }

    Path log() {
        return folder.resolve("database.log");
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable FileChannel lock(Path folder, HomeAccess access) throws IOException {
        FileChannel channel = FileChannel.open(
                HomeOwner.file(folder), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        boolean locked = false;
        try {
            locked = tryLock(channel) != null;
            if (locked) {
                channel.truncate(0);
                channel.write(
                        StandardCharsets.US_ASCII.encode(
                                HomeOwner.ofThisProcess(access).toText()),
                        0);
            }
            return locked ? channel : null;
        } finally {
            if (!locked) {
                channel.close();
            }
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(LOCKED_BYTE, 1, false);
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static Path linkTo(Path folder, PlainFolder plain) throws IOException {
        String name = UUID.nameUUIDFromBytes(folder.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
        Path link = plain.path().resolve("home-" + name);
        if (!Files.isSymbolicLink(link) || !Files.readSymbolicLink(link).equals(folder)) {
            Path fresh = plain.path().resolve("home-" + UUID.randomUUID());
            Files.createSymbolicLink(fresh, folder);
            Files.move(fresh, link, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        return link;
    }
}
