package io.allegiance.cli;

import io.allegiance.cli.option.DateOption;
import io.allegiance.cli.option.OverrideOptions;
import io.allegiance.failure.ExitCode;
import io.allegiance.job.OperatorDecisions;
import io.allegiance.publish.Publication;
import io.allegiance.publish.Rollback;
import io.allegiance.run.Decision;
import io.allegiance.wording.ZonedMoment;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code rollback}: sends readers back to an earlier publication. */
@Command(
        name = "rollback",
        description = "Send readers back to an earlier publication; the nights after it can be run again.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class RollbackCommand implements Callable<Integer> {

    private final ApplicationSession session;

    @Spec
    private CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    private Target target = new Target();

    @Mixin
    private OverrideOptions who = new OverrideOptions();

    static final class Target {

        @Option(
                names = "--to",
                paramLabel = "DATE",
                converter = DateOption.Converter.class,
                description = "to the newest publication of this business date")
        private @Nullable DateOption date;

        @Option(
                names = "--to-publication",
                paramLabel = "N",
                description = "to this publication, where its date was published several times")
        private @Nullable Long publication;
    }

    RollbackCommand(ApplicationSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Decision decision = who.require("rollback");
        Rollback.Done done =
                session.executeForReaders(OperatorDecisions.class, decisions -> rollBack(decisions, decision));
        Publication seen = done.seen();
        spec.commandLine()
                .getOut()
                .printf(
                        Locale.ROOT,
                        "readers see publication %d of %s again, good until %s; taken back: %s%n",
                        seen.publication(),
                        seen.scoreDate(),
                        ZonedMoment.describe(seen.goodUntil(), session.zone()),
                        String.join(
                                ", ",
                                done.takenBack().stream()
                                        .map(gone -> gone.publication() + " of " + gone.scoreDate())
                                        .toList()));
        return ExitCode.DONE.code();
    }

    private Rollback.Done rollBack(OperatorDecisions decisions, Decision decision) {
        Long publication = target.publication;
        if (publication != null) {
            return decisions.rollBackToPublication(publication, decision);
        }
        DateOption date = target.date != null ? target.date : DateOption.YESTERDAY;
        return decisions.rollBackToDate(session.resolve(date), decision);
    }
}
