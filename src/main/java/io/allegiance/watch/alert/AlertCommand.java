package io.allegiance.watch.alert;

import io.allegiance.platform.Json;
import io.allegiance.watch.WebAddress;
import io.allegiance.wording.TimeSpan;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the configured command for an alert. It gets the alert as JSON on its standard input and the same in its
 * environment, but no secret of this program; what it writes goes nowhere unless it fails.
 */
final class AlertCommand {

    private static final Logger LOG = LoggerFactory.getLogger(AlertCommand.class);

    /** Words that mean the same to a shell and to us. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=@,+%\\s-]+");

    private static final int MOST_SAID = 300;

    private final String command;
    private final Collection<String> passed;
    private final Duration limit;

    /**
     * @param passed names of environment variables that it gets besides the usual ones
     */
    AlertCommand(String command, Collection<String> passed, Duration limit) {
        this.command = command;
        this.passed = passed;
        this.limit = limit;
    }

    /** Runs it to its end, or for as long as it may take; gets what went wrong. */
    Optional<String> run(Alert alert) {
        try {
            Path said = Files.createTempFile("allegiance-alert-", ".txt");
            try {
                return run(alert, said);
            } finally {
                Files.deleteIfExists(said);
            }
        } catch (IOException e) {
            return Optional.of("it could not be started: " + e.getMessage());
        }
    }

    private Optional<String> run(Alert alert, Path said) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(words());
        CommandEnvironment.reduce(builder.environment(), passed);
        CommandEnvironment.describe(alert, builder.environment());
        Process process =
                builder.redirectErrorStream(true).redirectOutput(said.toFile()).start();
        writeInput(alert, process);
        if (!ended(process)) {
            return Optional.of("it was ended because it took more than " + TimeSpan.describe(limit));
        }
        return process.exitValue() == 0
                ? Optional.empty()
                : Optional.of("it ended with code " + process.exitValue() + ": " + WebAddress.hide(firstLine(said)));
    }

    /** A command of plain words needs no shell. */
    List<String> words() {
        return PLAIN.matcher(command).matches()
                ? Arrays.asList(command.strip().split("\\s+"))
                : List.of("sh", "-c", command);
    }

    /** A command that does not read its input is not a failure. */
    private static void writeInput(Alert alert, Process process) {
        try (OutputStream stdin = process.getOutputStream()) {
            stdin.write((Json.write(alert) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            LOG.debug("the alert's command does not read", e);
        }
    }

    private boolean ended(Process process) {
        try {
            if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return true;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        return false;
    }

    private static String firstLine(Path said) throws IOException {
        String text = new String(Files.readAllBytes(said), StandardCharsets.UTF_8);
        return text.lines()
                .findFirst()
                .map(line -> line.substring(0, Math.min(line.length(), MOST_SAID)))
                .orElse("it said nothing");
    }
}
