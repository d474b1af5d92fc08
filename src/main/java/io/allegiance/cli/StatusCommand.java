package io.allegiance.cli;

import io.allegiance.cli.exit.KnownFailures;
import io.allegiance.cli.monitor.MonitoredJob;
import io.allegiance.cli.option.DateOption;
import io.allegiance.cli.text.HealthText;
import io.allegiance.cli.text.Screen;
import io.allegiance.cli.text.StatusText;
import io.allegiance.failure.AllegianceException;
import io.allegiance.failure.ExitCode;
import io.allegiance.platform.Json;
import io.allegiance.status.Health;
import io.allegiance.status.HealthReader;
import io.allegiance.status.Status;
import io.allegiance.status.StatusCheck;
import io.allegiance.status.StatusReader;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code status}: what ran, how far, what is published, and what to do next. */
@Command(
        name = "status",
        description = "What ran, how far, what is published, what to do next.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class StatusCommand implements Callable<Integer> {

    private final ApplicationSession session;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--date",
            paramLabel = "DATE",
            converter = DateOption.Converter.class,
            description = "the night of this date alone")
    private @Nullable DateOption date;

    @Option(names = "--json", description = "as JSON")
    private boolean json;

    @Option(
            names = "--alert",
            description =
                    "also raise the alerts of jobs/watch.yaml where the night of the date, yesterday unless given, is not"
                            + " published and its deadline has passed")
    private boolean alert;

    @Option(
            names = "--check",
            description =
                    "one line and the exit code of a monitor: 0 good, 1 warning, 2 critical (no longer good, failed,"
                            + " held, late), 3 unknown")
    private boolean check;

    StatusCommand(ApplicationSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (check) {
            return checkForMonitor();
        }
        Status status = alert ? raiseAndRead() : session.read(StatusReader.class, reader -> reader.read(resolveDate()));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Screen.unfolded(out).println(Json.writePretty(status));
        } else {
            new StatusText(status, out).print();
        }
        return ExitCode.DONE.code();
    }

    /** Whatever happens, a monitor gets one line; what is no answer is unknown to it. */
    private int checkForMonitor() {
        if (json || alert || date != null) {
            throw new ParameterException(spec.commandLine(), "--check goes with no other option");
        }
        PrintWriter out = Screen.unfolded(spec.commandLine().getOut());
        try {
            Health health = session.read(HealthReader.class, HealthReader::read);
            out.println(HealthText.of(health));
            return health.level().code();
        } catch (RuntimeException e) {
            AllegianceException known = KnownFailures.find(e).orElseThrow(() -> e);
            out.println(HealthText.ofUnknown(String.valueOf(known.getMessage())));
            return Health.Level.UNKNOWN.code();
        }
    }

    private Status raiseAndRead() {
        DateOption due = date == null ? DateOption.YESTERDAY : date;
        return session.monitor(
                new MonitoredJob("status", null, due),
                () -> session.readWithWholeProgram(
                        StatusCheck.class, check -> check.run(session.resolve(due), resolveDate())));
    }

    private @Nullable LocalDate resolveDate() {
        return date == null ? null : session.resolve(date);
    }
}
