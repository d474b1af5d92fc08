package io.allegiance.ops;

import io.allegiance.failure.NothingToDoException;
import io.allegiance.job.NightlyRun;
import io.allegiance.publish.Publication;
import io.allegiance.run.Run;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code nightly}: runs the night of a date, or carries a failed one on. */
@Command(
        name = "nightly",
        description = "Run the night of a date; the same command carries on one that failed.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class NightlyCommand implements Callable<Integer> {

    private static final int LONGEST_NAME = 128;
    private static final int LONGEST_REASON = 512;

    private final Session session;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--date",
            paramLabel = "DATE",
            required = true,
            converter = DateOption.Converter.class,
            description = "the business date: YYYY-MM-DD, or yesterday in the configured zone")
    private DateOption date = new DateOption("yesterday");

    @Option(names = "--scheduler", description = "exit 0 instead of 3 and 4, for schedulers that know 0 alone")
    private boolean scheduler;

    @Option(names = "--confirm-empty", description = "publish although the day is empty or far off its usual size")
    private boolean confirmEmpty;

    @Option(names = "--by", paramLabel = "NAME", description = "who confirms")
    private @Nullable String by;

    @Option(names = "--reason", paramLabel = "TEXT", description = "why")
    private @Nullable String reason;

    NightlyCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Run.Confirmation confirmation = confirmation();
        try {
            NightlyRun.Outcome outcome = session.withReaders(context ->
                    context.getBean(NightlyRun.class).run(date.resolve(context.getBean(Clock.class)), confirmation));
            print(outcome);
            return code(outcome.rejectedLines() > 0 ? ExitCode.DONE_WITH_REJECTIONS : ExitCode.DONE);
        } catch (NothingToDoException e) {
            spec.commandLine().getErr().println("allegiance: " + e.getMessage());
            return code(ExitCode.NOTHING_TO_DO);
        }
    }

    private int code(ExitCode code) {
        return scheduler ? ExitCode.DONE.code() : code.code();
    }

    private Run.@Nullable Confirmation confirmation() {
        if (!confirmEmpty) {
            if (by != null || reason != null) {
                throw new ParameterException(spec.commandLine(), "--by and --reason belong to --confirm-empty");
            }
            return null;
        }
        if (by == null || by.isBlank() || reason == null || reason.isBlank()) {
            throw new ParameterException(spec.commandLine(), "--confirm-empty needs --by NAME and --reason TEXT");
        }
        if (by.length() > LONGEST_NAME || reason.length() > LONGEST_REASON) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--by has room for " + LONGEST_NAME + " characters, --reason for " + LONGEST_REASON);
        }
        return new Run.Confirmation(by, reason);
    }

    private void print(NightlyRun.Outcome outcome) {
        Publication publication = outcome.publication();
        spec.commandLine()
                .getOut()
                .printf(
                        Locale.ROOT,
                        "published %d customers of %s (publication %d, model %s, score digest %s, row digest %s)%n",
                        publication.customers(),
                        publication.scoreDate(),
                        publication.publication(),
                        publication.modelVersion(),
                        publication.scoreDigest(),
                        publication.rowDigest());
        if (!outcome.seen()) {
            spec.commandLine().getOut().println("readers keep the later date that they see already");
        }
        if (outcome.rejectedLines() > 0) {
            spec.commandLine()
                    .getOut()
                    .printf(
                            Locale.ROOT,
                            "%d lines were rejected; they are in the table source_rejection%n",
                            outcome.rejectedLines());
        }
    }
}
