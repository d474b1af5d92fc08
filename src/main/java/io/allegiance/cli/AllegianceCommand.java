package io.allegiance.cli;

import io.allegiance.cli.text.ColumnGuide;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The root of the commands. */
@Command(
        name = "allegiance",
        description = "Nightly jobs that score customer loyalty and publish the scores in MySQL.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        sortOptions = false)
final class AllegianceCommand implements Runnable {

    private final ApplicationSession session;

    @Spec
    private CommandSpec spec;

    AllegianceCommand(ApplicationSession session) {
        this.session = session;
    }

    @Option(
            names = "--config",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description =
                    "settings of your own, which come before those of jobs: a file, or a folder with application.yaml")
    void setConfiguration(Path file) {
        session.useConfiguration(ConfigurationLocation.of(file, spec));
    }

    /**
     * Lists the commands in the order in which a new user needs them.
     *
     * @param arguments what will be parsed; without any, all commands are there
     */
    static CommandLine commandLine(ApplicationSession session, String... arguments) {
        return withColumnHelp(new CommandList(new AllegianceCommand(session))
                .add(new DemoCommand(session))
                .add(new ScoreCommand(session))
                .add(new MigrateCommand(session))
                .add(new ImportCommand(session))
                .add(new TrainCommand(session))
                .add(new NightlyCommand(session))
                .add(new BackfillCommand(session))
                .add(new WorkerCommand(session))
                .add(new StatusCommand(session))
                .add(new ScoresCommand(session))
                .add(new ExplainCommand(session))
                .add(new ModelsCommand(session))
                .add(new BacktestCommand(session))
                .add(new PublishCommand(session))
                .add(new RollbackCommand(session))
                .add(new RejectsCommand(session))
                .add(new ReplayCommand(session))
                .add(new HoldCommand(session))
                .add(new ReleaseCommand(session))
                .add(new AbandonCommand(session))
                .add(new DecisionsCommand(session))
                .add(new MaintainCommand(session))
                .add(new DoctorCommand(session))
                .add(new BenchCommand(session))
                .add(new HelpCommand())
                .add(new CompletionCommand())
                .toCommandLine(arguments));
    }

    /** The help of import ends with the columns of the kind that the command line names. */
    private static CommandLine withColumnHelp(CommandLine line) {
        CommandLine imports = line.getSubcommands().get("import");
        if (imports != null) {
            imports.getHelpSectionMap()
                    .put(
                            UsageMessageSpec.SECTION_KEY_FOOTER,
                            help -> ColumnGuide.of(
                                    ((ImportCommand) help.commandSpec().userObject()).kind()));
        }
        return line;
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "which command?");
    }
}
