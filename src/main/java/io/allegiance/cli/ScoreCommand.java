package io.allegiance.cli;

import io.allegiance.cli.option.FormatArguments;
import io.allegiance.cli.option.LayoutOptions;
import io.allegiance.cli.option.PlaceOptions;
import io.allegiance.cli.text.FirstScoresText;
import io.allegiance.failure.ExitCode;
import io.allegiance.firstscores.FirstScores;
import io.allegiance.intake.csv.ImportKind;
import io.allegiance.intake.csv.InputFile;
import io.allegiance.intake.format.FormatOptions;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code score}: first scores of a file, from import to report. */
@Command(
        name = "score",
        description = {
            "First scores of a file: import it, train as of its last whole day, run the night of that day, and say what came out"
                    + " and where it is.",
            "The same again carries on where it ended; nothing lands twice."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ScoreCommand implements Callable<Integer> {

    private final ApplicationSession session;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "a file of transactions as import reads it")
    private Path file = Path.of("");

    @Mixin
    private FormatArguments format = new FormatArguments();

    @Mixin
    private LayoutOptions layout = new LayoutOptions();

    @Mixin
    private PlaceOptions place = new PlaceOptions();

    ScoreCommand(ApplicationSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        FormatOptions options = format.toOptions(ImportKind.TRANSACTION);
        Map<String, String> settings = place.toSettings();
        FirstScores.Request request = new FirstScores.Request(
                new InputFile(file, layout.layout()), options, !settings.isEmpty(), place.hasCurrency());
        FirstScores.Outcome outcome =
                session.executeForReaders(settings, FirstScores.class, scores -> scores.run(request));
        new FirstScoresText(spec.commandLine().getOut()).print(outcome, file.toString());
        return (outcome.report().rejected() > 0 ? ExitCode.DONE_WITH_REJECTIONS : ExitCode.DONE).code();
    }
}
