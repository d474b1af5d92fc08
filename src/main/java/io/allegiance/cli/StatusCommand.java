package io.allegiance.cli;

import io.allegiance.cli.monitor.MonitoredJob;
import io.allegiance.cli.option.DateOption;
import io.allegiance.cli.text.StatusText;
import io.allegiance.failure.ExitCode;
import io.allegiance.platform.Json;
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

    StatusCommand(ApplicationSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Status status = alert ? check() : session.read(StatusReader.class, reader -> reader.read(resolveDate()));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.writePretty(status));
        } else {
            new StatusText(status, out).print();
        }
        return ExitCode.DONE.code();
    }

    private Status check() {
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
