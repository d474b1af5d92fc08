package io.allegiance.platform;

import io.allegiance.failure.AttentionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Who else could read or exchange what the program keeps in its home folder. The home belongs to the user of the process, or to root as the
 * volumes of containers do. A link on the way to it belongs to one of them too. Of the folders above it none may be written to by everybody, except with the sticky bit, as {@code /tmp}
 * has it, and except the root of a mounted volume. For root, the home and all folders above it belong to root: in a folder of another user,
 * files of root would be in that user's hands.
 *
 * <p>Where files have no owners and permissions as Unix has them, nothing is checked.
 */
public final class HomeOwnership {

    private static final int OTHERS_WRITE = 0002;
    private static final int STICKY = 01000;

    private HomeOwnership() {}

    /**
     * Requires that nobody else has a hand in a home folder.
     *
     * @param home need not be there yet
     * @throws AttentionException where somebody has; it names the folder
     */
    public static void require(Path home) {
        findFault(home).ifPresent(fault -> {
            throw new AttentionException("the home folder " + home + " is not used: " + fault);
        });
    }

    /** Finds who has a hand in a home folder, and what to type against it. */
    public static Optional<String> findFault(Path home) {
        if (ProcessUid.find().isEmpty()) {
            return Optional.empty();
        }
        try {
            return findLink(home).or(() -> findFaultAbove(home));
        } catch (IOException e) {
            return Optional.of("its owner cannot be asked (" + e + "); set ALLEGIANCE_HOME to another folder");
        }
    }

    /** Whoever laid a link decides where it leads, such as to a folder of this user's that is no home. */
    private static Optional<String> findLink(Path home) throws IOException {
        Optional<Path> link = ForeignLinks.find(home);
        return link.isPresent() ? Optional.of(describeOwner("link", link.get())) : Optional.empty();
    }

    private static Optional<String> findFaultAbove(Path home) {
        try {
            Path real = nearest(home).toRealPath();
            boolean isThere = Files.exists(home);
            for (Path folder = real; folder != null; folder = folder.getParent()) {
                if (isForeign(folder) && (isRoot() || isThere && folder.equals(real))) {
                    return Optional.of(describeOwner("folder", folder));
                }
                if (mayBeExchanged(folder)) {
                    return Optional.of("everybody may write to the folder " + folder
                            + "; type chmod o-w for it, or set ALLEGIANCE_HOME to another folder");
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("the owners of the folders above it cannot be asked (" + e
                    + "); set ALLEGIANCE_HOME to another folder");
        }
    }

    private static Path nearest(Path home) {
        Path there = home.toAbsolutePath();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return there;
    }

    private static boolean isRoot() {
        return ProcessUid.find().orElseThrow() == ProcessUid.ROOT;
    }

    private static boolean isForeign(Path folder) throws IOException {
        return ProcessUid.isOfAnother(folder);
    }

    private static String describeOwner(String what, Path folder) throws IOException {
        String user = isRoot() ? "this is root; run as that user" : "this is another user; run as that one";
        return "the " + what + " " + folder + " belongs to the user "
                + Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).getName() + ", and " + user
                + ", or set ALLEGIANCE_HOME to a folder of this user's";
    }

    private static boolean mayBeExchanged(Path folder) throws IOException {
        int mode = (Integer) Files.getAttribute(folder, "unix:mode");
        return (mode & OTHERS_WRITE) != 0 && (mode & STICKY) == 0 && !isVolumeOfRoot(folder);
    }

    /** Such as a volume of a container, which is for that container alone. */
    private static boolean isVolumeOfRoot(Path folder) throws IOException {
        Path above = folder.getParent();
        return above != null
                && ProcessUid.ownerOf(folder).equals(OptionalInt.of(ProcessUid.ROOT))
                && !Files.getAttribute(folder, "unix:dev").equals(Files.getAttribute(above, "unix:dev"));
    }
}
