package io.allegiance.cli;

import io.allegiance.calendar.BusinessDate;
import io.allegiance.cli.option.LayoutOptions;
import io.allegiance.cli.text.BacktestTable;
import io.allegiance.cli.text.FileLinesText;
import io.allegiance.cli.text.Screen;
import io.allegiance.failure.ExitCode;
import io.allegiance.intake.csv.InputFile;
import io.allegiance.intake.file.FileLineCounts;
import io.allegiance.intake.format.FormatOptions;
import io.allegiance.intake.line.EarliestDate;
import io.allegiance.platform.Json;
import io.allegiance.platform.OutputFile;
import io.allegiance.settings.BusinessSettings;
import io.allegiance.training.FileBacktest;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code backtest}: how well the models predict the customers of a file at past dates. */
@Command(
        name = "backtest",
        description = "Train as of past dates of a file, predict, and hold the predictions against what happened then."
                + " No database is needed or touched.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class BacktestCommand implements Callable<Integer> {

    private final ApplicationSession session;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "a file of transactions as import reads it")
    private Path file = Path.of("");

    @Option(
            names = "--horizon",
            paramLabel = "DAYS",
            description = "days in which no purchase means churn; the configured horizon unless given")
    private @Nullable Integer horizon;

    @Option(
            names = "--cutoff",
            paramLabel = "DATE",
            required = true,
            split = ",",
            converter = DayConverter.class,
            description = "the last day that the model knows of: YYYY-MM-DD, or several with commas between them")
    private List<LocalDate> cutOffs = List.of();

    @Option(
            names = "--predictions",
            paramLabel = "OUT.csv",
            description = "write every prediction into this file, also of dates whose outcome the file does not"
                    + " hold; - for standard output, and the figures go to standard error")
    private @Nullable Path predictions;

    @Mixin
    private LayoutOptions layout = new LayoutOptions();

    @Option(names = "--json", description = "the figures as JSON")
    private boolean json;

    BacktestCommand(ApplicationSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        FileSettings configured =
                session.executeWithoutDatabase(BusinessConfiguration.class, FileSettings.class, Function.identity());
        BusinessSettings settings = withHorizon(configured.business());
        FileBacktest.Result result = new FileBacktest(new ProgramVersion().getVersion()[0], new Listener(settings))
                .run(new FileBacktest.Request(
                        new InputFile(file, layout.layout()),
                        configured.formats().choose(FormatOptions.NONE),
                        settings,
                        configured.closures().toRules(),
                        new EarliestDate(configured.lines().firstDate()),
                        cutOffs,
                        predictions));
        boolean isOutputTaken = predictions != null && OutputFile.isStandardOutput(predictions);
        PrintWriter out =
                isOutputTaken ? spec.commandLine().getErr() : spec.commandLine().getOut();
        if (json) {
            Screen.unfolded(out).println(Json.writePretty(result));
        } else if (result.backtest() == null) {
            out.println("predicted; there are no figures, for what happened after the cut-offs is not in the file");
        } else {
            BacktestTable.print(result.backtest(), out);
        }
        return (result.lines().rejected() > 0 ? ExitCode.DONE_WITH_REJECTIONS : ExitCode.DONE).code();
    }

    /** The configured settings, with the horizon of the command line. */
    private BusinessSettings withHorizon(BusinessSettings configured) {
        if (horizon == null) {
            return configured;
        }
        try {
            return new BusinessSettings(
                    configured.zone(), configured.reportingCurrency(), horizon, List.of(), configured.nextCategory());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--horizon: " + e.getMessage());
        }
    }

    /** Prints what was read, and ends the backtest when the process is asked to stop. */
    private final class Listener implements FileBacktest.Listener {

        private final BusinessSettings settings;

        Listener(BusinessSettings settings) {
            this.settings = settings;
        }

        @Override
        public void linesRead(FileLineCounts lines) {
            FileLinesText.print(
                    lines, settings.reportingCurrency(), spec.commandLine().getErr());
        }

        @Override
        public void requireNotStopped() {
            session.requireNotStopped();
        }
    }

    /** Refuses a text that is not a date, before anything starts. */
    static final class DayConverter implements ITypeConverter<LocalDate> {

        @Override
        public LocalDate convert(String text) {
            try {
                return BusinessDate.parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        }
    }
}
