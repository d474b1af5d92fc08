package io.allegiance.platform.trust;

import io.allegiance.platform.ProcessUid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Map;

/**
 * What the system says of a file, a folder or a link itself. Names of users and groups are looked up only when they are asked for.
 *
 * @param path where it is
 * @param user the number of its owner; 0 is root
 * @param group the number of its group
 * @param mode its type and its rights, as the system call stat has them
 */
record FileFacts(Path path, int user, int group, int mode) {

    private static final int TYPE = 0170000;
    private static final int LINK = 0120000;
    private static final int FOLDER = 0040000;
    private static final int STICKY = 01000;
    private static final int GROUP_WRITES = 0020;
    private static final int OTHERS_WRITE = 0002;

    static FileFacts of(Path path) throws IOException {
        Map<String, Object> facts = Files.readAttributes(path, "unix:uid,gid,mode", LinkOption.NOFOLLOW_LINKS);
        return new FileFacts(path, number(facts, "uid"), number(facts, "gid"), number(facts, "mode"));
    }

    private static int number(Map<String, Object> facts, String name) throws IOException {
        if (facts.get(name) instanceof Integer number) {
            return number;
        }
        throw new IOException("the system does not say its " + name);
    }

    boolean isLink() {
        return (mode & TYPE) == LINK;
    }

    boolean isFolder() {
        return (mode & TYPE) == FOLDER;
    }

    /** A link has no rights of its own. In a folder with the sticky bit nobody can replace what belongs to somebody else. */
    private boolean hasRightsThatCount() {
        return !isLink() && !(isFolder() && (mode & STICKY) != 0);
    }

    boolean isOpenToAll() {
        return hasRightsThatCount() && (mode & OTHERS_WRITE) != 0;
    }

    /**
     * Returns whether a group of other people may write to it. The group of root is none, nor is one with the name of the owner: many
     * systems give each user such a group.
     */
    boolean isOpenToGroup() throws IOException {
        return hasRightsThatCount()
                && (mode & GROUP_WRITES) != 0
                && group != ProcessUid.ROOT
                && !groupName().equals(userName());
    }

    /** Nobody writes to a file system that is mounted read-only, as folders are that Kubernetes fills. */
    boolean isReadOnly() {
        try {
            return Files.getFileStore(path).isReadOnly();
        } catch (IOException e) {
            // The system does not say where it is mounted.
            return false;
        }
    }

    String userName() throws IOException {
        return posix().owner().getName();
    }

    String groupName() throws IOException {
        return posix().group().getName();
    }

    private PosixFileAttributes posix() throws IOException {
        return Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }
}
