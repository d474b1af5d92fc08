package io.allegiance.intake.preview;

import io.allegiance.failure.UsageException;
import io.allegiance.intake.csv.CsvLine;
import io.allegiance.intake.csv.ImportKind;
import io.allegiance.intake.csv.InputFile;
import io.allegiance.intake.csv.LineFields;
import io.allegiance.intake.csv.RefusedText;
import io.allegiance.intake.feed.FileContent;
import io.allegiance.intake.feed.TransactionReader;
import io.allegiance.intake.format.FileFormat;
import io.allegiance.intake.format.FormatChoice;
import io.allegiance.intake.format.FormattedFile;
import io.allegiance.intake.format.NumberStyle;
import io.allegiance.intake.line.IntakeSettings;
import io.allegiance.intake.line.RejectedLineException;
import io.allegiance.intake.line.Rejection;
import io.allegiance.intake.line.RejectionReason;
import io.allegiance.intake.line.TransactionLine;
import io.allegiance.intake.load.RefusedExample;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads a file of transactions once, by the rules of an import, and lands nothing. For one file and one thread. */
public final class PreviewPass {

    private static final int LINES_SHOWN = 5;

    private final TransactionReader reader;
    private final FileContent.Counter content = new FileContent.Counter();
    private final List<TransactionLine> first = new ArrayList<>();
    private final Map<RejectionReason, Long> refused = new EnumMap<>(RejectionReason.class);
    private final Map<RejectionReason, RefusedExample> examples = new EnumMap<>(RejectionReason.class);
    private final List<Doubt> doubts;
    private final FormattedFile file;
    private long usable;

    private PreviewPass(FormattedFile file, IntakeSettings settings, boolean markGiven) {
        this.file = file;
        this.reader = new TransactionReader(settings);
        Optional<FileFormat> format = file.format();
        ZoneId zone =
                format.flatMap(each -> Optional.ofNullable(each.times().zone())).orElse(settings.zone());
        boolean known = markGiven
                || format.map(each -> !each.numbers().equals(NumberStyle.PLAIN)).orElse(false);
        this.doubts = List.of(new DateDoubt(), new AmountDoubt(known), new EncodingDoubt(), new ZoneDoubt(zone));
    }

    /**
     * Reads a file.
     *
     * @param choice decides its format
     * @param markGiven whether the command line says what the decimal mark is
     * @param stop is called often; what it throws ends the reading
     * @throws UsageException when the file is not a complete file of transactions, as an import would say it
     */
    public static FilePreview read(
            InputFile input, FormatChoice choice, IntakeSettings settings, boolean markGiven, Runnable stop) {
        try (FormattedFile file = FormattedFile.open(input, ImportKind.TRANSACTION, choice, settings.zone())) {
            return new PreviewPass(file, settings, markGiven).read(stop);
        }
    }

    private FilePreview read(Runnable stop) {
        for (Optional<CsvLine> line = file.next(); line.isPresent(); line = file.next()) {
            stop.run();
            addLine(line.get());
        }
        return new FilePreview(
                file.form(),
                file.use(),
                file.describeColumns(),
                file.unusedColumns(),
                first,
                content.content(),
                usable,
                new TreeMap<>(refused),
                new TreeMap<>(examples),
                doubts.stream().flatMap(doubt -> doubt.describe().stream()).toList());
    }

    private void addLine(CsvLine source) {
        try {
            LineFields fields = new LineFields(file.header(), source);
            TransactionLine line = reader.read(fields);
            usable++;
            content.addLine(line);
            if (first.size() < LINES_SHOWN) {
                first.add(line);
            }
            for (Doubt doubt : doubts) {
                doubt.addLine(fields);
            }
        } catch (RejectedLineException e) {
            addRefused(source, e.rejection());
            if (e.rejection().reason() == RejectionReason.BAD_NUMBER) {
                doubtTime(source);
            }
        }
    }

    /* A line is refused for one reason, its number; its time may be another. */
    private void doubtTime(CsvLine source) {
        try {
            reader.readTime(new LineFields(file.header(), source));
        } catch (RejectedLineException e) {
            String text = RefusedText.of(file.header(), source, e.rejection()).strip();
            doubts.forEach(doubt -> doubt.addRefused(e.rejection(), text));
        }
    }

    private void addRefused(CsvLine source, Rejection rejection) {
        String text = RefusedText.of(file.header(), source, rejection).strip();
        refused.merge(rejection.reason(), 1L, Long::sum);
        examples.putIfAbsent(rejection.reason(), new RefusedExample(source.number(), text));
        doubts.forEach(doubt -> doubt.addRefused(rejection, text));
    }
}
