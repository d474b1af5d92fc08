package io.allegiance.cli;

import io.allegiance.cli.text.RejectsJson;
import io.allegiance.cli.text.RejectsText;
import io.allegiance.failure.ExitCode;
import io.allegiance.intake.line.RejectionReason;
import io.allegiance.intake.quarantine.Quarantine;
import io.allegiance.intake.quarantine.QuarantineCount;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code rejects}: the quarantined lines, and how to correct them. */
@Command(
        name = "rejects",
        description = {
            "List the lines that were refused and wait: why, how many, how to correct them, and where they are.",
            "A line of a file stops waiting when a corrected file lands its key, replaces its transaction (import"
                    + " --replace) or is the same file with that line corrected; a line of source_transaction, when a"
                    + " night reads its day and finds it right."
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
            description = "only lines that wait for this reason, in any letter case")
    private @Nullable RejectionReason reason;

    @Option(names = "--json", description = "as JSON: every line with its content, which may be customers' data")
    private boolean json;

    RejectsCommand(ApplicationSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        session.execute(Quarantine.class, quarantine -> {
            List<QuarantineCount> counts = quarantine.count(reason);
            if (json) {
                new RejectsJson(out).print(counts, quarantine, reason);
            } else {
                new RejectsText(out).print(counts, quarantine, reason);
            }
            return counts.size();
        });
        return ExitCode.DONE.code();
    }
}
