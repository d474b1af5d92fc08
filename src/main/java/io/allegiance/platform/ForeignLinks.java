package io.allegiance.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Links of other users on the way to a file: whoever laid a link decides where it leads. */
final class ForeignLinks {

    /** As many as Linux follows. */
    private static final int MOST_LINKS = 40;

    private static final int OTHERS_WRITE = 0002;

    private ForeignLinks() {}

    /**
     * Finds a link of a user who is neither this one nor root: the file itself, a folder above it, or what lies on the way to where one
     * of them leads. In a circle of links nothing is found; who opens the file is told of it.
     */
    static Optional<Path> find(Path file) throws IOException {
        return find(file.toAbsolutePath(), MOST_LINKS, false);
    }

    /** Finds the same, of links in folders that everybody may write to alone: anybody may have laid them there. */
    static Optional<Path> findInOpenFolder(Path file) throws IOException {
        return find(file.toAbsolutePath(), MOST_LINKS, true);
    }

    private static Optional<Path> find(Path file, int left, boolean inOpenFolder) throws IOException {
        for (Path part = file; part != null; part = part.getParent()) {
            if (!Files.isSymbolicLink(part)) {
                continue;
            }
            if (ProcessUid.isOfAnother(part) && (!inOpenFolder || isInOpenFolder(part))) {
                return Optional.of(part);
            }
            Path target = part.resolveSibling(Files.readSymbolicLink(part));
            Optional<Path> beyond = left == 0 ? Optional.empty() : find(target, left - 1, inOpenFolder);
            if (beyond.isPresent()) {
                return beyond;
            }
        }
        return Optional.empty();
    }

    private static boolean isInOpenFolder(Path link) throws IOException {
        Path folder = link.getParent();
        return folder != null && ((Integer) Files.getAttribute(folder, "unix:mode") & OTHERS_WRITE) != 0;
    }
}
