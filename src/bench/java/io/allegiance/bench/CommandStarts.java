package io.allegiance.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How long commands take, from the start of the launcher to its end, beside {@code --help}, which only describes itself: one that
 * looks at everything, and one that looks a customer up. Their first start, which may keep classes for the others, is not measured.
 */
final class CommandStarts {

    private static final int ROUNDS = 5;
    private static final List<String> HELP = List.of("--help");

    private static final Map<String, List<String>> COMMANDS = Map.of(
            "status", List.of("status"),
            "scores", List.of("scores", "--customer", "C000001"));

    private final Path launcher;
    private final Map<String, String> environment;

    private CommandStarts(Path launcher, Map<String, String> environment) {
        this.launcher = launcher;
        this.environment = environment;
    }

    /**
     * Finds the launcher, where this program was started by it.
     *
     * @param settings where the benchmark takes place; as the environment they win over those of files
     */
    static Optional<CommandStarts> find(Map<String, String> settings) {
        String jobs = System.getProperty("allegiance.jobs");
        if (jobs == null) {
            return Optional.empty();
        }
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("ALLEGIANCE_HOME", settings.getOrDefault("ALLEGIANCE_HOME", ""));
        environment.put("SPRING_DATASOURCE_URL", settings.getOrDefault("spring.datasource.url", ""));
        return Optional.of(new CommandStarts(Path.of(jobs, "allegiance"), environment));
    }

    /** Measures each command and {@code --help} in turn. */
    Map<String, Measure> measure() {
        Map<String, Measure> measures = new LinkedHashMap<>();
        Measure help = new Measure();
        measures.put("help", help);
        run(HELP);
        COMMANDS.forEach((name, command) -> {
            Measure measure = new Measure();
            run(command);
            for (int round = 0; round < ROUNDS; round++) {
                help.time(() -> run(HELP));
                measure.time(() -> run(command));
            }
            measures.put(name, measure);
        });
        return measures;
    }

    private long run(List<String> command) {
        ProcessBuilder start = new ProcessBuilder("sh", launcher.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        start.command().addAll(command);
        start.environment().putAll(environment);
        start.environment().remove("ALLEGIANCE_JAVA_OPTS");
        try {
            int code = start.start().waitFor();
            if (code != 0) {
                throw new IllegalStateException(
                        "allegiance " + String.join(" ", command) + " ended with " + code);
            }
            return 1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while a command ran", e);
        }
    }
}
