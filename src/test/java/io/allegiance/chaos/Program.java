package io.allegiance.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.Allegiance;
import io.allegiance.cli.CommandLineProgram;
import io.allegiance.platform.embedded.EmbeddedDatabase;
import io.allegiance.testing.SharedClasses;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The program with its settings, run inside the test or as a process of its own.
 *
 * @param settings settings as on a command line of Spring Boot, without the dashes
 * @param folder where processes leave their output
 */
record Program(Map<String, String> settings, Path folder) {

    /** How long a test waits for a command. */
    static final Duration PATIENCE = Duration.ofSeconds(120);

    private static final Duration LOOK = Duration.ofMillis(20);

    /** How a command ended. */
    record End(int code, String out, String err) {}

    /** The same program with one more setting. */
    Program with(String name, String value) {
        Map<String, String> more = new HashMap<>(settings);
        more.put(name, value);
        return new Program(Map.copyOf(more), folder);
    }

    /** Runs a command inside the test. */
    End run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code =
                new CommandLineProgram(Allegiance.class, Map.copyOf(settings), print(out), print(err)).run(arguments);
        return new End(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream print(ByteArrayOutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }

    /** Runs a command that must end well. */
    String runWell(String... arguments) {
        End end = run(arguments);
        assertThat(end.code())
                .as(String.join(" ", arguments) + "\n" + end.err())
                .isZero();
        return end.out();
    }

    /** Trains a model that nights can use, with no more than they need. */
    void train(LocalDate asOf) {
        with("allegiance.train.cut-offs", "1")
                .with("allegiance.train.yardsticks", "false")
                .runWell("train", "--as-of", asOf.toString());
    }

    /** Starts the application that commands run in, inside the test. */
    ConfigurableApplicationContext application() {
        return new SpringApplicationBuilder(Allegiance.class)
                .web(WebApplicationType.NONE)
                .registerShutdownHook(false)
                .run(settings.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new));
    }

    /** Starts a command as a process of its own, told its settings by system properties as a person would by the environment. */
    Running start(String... arguments) {
        List<String> command = new ArrayList<>(SharedClasses.java());
        command.addAll(List.of(
                "-Xmx256m",
                "-Dlogging.config=classpath:logback-spring.xml",
                "-D" + EmbeddedDatabase.BINARIES_PROPERTY + "=" + EmbeddedDatabase.defaultBinaries()));
        settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.add(Allegiance.class.getName());
        command.addAll(List.of(arguments));
        try {
            Path out = Files.createTempFile(folder, "run-", ".out");
            Path err = Files.createTempFile(folder, "run-", ".err");
            Process process = new ProcessBuilder(command)
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            return new Running(process, out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A command that runs as a process; closing this kills it. */
    record Running(Process process, Path out, Path err) implements AutoCloseable {

        /** Waits until something is so, or fails with what the process said. */
        void await(String what, BooleanSupplier condition) {
            Awaitility.await(what)
                    .atMost(PATIENCE)
                    .pollInterval(LOOK)
                    .failFast(() -> assertThat(process.isAlive()).as(this::said).isTrue())
                    .untilAsserted(() ->
                            assertThat(condition.getAsBoolean()).as(this::said).isTrue());
        }

        /** Kills it as {@code kill -9} does. */
        void kill() {
            process.destroyForcibly();
            awaitEnd();
        }

        /** Asks it to stop as {@code kill} does; returns when it knows, or has ended. */
        void askToStop() {
            process.toHandle().destroy();
            Awaitility.await("the request to stop").atMost(PATIENCE).until(() -> !process.isAlive() || isStopping());
        }

        /** Whether the shutdown hook has passed the request on and waits for the end of the command. */
        private boolean isStopping() throws IOException {
            Process threads = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            Long.toString(process.pid()),
                            "Thread.print")
                    .redirectErrorStream(true)
                    .start();
            String dump = new String(threads.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Pattern.compile("\n\\s*\n")
                    .splitAsStream(dump)
                    .anyMatch(thread ->
                            thread.startsWith("\"stop-in-order\"") && thread.contains("CountDownLatch.await"));
        }

        /** Freezes it as {@code kill -STOP} does. */
        void freeze() {
            signal("STOP");
        }

        /** Lets it go on as {@code kill -CONT} does. */
        void thaw() {
            signal("CONT");
        }

        private void signal(String name) {
            try {
                int code = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                        .start()
                        .waitFor();
                assertThat(code).as("kill -" + name).isZero();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        /** Waits for its end. */
        End awaitEnd() {
            try {
                assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                        .as("the process does not end\n" + said())
                        .isTrue();
                return new End(process.exitValue(), Files.readString(out), Files.readString(err));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** What it said so far. */
        String said() {
            try {
                return Files.readString(out) + Files.readString(err);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }
}
