package io.allegiance.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A file of statements for people, each ended by a semicolon. */
final class SqlFile {

    private static final Path SQL = Path.of("sql");

    private SqlFile() {}

    /** The statements of a file, without its comments. */
    static List<String> statements(String name) {
        return statements(name, UnaryOperator.identity());
    }

    /** The same after a change that whoever runs the file would make, such as another name of the schema. */
    static List<String> statements(String name, UnaryOperator<String> change) {
        String text = read(SQL.resolve(name))
                .lines()
                .filter(line -> !line.startsWith("--"))
                .collect(Collectors.joining("\n"));
        return Arrays.stream(change.apply(text).split(";"))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    /** The names of the files of statements in a folder, in order. */
    static List<String> list(String folder) {
        try (Stream<Path> files = Files.list(SQL.resolve(folder))) {
            return files.map(file -> folder + "/" + file.getFileName())
                    .filter(name -> name.endsWith(".sql"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
