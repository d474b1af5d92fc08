package io.allegiance.cli;

import io.allegiance.cli.option.FormatArguments;
import io.allegiance.cli.text.ImportText;
import io.allegiance.failure.ExitCode;
import io.allegiance.intake.csv.ImportKind;
import io.allegiance.intake.format.FormatOptions;
import io.allegiance.intake.load.ImportReport;
import io.allegiance.job.ImportRun;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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
            description = "transaction (the default), referral, incident, fx or manifest")
    private ImportKind kind = ImportKind.TRANSACTION;

    @Option(
            names = "--replace",
            description = "what the file says replaces what landed before, and what waits because it was rejected")
    private boolean replace;

    @Mixin
    private FormatArguments format = new FormatArguments();

    @Mixin
    private ImportUndoOptions undo = new ImportUndoOptions();

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "a CSV file, .gz or not")
    private @Nullable Path file;

    ImportCommand(ApplicationSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (undo.isGiven()) {
            requireNoFile();
            return undo.run(session);
        }
        Path given = requireFile();
        FormatOptions options = format.toOptions(kind);
        ImportReport report = session.execute(ImportRun.class, imports -> imports.run(kind, given, replace, options));
        ImportText.print(report, spec.commandLine().getOut());
        return (report.rejected() > 0 ? ExitCode.DONE_WITH_REJECTIONS : ExitCode.DONE).code();
    }

    private Path requireFile() {
        Path given = file;
        if (given == null) {
            throw new ParameterException(spec.commandLine(), "Missing required parameter: 'FILE'");
        }
        return given;
    }

    private void requireNoFile() {
        if (file != null || replace) {
            throw new ParameterException(
                    spec.commandLine(), "--undo and --list land nothing, so they take no FILE and no --replace");
        }
    }
}
