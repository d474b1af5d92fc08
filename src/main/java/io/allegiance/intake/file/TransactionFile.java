package io.allegiance.intake.file;

import io.allegiance.calendar.DailyLines;
import io.allegiance.failure.RetryableException;
import io.allegiance.failure.UsageException;
import io.allegiance.intake.csv.CsvLine;
import io.allegiance.intake.csv.FileProgress;
import io.allegiance.intake.csv.Header;
import io.allegiance.intake.csv.ImportKind;
import io.allegiance.intake.csv.InputFile;
import io.allegiance.intake.csv.LineFields;
import io.allegiance.intake.feed.TransactionReader;
import io.allegiance.intake.format.FormatChoice;
import io.allegiance.intake.format.FormattedFile;
import io.allegiance.intake.line.Column;
import io.allegiance.intake.line.FxRates;
import io.allegiance.intake.line.IntakeRules;
import io.allegiance.intake.line.IntakeSettings;
import io.allegiance.intake.line.RejectedLineException;
import io.allegiance.intake.line.RejectionReason;
import io.allegiance.intake.line.TransactionLine;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a transaction file as if it landed in an empty database and a night took it in, with their rules and without
 * any database: what comes out are the accepted lines in the reporting currency. There are no rates, so lines in
 * another currency are refused. Lines that bring both keys are read twice, first to find the keys that come again; in
 * memory stay only those.
 *
 * <p>For one file and one thread.
 */
public final class TransactionFile {

    private final InputFile input;
    private final FormatChoice format;
    private final IntakeSettings settings;
    private final TransactionReader reader;
    private final IntakeRules rules;
    private final FileProgress progress;
    private final Map<RejectionReason, Long> rejected = new EnumMap<>(RejectionReason.class);
    private long takenIn;
    private long anonymous;
    private long repeated;
    private final DailyLines.Counter days;
    private @Nullable LocalDate lastDay;

    private TransactionFile(
            InputFile input,
            FormatChoice format,
            IntakeSettings settings,
            FileProgress progress,
            DailyLines.Counter days) {
        this.input = input;
        this.format = format;
        this.settings = settings;
        this.reader = new TransactionReader(settings);
        this.rules = new IntakeRules(settings);
        this.progress = progress;
        this.days = days;
    }

    /** Reads a file of our own format; see the method with a format. */
    public static FileLineCounts read(
            Path path, IntakeSettings settings, FileProgress progress, Consumer<TransactionLine> lines) {
        return read(InputFile.of(path), FormatChoice.OWN, settings, progress, new DailyLines.Counter(), lines);
    }

    /**
     * Reads a file.
     *
     * @param format decides the format of the file
     * @param days counts the accepted lines of each day, anonymous ones too
     * @param lines takes the accepted lines of customers, in the order of the file
     * @throws UsageException when the file is not a complete CSV file of transactions
     * @throws RetryableException when it changed or could not be read to its end meanwhile
     */
    public static FileLineCounts read(
            InputFile input,
            FormatChoice format,
            IntakeSettings settings,
            FileProgress progress,
            DailyLines.Counter days,
            Consumer<TransactionLine> lines) {
        return new TransactionFile(input, format, settings, progress, days).read(lines);
    }

    private FileLineCounts read(Consumer<TransactionLine> lines) {
        try (RepeatedKeys keys = new RepeatedKeys(Path.of(System.getProperty("java.io.tmpdir")))) {
            boolean given = bringsKeys();
            long surveyed = given ? survey(keys) : 0;
            keys.count();
            long count = forEachLine((fields, number) -> take(fields, number, given ? keys : null, lines));
            if (given && count != surveyed) {
                throw new RetryableException(
                        "The file " + input.path() + " changed while it was read; run the command again.");
            }
            long refused = rejected.values().stream().mapToLong(Long::longValue).sum();
            return new FileLineCounts(count, takenIn, anonymous, repeated, refused, new TreeMap<>(rejected), lastDay);
        }
    }

    /** Receives the lines of a pass. */
    private interface LineWork {
        void accept(LineFields fields, long lineNumber) throws RejectedLineException;
    }

    private boolean bringsKeys() {
        try (FormattedFile file = open()) {
            Header header = file.header();
            return header.has(Column.TRANSACTION_ID) && (header.has(Column.LINE_KEY) || header.has(Column.LINE_NUMBER));
        }
    }

    private FormattedFile open() {
        return FormattedFile.open(input, ImportKind.TRANSACTION, format, settings.zone());
    }

    /** Runs the first pass and returns the number of lines. */
    private long survey(RepeatedKeys keys) {
        long lines = forEachLine((fields, number) -> {
            TransactionLine line = reader.read(fields);
            if (hasKeys(line)) {
                keys.addLine(line, number);
            }
        });
        rejected.clear();
        return lines;
    }

    private long forEachLine(LineWork work) {
        long lines = 0;
        try (FormattedFile file = open()) {
            Header header = file.header();
            for (Optional<CsvLine> line = file.next(); line.isPresent(); line = file.next()) {
                apply(work, header, line.get());
                if (++lines % FileProgress.LINES_BETWEEN == 0) {
                    progress.at(lines, file.share());
                }
            }
        }
        return lines;
    }

    private void apply(LineWork work, Header header, CsvLine line) {
        try {
            work.accept(new LineFields(header, line), line.place());
        } catch (RejectedLineException e) {
            rejected.merge(e.rejection().reason(), 1L, Long::sum);
        }
    }

    private void take(LineFields fields, long number, @Nullable RepeatedKeys keys, Consumer<TransactionLine> lines)
            throws RejectedLineException {
        TransactionLine line = reader.read(fields);
        RepeatedKeys.Place place = keys != null && hasKeys(line) ? keys.place(line, number) : RepeatedKeys.Place.FIRST;
        if (place == RepeatedKeys.Place.CONFLICT) {
            throw new RejectedLineException(
                    RejectionReason.CONFLICTING_CONTENT, "the same key stood in the file before with other content");
        }
        if (place == RepeatedKeys.Place.AGAIN) {
            repeated++;
            return;
        }
        accept(rules.inReportingCurrency(line, FxRates.none()), lines);
    }

    private void accept(TransactionLine line, Consumer<TransactionLine> lines) {
        LocalDate day = line.occurredAt().toLocalDate();
        days.addLine(day);
        lastDay = lastDay == null || day.isAfter(lastDay) ? day : lastDay;
        if (line.customerId().isEmpty()) {
            anonymous++;
        } else {
            takenIn++;
            lines.accept(line);
        }
    }

    private static boolean hasKeys(TransactionLine line) {
        return !line.transactionId().isEmpty() && !line.lineKey().isEmpty();
    }
}
