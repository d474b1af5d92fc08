package io.allegiance.cli;

import io.allegiance.cli.option.DateOption;
import io.allegiance.cli.text.DecisionText;
import io.allegiance.cli.text.Screen;
import io.allegiance.decision.DecisionChain;
import io.allegiance.decision.DecisionLog;
import io.allegiance.decision.RecordedDecision;
import io.allegiance.failure.ExitCode;
import io.allegiance.platform.Json;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code decisions}: who decided what, and whether the record of it is whole. */
@Command(
        name = "decisions",
        description = {
            "List what people decided, oldest first: forced and confirmed nights, rollbacks, holds, promotions, exports"
                    + " and more.",
            "Each row holds a hash of the row before. Ends with 21 when a row was changed or is missing."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class DecisionsCommand implements Callable<Integer> {

    private final ApplicationSession session;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--since",
            paramLabel = "DATE",
            converter = DateOption.Converter.class,
            description = "only those from the beginning of this day (UTC) on; all rows are verified nevertheless")
    private @Nullable DateOption since;

    @Option(names = "--json", description = "as JSON")
    private boolean json;

    DecisionsCommand(ApplicationSession session) {
        this.session = session;
    }

    /**
     * What {@code --json} prints.
     *
     * @param broken names the first row that does not fit; null where all fit
     * @param lastHash the hash of the newest row of all; null without any
     */
    private record Listing(
            @Nullable String broken, @Nullable String lastHash, List<RecordedDecision> decisions) {}

    @Override
    public Integer call() {
        Listing listing = session.read(DecisionLog.class, this::list);
        if (json) {
            Screen.unfolded(spec.commandLine().getOut()).println(Json.writePretty(listing));
        } else {
            DecisionText.print(
                    listing.decisions(), listing.lastHash(), spec.commandLine().getOut());
        }
        if (listing.broken() == null) {
            return ExitCode.DONE.code();
        }
        session.tell(
                spec.commandLine().getErr(),
                listing.broken() + "; compare the table decision with a backup, and with the hashes in the logs of the"
                        + " commands");
        return ExitCode.ATTENTION.code();
    }

    private Listing list(DecisionLog log) {
        LocalDate firstDay = since == null ? LocalDate.MIN : session.resolve(since);
        List<RecordedDecision> all = log.list();
        return new Listing(
                DecisionChain.findBreak(all).orElse(null),
                all.isEmpty() ? null : all.get(all.size() - 1).hash(),
                all.stream()
                        .filter(decision -> !decision.decidedAt().toLocalDate().isBefore(firstDay))
                        .toList());
    }
}
