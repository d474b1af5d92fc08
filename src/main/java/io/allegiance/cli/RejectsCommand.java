package io.allegiance.cli;

import io.allegiance.cli.option.OverrideOptions;
import io.allegiance.cli.text.RejectsJson;
import io.allegiance.cli.text.RejectsText;
import io.allegiance.cli.text.Screen;
import io.allegiance.failure.ExitCode;
import io.allegiance.intake.line.RejectionReason;
import io.allegiance.intake.quarantine.Quarantine;
import io.allegiance.intake.quarantine.QuarantineCount;
import io.allegiance.intake.quarantine.RejectionId;
import io.allegiance.job.DismissalRun;
import io.allegiance.run.Decision;
import io.allegiance.wording.Counted;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code rejects}: the quarantined lines, and how to correct them; {@code --close} closes some by hand. */
@Command(
        name = "rejects",
        description = {
            "List the lines that were refused and wait: why, how many, how to correct them, and where they are.",
            "A line of a file stops waiting when a corrected file lands its key, replaces its transaction (import"
                    + " --replace) or is the same file with that line corrected, or when somebody closes it; a line of"
                    + " source_transaction, when a night reads its day and finds it right."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class RejectsCommand implements Callable<Integer> {

    private final ApplicationSession session;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--reason",
            paramLabel = "R",
            description = "only lines that wait for this reason, in any letter case; with --close why they are closed")
    private @Nullable String reason;

    @Option(names = "--json", description = "as JSON: every line with its content, which may be customers' data")
    private boolean json;

    @Option(
            names = "--close",
            paramLabel = "ID",
            description =
                    "close the line IMPORT:LINE, or all lines of the import IMPORT: they wait no more and no night"
                            + " counts them. Needs --by and --reason TEXT")
    private @Nullable String close;

    @Option(names = "--by", paramLabel = "NAME", description = "who closes them")
    private @Nullable String by;

    RejectsCommand(ApplicationSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (close != null) {
            closeByHand(close, out);
            return ExitCode.DONE.code();
        }
        if (by != null) {
            throw new ParameterException(spec.commandLine(), "--by belongs to --close");
        }
        RejectionReason wanted = reason == null ? null : parseReason(reason);
        session.read(Quarantine.class, quarantine -> {
            List<QuarantineCount> counts = quarantine.count(wanted);
            if (json) {
                new RejectsJson(Screen.unfolded(out)).print(counts, quarantine, wanted);
            } else {
                new RejectsText(out).print(counts, quarantine, wanted);
            }
            return counts.size();
        });
        return ExitCode.DONE.code();
    }

    private void closeByHand(String text, PrintWriter out) {
        Decision decision = OverrideOptions.require(spec, "--close", by, reason);
        RejectionId id = parseId(text);
        long closed = session.execute(DismissalRun.class, dismissals -> dismissals.run(id, decision));
        out.printf(
                Locale.ROOT,
                "%s no more; no night counts %s%n",
                Counted.of(closed, "line waits", "lines wait"),
                closed == 1 ? "it" : "them");
    }

    private RejectionId parseId(String text) {
        try {
            return RejectionId.parse(text);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    spec.commandLine(), "Invalid value for option '--close': " + e.getMessage(), e);
        }
    }

    private RejectionReason parseReason(String text) {
        return Arrays.stream(RejectionReason.values())
                .filter(each -> each.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "Invalid value for option '--reason': expected one of "
                                + Arrays.toString(RejectionReason.values()) + " (case-insensitive) but was '" + text
                                + "'"));
    }
}
