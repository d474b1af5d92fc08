package io.allegiance.cli;

import io.allegiance.cli.option.FormatArguments;
import io.allegiance.cli.text.ImportText;
import io.allegiance.failure.ExitCode;
import io.allegiance.intake.csv.ImportKind;
import io.allegiance.intake.format.FormatOptions;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code import}: lands a file. */
@Command(
        name = "import",
        description = "Land a CSV file, gzipped or not. A line that landed before lands nothing.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ImportCommand implements Callable<Integer> {

    private final ApplicationSession session;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            defaultValue = "transaction",
            description = "transaction (the default), referral, incident, fx or manifest; with --help, its columns")
    private ImportKind kind = ImportKind.TRANSACTION;

    @Option(
            names = "--replace",
            description = "what the file says replaces what landed before, and what waits because it was rejected")
    private boolean replace;

    @Mixin
    private FormatArguments format = new FormatArguments();

    @Parameters(paramLabel = "FILE", description = "a CSV file, .gz or not")
    private Path file = Path.of("");

    ImportCommand(ApplicationSession session) {
        this.session = session;
    }

    /** The kind of the command line, also where it asks for help alone. */
    ImportKind kind() {
        return kind;
    }

    @Override
    public Integer call() {
        FormatOptions options = format.toOptions(kind);
        ImportWork.Done done = session.execute(ImportWork.class, work -> work.run(kind, file, replace, options));
        ImportText.print(
                done.report(),
                done.reportingCurrency(),
                done.next(),
                spec.commandLine().getOut());
        return (done.report().rejected() > 0 ? ExitCode.DONE_WITH_REJECTIONS : ExitCode.DONE).code();
    }
}
