package io.allegiance.platform;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;

/** Folders and files that their owner alone may read, whatever the umask. */
public final class PrivateFolder {

    private static final Set<PosixFilePermission> OWNER_FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> OWNER_FILE = PosixFilePermissions.fromString("rw-------");

    private PrivateFolder() {}

    /** Returns whether files have owners and permissions as Unix has them. */
    public static boolean isPosix() {
        return Path.of("/").getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /**
     * Creates a folder that its owner alone may use, unless there is one already, be it from another program just now.
     *
     * @throws IOException when the folder above is not there, or there is a file of that name
     */
    public static void create(Path folder) throws IOException {
        try {
            Files.createDirectory(folder, mode(OWNER_FOLDER));
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
    }

    /** Creates a folder with those above it that are not there yet: each as {@link #create} does. */
    public static void createAll(Path folder) throws IOException {
        // It may be a link to one, which Java 17 does not take for one.
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, mode(OWNER_FOLDER));
        }
    }

    /** Removes the rights of all other users on an existing folder. */
    public static void close(Path folder) throws IOException {
        if (isPosix() && !OWNER_FOLDER.equals(Files.getPosixFilePermissions(folder))) {
            Files.setPosixFilePermissions(folder, OWNER_FOLDER);
        }
    }

    /** Does the same where the folder is this user's: of a volume that belongs to root nobody else can change the rights. */
    public static void closeOwn(Path folder) throws IOException {
        if (isPosix() && ProcessUid.find().equals(ProcessUid.ownerOf(folder))) {
            close(folder);
        }
    }

    /** Writes a new file that its owner alone may read, in the place of one that is there. */
    public static void writeFile(Path file, Iterable<String> lines) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, mode(OWNER_FILE));
        Files.write(file, lines);
    }

    /** Deletes a folder and what is in it; links are deleted, never followed. */
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    private static FileAttribute<?>[] mode(Set<PosixFilePermission> permissions) {
        return isPosix()
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }
}
