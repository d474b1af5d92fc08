package io.allegiance.training;

import io.allegiance.calendar.Closure;
import io.allegiance.calendar.ClosureRules;
import io.allegiance.failure.AttentionException;
import io.allegiance.failure.StoppedException;
import io.allegiance.failure.UsageException;
import io.allegiance.intake.csv.FileProgress;
import io.allegiance.intake.csv.InputFile;
import io.allegiance.intake.file.FileLineCounts;
import io.allegiance.intake.format.FormatChoice;
import io.allegiance.intake.line.IntakeSettings;
import io.allegiance.settings.BusinessSettings;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The backtest of a transaction file. It needs no database. */
public final class FileBacktest {

    private static final Logger LOG = LoggerFactory.getLogger(FileBacktest.class);
    private static final long LINES_BETWEEN_LOGS = FileProgress.LINES_BETWEEN * 256L;

    private final String codeVersion;
    private final Listener listener;

    /**
     * @param codeVersion the program's version
     * @param listener told what was read, and asked whether to stop
     */
    public FileBacktest(String codeVersion, Listener listener) {
        this.codeVersion = codeVersion;
        this.listener = listener;
    }

    /** Follows a backtest. What it throws ends the backtest. */
    public interface Listener {

        /** Is told what became of the file's lines, before the first fit. */
        void linesRead(FileLineCounts lines);

        /**
         * Is called every few thousand lines and after each fit.
         *
         * @throws StoppedException when the process was asked to stop
         */
        void requireNotStopped();
    }

    /**
     * What is backtested.
     *
     * @param input a file of transactions as an import reads it
     * @param format decides the format of the file
     * @param settings zone, reporting currency and horizon
     * @param closures where closures come from
     * @param cutOffs at least one; the last days that the models know
     * @param predictions the file to write predictions into, also of cut-offs whose outcome is unknown; null for none
     */
    public record Request(
            InputFile input,
            FormatChoice format,
            BusinessSettings settings,
            ClosureRules closures,
            List<LocalDate> cutOffs,
            @Nullable Path predictions) {

        public Request {
            cutOffs = cutOffs.stream().distinct().sorted().toList();
        }

        private LocalDate lastCutOff() {
            return cutOffs.get(cutOffs.size() - 1);
        }
    }

    /**
     * What came of it.
     *
     * @param lines what became of the file's lines
     * @param backtest the figures; null where the file holds the outcome of no cut-off
     */
    public record Result(FileLineCounts lines, @Nullable BacktestReport backtest) {}

    /**
     * Runs the backtest. The file of predictions appears whole or not at all.
     *
     * @throws UsageException when a file cannot be read or written, or a cut-off is not possible
     * @throws AttentionException when a model cannot be fitted from what is known at a cut-off
     */
    public Result run(Request request) {
        if (request.predictions() == null) {
            return run(request, PredictionSink.NONE);
        }
        try (PredictionFile written = PredictionFile.create(request.predictions())) {
            Result result = run(request, written);
            written.finish();
            return result;
        }
    }

    private Result run(Request request, PredictionSink sink) {
        BusinessSettings settings = request.settings();
        IntakeSettings intake = new IntakeSettings(settings.zone(), settings.reportingCurrency());
        PurchaseFile purchases = PurchaseFile.read(
                request.input(), request.format(), intake, request.closures(), request.lastCutOff(), this::logOrStop);
        LOG.info(
                "backtest: closures in the file: {}",
                Closure.describe(purchases.log().closures().listAsOf(purchases.lastDay())));
        listener.linesRead(purchases.lines());
        requirePossible(request, purchases);
        Map<Boolean, List<LocalDate>> byOutcomeKnown = request.cutOffs().stream()
                .collect(Collectors.partitioningBy(cutOff -> purchases.isOutcomeKnown(cutOff, settings.horizonDays())));
        Backtest backtest = new Backtest(codeVersion, settings.horizonDays(), ModelFitter.ALL, new Progress());
        List<LocalDate> past = byOutcomeKnown.getOrDefault(true, List.of());
        BacktestReport report = past.isEmpty() ? null : backtest.run(purchases.log(), past, sink);
        byOutcomeKnown
                .getOrDefault(false, List.of())
                .forEach(cutOff -> backtest.predict(purchases.log(), cutOff, sink));
        return new Result(purchases.lines(), report);
    }

    private static void requirePossible(Request request, PurchaseFile purchases) {
        int horizonDays = request.settings().horizonDays();
        if (request.predictions() == null) {
            purchases.requireOutcomes(request.cutOffs(), horizonDays);
        } else {
            purchases.requirePredictable(request.cutOffs(), horizonDays);
        }
    }

    private void logOrStop(long lines, double share) {
        listener.requireNotStopped();
        if (lines % LINES_BETWEEN_LOGS == 0) {
            LOG.info("backtest: {} lines, {} % of the file", lines, Math.round(share * 100));
        }
    }

    private final class Progress implements BacktestProgress {

        @Override
        public void done(String sentence) {
            LOG.info("backtest: {}", sentence);
        }

        @Override
        public void fitted(String sentence) {
            listener.requireNotStopped();
        }
    }
}
