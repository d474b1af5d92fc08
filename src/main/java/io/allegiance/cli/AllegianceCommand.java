package io.allegiance.cli;

import io.allegiance.cli.text.ColumnGuide;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.Spec;

/** The root of the commands. */
@Command(
        name = "allegiance",
        description = "Nightly jobs that score customer loyalty and publish the scores in MySQL.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        sortOptions = false)
final class AllegianceCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    /** Lists the commands in the order in which a new user needs them. */
    static CommandLine commandLine(ApplicationSession session) {
        return withColumnHelp(new CommandLine(new AllegianceCommand())
                .addSubcommand(new DemoCommand(session))
                .addSubcommand(new ScoreCommand(session))
                .addSubcommand(new MigrateCommand(session))
                .addSubcommand(new ImportCommand(session))
                .addSubcommand(new TrainCommand(session))
                .addSubcommand(new NightlyCommand(session))
                .addSubcommand(new BackfillCommand(session))
                .addSubcommand(new StatusCommand(session))
                .addSubcommand(new ScoresCommand(session))
                .addSubcommand(new ExplainCommand(session))
                .addSubcommand(new ModelsCommand(session))
                .addSubcommand(new BacktestCommand(session))
                .addSubcommand(new PublishCommand(session))
                .addSubcommand(new RollbackCommand(session))
                .addSubcommand(new RejectsCommand(session))
                .addSubcommand(new ReplayCommand(session))
                .addSubcommand(new HoldCommand(session))
                .addSubcommand(new ReleaseCommand(session))
                .addSubcommand(new AbandonCommand(session))
                .addSubcommand(new DecisionsCommand(session))
                .addSubcommand(new MaintainCommand(session))
                .addSubcommand(new DoctorCommand(session))
                .addSubcommand(new BenchCommand(session)));
    }

    /** The help of import ends with the columns of the kind that the command line names. */
    private static CommandLine withColumnHelp(CommandLine line) {
        Objects.requireNonNull(line.getSubcommands().get("import"))
                .getHelpSectionMap()
                .put(
                        UsageMessageSpec.SECTION_KEY_FOOTER,
                        help -> ColumnGuide.of(
                                ((ImportCommand) help.commandSpec().userObject()).kind()));
        return line;
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "which command?");
    }
}
