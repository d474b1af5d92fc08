package io.allegiance.cli;

import io.allegiance.cli.text.PreviewText;
import io.allegiance.failure.ExitCode;
import io.allegiance.failure.UsageException;
import io.allegiance.intake.csv.ImportKind;
import io.allegiance.intake.csv.InputFile;
import io.allegiance.intake.line.IntakeSettings;
import io.allegiance.intake.preview.FilePreview;
import io.allegiance.intake.preview.PreviewPass;
import io.allegiance.job.ImportRun;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** {@code import --preview}: what an import would do. It needs no database. */
final class ImportPreview {

    private static final String OPTION = "--preview";

    private final ApplicationSession session;
    private final CommandLine line;

    ImportPreview(ApplicationSession session, CommandLine line) {
        this.session = session;
        this.line = line;
    }

    /**
     * Prints the preview of each file.
     *
     * @throws UsageException when an import of one of them would land nothing
     */
    int print(ImportRun.Files all) {
        if (all.kind() != ImportKind.TRANSACTION) {
            throw new ParameterException(
                    line,
                    OPTION + " is for files of transactions; a file of kind "
                            + all.kind().option() + " has the columns that 'import --kind "
                            + all.kind().option() + " --help' lists");
        }
        FileSettings settings =
                session.executeWithoutDatabase(BusinessConfiguration.class, FileSettings.class, Function.identity());
        all.inputs().forEach(input -> print(input, all, settings));
        return ExitCode.DONE.code();
    }

    private void print(InputFile input, ImportRun.Files all, FileSettings settings) {
        IntakeSettings intake = new IntakeSettings(
                settings.business().zone(), settings.business().reportingCurrency());
        FilePreview preview = PreviewPass.read(
                input,
                settings.formats().choose(all.options()),
                intake,
                all.options().decimalMark() != null,
                session::requireNotStopped);
        new PreviewText(line.getOut()).print(preview, input.path().toString(), intake, command());
        if (preview.usable() == 0) {
            throw new UsageException("no line of " + input.path() + " can be used, so an import would land nothing;"
                    + " the preview says what is wrong");
        }
    }

    /** The command line without the option. */
    private String command() {
        return line.getParseResult().originalArgs().stream()
                .filter(word -> !word.equals(OPTION))
                .map(ImportPreview::quoted)
                .collect(Collectors.joining(" ", "jobs/allegiance ", ""));
    }

    private static String quoted(String word) {
        return word.matches("[\\w./:=,@%+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
