package io.allegiance.platform.trust;

import io.allegiance.failure.AttentionException;
import io.allegiance.platform.ProcessUid;
import io.allegiance.platform.ProgramFile;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Tells files that others can change from those that the program may obey: settings name commands that are started and servers that
 * are given a password. A file is trusted where it, each link on the way to it and each folder above it belongs to the user of this
 * process, to root, or to an owner of the program or of a folder above it, who could change the program itself; and where nobody else may write to any of
 * them. A folder with the sticky bit, such as {@code /tmp}, may be written to by all.
 *
 * <p>On systems without owners and modes of POSIX every file is trusted.
 */
public final class TrustedFiles {

    private static final String UNIX = "unix";

    private final Set<Integer> owners;

    /** @param owners numbers of the users whose files are trusted */
    TrustedFiles(Set<Integer> owners) {
        this.owners = Set.copyOf(owners);
    }

    /** Trusts the files of this process's user, of root, and of who owns the program or a folder above it. */
    public static TrustedFiles ofThisProcess() {
        return Holder.OF_THIS_PROCESS;
    }

    /** Made when the first file is looked at. */
    private static final class Holder {

        static final TrustedFiles OF_THIS_PROCESS = new TrustedFiles(owners());

        private static Set<Integer> owners() {
            Set<Integer> owners = new LinkedHashSet<>(Set.of(ProcessUid.ROOT));
            if (!hasOwners()) {
                return owners;
            }
            ProcessUid.find().ifPresent(owners::add);
            try {
                owners.addAll(whoCouldChange(ProgramFile.path()));
            } catch (IOException e) {
                // Only the other two are trusted.
            }
            return owners;
        }
    }

    /** The owners of a file and of the folders above it: each of them could put another file in its place. */
    static Set<Integer> whoCouldChange(Path program) throws IOException {
        Set<Integer> owners = new LinkedHashSet<>();
        for (Path part = program.toRealPath(); part != null; part = part.getParent()) {
            owners.add(FileFacts.of(part).user());
        }
        return owners;
    }

    static boolean hasOwners() {
        return Path.of("/").getFileSystem().supportedFileAttributeViews().contains(UNIX);
    }

    /**
     * Requires that nobody else can change a file.
     *
     * @param file a file or a folder; one that is not there is left to its reader
     * @param what what it is, with its name, such as {@code the segment rules jobs/segments.yaml}
     * @throws AttentionException with the file, or the link or folder on the way to it, and what to type
     */
    public void require(Path file, String what) {
        findFault(file).ifPresent(fault -> {
            throw new AttentionException(what + " is not read, because others could change it: " + fault);
        });
    }

    /** Finds who else could change a file, and what ends that; empty where nobody can, and where the file is not there. */
    public Optional<String> findFault(Path file) {
        if (!hasOwners()) {
            return Optional.empty();
        }
        try {
            PathParts parts = PathParts.of(file);
            for (Optional<FileFacts> part = parts.next(); part.isPresent(); part = parts.next()) {
                Optional<String> fault = findFault(part.get());
                if (fault.isPresent()) {
                    return fault;
                }
            }
            return Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(
                    "its owner and rights cannot be read (" + e + "); check the rights of the folders above it");
        }
    }

    private Optional<String> findFault(FileFacts part) throws IOException {
        return owners.contains(part.user()) ? findOpenness(part) : Optional.of(describeOwner(part));
    }

    private static String describeOwner(FileFacts part) throws IOException {
        return part.isFolder()
                ? "the folder " + part.path() + " belongs to " + part.userName()
                        + "; keep it in a folder of your own or of root"
                : part.path() + " belongs to " + part.userName()
                        + "; copy it to a folder of your own, or type: chown -h root " + quoted(part.path());
    }

    private static Optional<String> findOpenness(FileFacts part) throws IOException {
        boolean isOpenToAll = part.isOpenToAll();
        if (!isOpenToAll && !part.isOpenToGroup() || part.isReadOnly()) {
            return Optional.empty();
        }
        return Optional.of((isOpenToAll ? "everybody" : "the group " + part.groupName()) + " may write to "
                + (part.isFolder() ? "the folder " : "") + part.path() + "; type: chmod go-w " + quoted(part.path()));
    }

    private static String quoted(Path path) {
        String text = path.toString();
        return text.matches("[A-Za-z0-9._/+@,=:-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
