package io.allegiance.platform.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The file that the server's programs write their messages to. It holds one start of the program, so it is short. */
record ServerLog(Path file) {

    /** Returns the file's size in bytes; 0 when the file does not exist yet. */
    long length() throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }

    /** Returns whether the file holds some words in ASCII at or behind a place, given in bytes. */
    boolean contains(String words, long from) throws IOException {
        return length() > from
                && new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).indexOf(words, (int) from) >= 0;
    }

    /** Finds the last line that reports an error, or the last line; empty for an empty log. */
    Optional<String> findLastError() throws IOException {
        List<String> lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                .lines()
                .toList();
        return lines.stream()
                .filter(line -> line.contains("[ERROR]") || line.contains("error while loading"))
                .reduce((first, second) -> second)
                .or(() -> lines.stream().reduce((first, second) -> second));
    }
}
