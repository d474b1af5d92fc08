package io.allegiance.platform.trust;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The parts of a path as the system walks them: each folder from the root downward, each link, what each link leads to, and the file
 * itself at last.
 */
final class PathParts {

    /** As many as Linux follows. */
    private static final int MOST_LINKS = 40;

    private static final String HERE = ".";
    private static final String ABOVE = "..";

    private final Deque<Path> left = new ArrayDeque<>();
    private Path at;
    private int links;

    private PathParts(Path root) {
        at = root;
    }

    static PathParts of(Path file) {
        Path absolute = file.toAbsolutePath();
        PathParts parts = new PathParts(absolute.getRoot());
        parts.push(absolute);
        parts.left.push(Path.of(HERE));
        return parts;
    }

    private void push(Path path) {
        List<Path> names = new ArrayList<>();
        path.forEach(names::add);
        Collections.reverse(names);
        names.forEach(left::push);
    }

    /** Walks on by one part; empty behind the last. */
    Optional<FileFacts> next() throws IOException {
        Path name = left.poll();
        return name == null ? Optional.empty() : Optional.of(walk(name.toString()));
    }

    private FileFacts walk(String name) throws IOException {
        FileFacts part = FileFacts.of(
                switch (name) {
                    case "", HERE -> at;
                    case ABOVE -> at.getParent() == null ? at : at.getParent();
                    default -> at.resolve(name);
                });
        if (part.isLink()) {
            follow(part.path());
        } else {
            at = part.path();
        }
        return part;
    }

    private void follow(Path link) throws IOException {
        links++;
        if (links > MOST_LINKS) {
            throw new FileSystemLoopException(link.toString());
        }
        Path target = Files.readSymbolicLink(link);
        at = target.isAbsolute() ? target.getRoot() : at;
        push(target);
    }
}
