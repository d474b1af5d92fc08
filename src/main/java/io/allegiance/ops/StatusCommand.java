package io.allegiance.ops;

import io.allegiance.platform.Json;
import java.io.PrintWriter;
import java.time.Clock;
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

    private final Session session;

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

    StatusCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Status status = session.with(context -> context.getBean(StatusReader.class)
                .read(date == null ? null : date.resolve(context.getBean(Clock.class))));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.writePretty(status));
        } else {
            new StatusText(status, out).print();
        }
        return ExitCode.DONE.code();
    }
}
