package io.allegiance.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.Allegiance;
import io.allegiance.cli.CommandLineProgram;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The commands, run in this JVM as a process runs them: a fresh application each, on a schema of the tests' server or on
 * the program's own embedded database, with a home folder of its own.
 */
public final class Commands {

    private final Map<String, Object> properties;

    private Commands(Map<String, Object> properties) {
        this.properties = properties;
    }

    /** Commands whose environment names a database and a home folder. */
    public static Commands on(TestDatabase.Schema schema, Path home) {
        return onEmbedded(home)
                .with("spring.datasource.url", schema.jdbcUrl())
                .with("spring.datasource.username", schema.username())
                .with("spring.datasource.password", schema.password());
    }

    /**
     * Commands whose environment names no database: the embedded one in the home folder. Training tries its model on one
     * past date and fits no yardsticks, which is quicker; tests that look at more ask for them.
     */
    public static Commands onEmbedded(Path home) {
        return new Commands(Map.of(
                "ALLEGIANCE_HOME",
                home.toString(),
                "allegiance.train.cut-offs",
                1,
                "allegiance.train.yardsticks",
                false));
    }

    /** The same with one setting more, or another value of it. */
    public Commands with(String property, Object value) {
        Map<String, Object> more = new HashMap<>(properties);
        more.put(property, value);
        return new Commands(more);
    }

    /**
     * How a command ended.
     *
     * @param code the exit code
     * @param stdout what it wrote to standard output, in full
     * @param stderr what it wrote to standard error, its log included
     */
    public record Result(int code, String stdout, String stderr) {

        /** Requires an exit code. */
        public Result endedWith(int expected) {
            assertThat(code).as("%s%n%s", stdout, stderr).isEqualTo(expected);
            return this;
        }

        /** Requires an exit code, and a message on standard error alone that holds some words. */
        public Result refusedWith(int expected, String words) {
            endedWith(expected);
            assertThat(stdout).isEmpty();
            assertThat(stderr.lines().filter(line -> line.startsWith("allegiance: ")))
                    .as("one short message")
                    .singleElement()
                    .asString()
                    .contains(words);
            return this;
        }
    }

    /** Runs a command that must end with 0, and gets what it wrote to standard output. */
    public String succeed(String... arguments) {
        return run(arguments).endedWith(0).stdout();
    }

    /** Runs a command. */
    public Result run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream log = System.err;
        try (PrintStream stdout = new PrintStream(out, true, StandardCharsets.UTF_8);
                PrintStream stderr = new PrintStream(err, true, StandardCharsets.UTF_8)) {
            System.setErr(stderr);
            int code = new CommandLineProgram(Allegiance.class, properties, stdout, stderr).run(arguments);
            return new Result(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setErr(log);
        }
    }
}
