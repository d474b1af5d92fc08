package io.allegiance.platform.embedded;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;

/** Folders and files that their owner alone may read. */
final class PrivateFolder {

    private static final Set<PosixFilePermission> OWNER_FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> OWNER_FILE = PosixFilePermissions.fromString("rw-------");

    private PrivateFolder() {}

    /**
     * Creates a folder that its owner alone may use, unless there is one already, be it from another program just now.
     */
    static void create(Path folder) throws IOException {
        try {
            Files.createDirectory(folder, mode(OWNER_FOLDER));
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
    }

    /** Removes the rights of all other users on an existing folder. */
    static void close(Path folder) throws IOException {
        if (PlainFolder.isPosix() && !OWNER_FOLDER.equals(Files.getPosixFilePermissions(folder))) {
            Files.setPosixFilePermissions(folder, OWNER_FOLDER);
        }
    }

    static void writeFile(Path file, Iterable<String> lines) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, mode(OWNER_FILE));
        Files.write(file, lines);
    }

    /** Deletes a folder and what is in it; links are deleted, never followed. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    private static FileAttribute<?>[] mode(Set<PosixFilePermission> permissions) {
        return PlainFolder.isPosix()
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }
}
