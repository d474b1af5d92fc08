package io.allegiance.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.OptionalInt;

/** The numbers by which the operating system knows users: that of this process, and those of the owners of files. */
public final class ProcessUid {

    /** The number of root. */
    public static final int ROOT = 0;

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String UID = "Uid:";

    /** In such a line the first number is the real user, the second the one whose rights count. */
    private static final int EFFECTIVE = 2;

    private ProcessUid() {}

    /** Finds the user of this process; empty on a system that has no such numbers. */
    public static OptionalInt find() {
        return Holder.OF_THIS_PROCESS;
    }

    /** It does not change while the process runs. */
    private static final class Holder {

        static final OptionalInt OF_THIS_PROCESS = ask();

        private static OptionalInt ask() {
            if (!PrivateFolder.isPosix()) {
                return OptionalInt.empty();
            }
            try {
                return Files.exists(STATUS) ? OptionalInt.of(read()) : probe();
            } catch (IOException | NumberFormatException e) {
                return OptionalInt.empty();
            }
        }

        private static int read() throws IOException {
            String line = Files.readAllLines(STATUS).stream()
                    .filter(each -> each.startsWith(UID))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no " + UID + " in " + STATUS));
            return Integer.parseInt(line.split("\\s+")[EFFECTIVE]);
        }

        /** A file that this process creates belongs to its user. */
        private static OptionalInt probe() throws IOException {
            Path probe = Files.createTempFile("allegiance-", null);
            try {
                return ownerOf(probe);
            } finally {
                Files.delete(probe);
            }
        }
    }

    /** Finds the owner of a file or folder, or of a link itself; empty on a system that has no such numbers. */
    static OptionalInt ownerOf(Path file) throws IOException {
        return PrivateFolder.isPosix()
                ? OptionalInt.of((Integer) Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS))
                : OptionalInt.empty();
    }

    /** Returns whether a file, a folder or a link itself belongs to a user who is neither this one nor root. */
    static boolean isOfAnother(Path file) throws IOException {
        OptionalInt owner = ownerOf(file);
        return owner.isPresent() && owner.getAsInt() != ROOT && !owner.equals(find());
    }
}
