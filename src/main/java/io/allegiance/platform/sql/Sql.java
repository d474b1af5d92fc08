package io.allegiance.platform.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The catalogue of statements. Each file of {@code sql/query} holds one statement without a closing semicolon. Its
 * folder is named as the package that uses it. Its first lines are comments that begin with {@code --} and say what the
 * statement is for; they are left out of its text.
 */
public final class Sql {

    private static final Map<String, String> STATEMENTS = new ConcurrentHashMap<>();

    private Sql() {}

    /**
     * Returns the text of a statement.
     *
     * @param name the folder and the file's name without its ending, such as {@code publish/move_pointer}
     * @throws IllegalArgumentException when the file does not exist
     */
    public static String get(String name) {
        return STATEMENTS.computeIfAbsent(name, Sql::read);
    }

    private static String read(String name) {
        try (InputStream file = Sql.class.getResourceAsStream("/sql/query/" + name + ".sql")) {
            if (file == null) {
                throw new IllegalArgumentException("there is no statement sql/query/" + name + ".sql");
            }
            return withoutComments(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String withoutComments(String text) {
        StringBuilder statement = new StringBuilder();
        text.lines()
                .filter(line -> !line.startsWith("--"))
                .forEach(line -> statement.append(line).append('\n'));
        return statement.toString().strip();
    }
}
