package io.allegiance.platform.embedded;

import io.allegiance.failure.AttentionException;
import io.allegiance.platform.HomeOwnership;
import io.allegiance.platform.PrivateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A folder of the user's own whose path has no character that a command line could trip over: the server's scripts and
 * arguments break on a space. Nobody else may write to it, for programs are started from it.
 */
record PlainFolder(Path path) {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._/+@,-]{1,80}");
    private static final Set<PosixFilePermission> OTHERS_WRITE =
            Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    static PlainFolder choose() {
        return candidates().stream()
                .filter(PlainFolder::isPlain)
                .filter(folder -> HomeOwnership.findFault(folder).isEmpty())
                .filter(PlainFolder::usable)
                .findFirst()
                .map(PlainFolder::new)
                .orElseThrow(() -> new AttentionException(
                        "there is no folder without spaces to unpack the embedded database in; set XDG_CACHE_HOME to one"
                                + " that you alone can write to, or set SPRING_DATASOURCE_URL"));
    }

    static boolean isPlain(Path path) {
        return !isPosix() || PLAIN.matcher(path.toString()).matches();
    }

    static boolean isPosix() {
        return PrivateFolder.isPosix();
    }

    private static List<Path> candidates() {
        List<Path> candidates = new ArrayList<>();
        String cache = System.getenv("XDG_CACHE_HOME");
        if (cache != null && !cache.isBlank()) {
            candidates.add(Path.of(cache, "allegiance").toAbsolutePath());
        }
        String userHome = System.getenv().getOrDefault("HOME", System.getProperty("user.home", ""));
        if (!userHome.isBlank() && !"?".equals(userHome)) {
            candidates.add(Path.of(userHome, ".cache", "allegiance").toAbsolutePath());
        }
        String user = System.getProperty("user.name", "user").replaceAll("[^A-Za-z0-9]", "_");
        candidates.add(Path.of(System.getProperty("java.io.tmpdir"), "allegiance-" + user));
        return candidates;
    }

    private static boolean usable(Path folder) {
        try {
            PrivateFolder.createAll(folder);
            return !isPosix() || (isOurs(folder) && writableByOwnerAlone(folder) && Files.isWritable(folder));
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean writableByOwnerAlone(Path folder) throws IOException {
        return Files.getPosixFilePermissions(folder, LinkOption.NOFOLLOW_LINKS).stream()
                .noneMatch(OTHERS_WRITE::contains);
    }

    /** A file that this process creates belongs to its user, which is more reliable than a user name. */
    private static boolean isOurs(Path folder) throws IOException {
        Path probe = Files.createTempFile(folder, ".probe", null);
        try {
            return Files.getOwner(probe).equals(Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS));
        } finally {
            Files.delete(probe);
        }
    }
}
