package io.allegiance.cli;

import io.allegiance.calendar.BusinessDate;
import io.allegiance.cli.text.BacktestTable;
import io.allegiance.failure.ExitCode;
import io.allegiance.intake.csv.FileProgress;
import io.allegiance.intake.file.FileLineCounts;
import io.allegiance.intake.line.IntakeSettings;
import io.allegiance.intake.line.RejectionReason;
import io.allegiance.platform.Json;
import io.allegiance.settings.BusinessSettings;
import io.allegiance.training.Backtest;
import io.allegiance.training.BacktestProgress;
import io.allegiance.training.BacktestReport;
import io.allegiance.training.ModelFitter;
import io.allegiance.training.PredictionFile;
import io.allegiance.training.PredictionSink;
import io.allegiance.training.PurchaseFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code backtest}: how good the scores of a file's customers would have been at past dates. */
@Command(
        name = "backtest",
        description = "Train as of past dates of a file, predict, and hold the predictions against what happened then."
                + " No database is needed or touched.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class BacktestCommand implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(BacktestCommand.class);
    private static final long LINES_BETWEEN_LOGS = FileProgress.LINES_BETWEEN * 256L;

    private final ApplicationSession session;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "a CSV file of transactions as import reads it, .gz or not")
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
            description = "write every prediction into this file, also of dates whose outcome the file does not hold")
    private @Nullable Path predictions;

    @Option(names = "--json", description = "the figures as JSON")
    private boolean json;

    BacktestCommand(ApplicationSession session) {
        this.session = session;
    }

    /** What {@code --json} prints. */
    private record Result(FileLineCounts lines, @Nullable BacktestReport backtest) {}

    @Override
    public Integer call() {
        BusinessSettings settings = settings();
        List<LocalDate> dates = cutOffs.stream().distinct().sorted().toList();
        Result result =
                predictions == null ? run(settings, dates, PredictionSink.NONE) : runInto(predictions, settings, dates);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.writePretty(result));
        } else if (result.backtest() == null) {
            out.println("predicted; there are no figures, for what happened after the cut-offs is not in the file");
        } else {
            BacktestTable.print(result.backtest(), out);
        }
        return (result.lines().rejected() > 0 ? ExitCode.DONE_WITH_REJECTIONS : ExitCode.DONE).code();
    }

    /** The configured settings, with the horizon of the command line. */
    private BusinessSettings settings() {
        BusinessSettings configured = session.withoutDatabase(context -> context.getBean(BusinessSettings.class));
        if (horizon == null) {
            return configured;
        }
        try {
            return new BusinessSettings(configured.zone(), configured.reportingCurrency(), horizon);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--horizon: " + e.getMessage());
        }
    }

    private Result runInto(Path target, BusinessSettings settings, List<LocalDate> dates) {
        try (PredictionFile written = PredictionFile.create(target)) {
            Result result = run(settings, dates, written);
            written.finish();
            return result;
        }
    }

    private Result run(BusinessSettings settings, List<LocalDate> dates, PredictionSink sink) {
        IntakeSettings intake = new IntakeSettings(settings.zone(), settings.reportingCurrency());
        int horizonDays = settings.horizonDays();
        PurchaseFile purchases = PurchaseFile.read(file, intake, dates.get(dates.size() - 1), this::readTo);
        tell(purchases.lines(), settings);
        if (predictions == null) {
            purchases.requireOutcomes(dates, horizonDays);
        } else {
            purchases.requirePredictable(dates, horizonDays);
        }
        Map<Boolean, List<LocalDate>> parted =
                dates.stream().collect(Collectors.partitioningBy(date -> purchases.isOutcomeKnown(date, horizonDays)));
        Backtest backtest =
                new Backtest(new ProgramVersion().getVersion()[0], horizonDays, ModelFitter.ALL, new Told());
        List<LocalDate> past = parted.getOrDefault(true, List.of());
        BacktestReport report = past.isEmpty() ? null : backtest.run(purchases.log(), past, sink);
        parted.getOrDefault(false, List.of()).forEach(date -> backtest.predict(purchases.log(), date, sink));
        return new Result(purchases.lines(), report);
    }

    private void readTo(long lines, double share) {
        session.requireNotStopped();
        if (lines % LINES_BETWEEN_LOGS == 0) {
            LOG.info("backtest: {} lines, {} % of the file", lines, Math.round(share * 100));
        }
    }

    private void tell(FileLineCounts lines, BusinessSettings settings) {
        PrintWriter err = spec.commandLine().getErr();
        err.printf(
                Locale.ROOT,
                "lines read %d = taken in %d + anonymous %d + repeated %d + rejected %d%n",
                lines.linesRead(),
                lines.takenIn(),
                lines.anonymous(),
                lines.repeated(),
                lines.rejected());
        lines.rejectedByReason()
                .forEach((reason, count) ->
                        err.printf(Locale.ROOT, "rejected %d %s: %s%n", count, reason, sentence(reason, settings)));
    }

    /** Two reasons mean something else where nothing landed and no rates are. */
    private static String sentence(RejectionReason reason, BusinessSettings settings) {
        return switch (reason) {
            case NO_FX_RATE ->
                "The line is not in " + settings.reportingCurrency() + ", the reporting currency; a file has no rates.";
            case CONFLICTING_CONTENT -> "The same key stood in the file before with other content.";
            default -> reason.sentence();
        };
    }

    /** Tells each cut-off, and ends the work between two fits where that is asked for. */
    private final class Told implements BacktestProgress {

        @Override
        public void done(String sentence) {
            LOG.info("backtest: {}", sentence);
        }

        @Override
        public void fitted(String sentence) {
            session.requireNotStopped();
        }
    }

    /** Refuses what is no date before anything starts. */
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
