package io.allegiance.training;

import io.allegiance.calendar.ClosureRules;
import io.allegiance.calendar.DailyLines;
import io.allegiance.calendar.KnownClosures;
import io.allegiance.failure.UsageException;
import io.allegiance.history.LineCollector;
import io.allegiance.intake.csv.FileProgress;
import io.allegiance.intake.csv.InputFile;
import io.allegiance.intake.file.FileLineCounts;
import io.allegiance.intake.file.TransactionFile;
import io.allegiance.intake.format.FormatChoice;
import io.allegiance.intake.line.IntakeSettings;
import io.allegiance.wording.Counted;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * The customers of a transaction file, all of them, with their purchase days.
 *
 * @param log up to the last day of a line, or to a later day that was asked about
 * @param firstDay the first purchase day
 * @param lastDay the last day of a line
 * @param lines what became of the file's lines
 */
public record PurchaseFile(PurchaseLog log, LocalDate firstDay, LocalDate lastDay, FileLineCounts lines) {

    /** Reads a file of our own format, of which nothing is given but where it is. */
    public static PurchaseFile read(
            Path file, IntakeSettings settings, ClosureRules closures, LocalDate askedAbout, FileProgress progress) {
        return read(InputFile.of(file), FormatChoice.OWN, settings, closures, askedAbout, progress);
    }

    /**
     * Reads a file without any database, by the rules of an import and of a night.
     *
     * @param format decides the format of the file
     * @param closures where closures come from
     * @param askedAbout a day that the log can be asked about though the file may end before it
     * @throws UsageException when the file is not a complete CSV file of transactions, or none of its customers has a
     *     purchase day
     */
    public static PurchaseFile read(
            InputFile input,
            FormatChoice format,
            IntakeSettings settings,
            ClosureRules closures,
            LocalDate askedAbout,
            FileProgress progress) {
        LineCollector collector = new LineCollector();
        DailyLines.Counter days = new DailyLines.Counter();
        FileLineCounts lines = TransactionFile.read(input, format, settings, progress, days, collector::collectLine);
        LocalDate last = Objects.requireNonNullElse(lines.lastDay(), LocalDate.EPOCH);
        PurchaseLog.Builder builder = new PurchaseLog.Builder(
                askedAbout.isAfter(last) ? askedAbout : last,
                Integer.MAX_VALUE,
                new KnownClosures(closures, days.toDailyLines()));
        collector.drain(builder::addCustomer);
        PurchaseLog log = builder.build();
        LocalDate first = log.findFirstDay()
                .orElseThrow(() -> new UsageException("no customer of the file " + input.path() + " has a purchase: of "
                        + lines.linesRead() + " lines " + lines.rejected() + " were rejected and " + lines.anonymous()
                        + " name no customer"));
        return new PurchaseFile(log, first, last, lines);
    }

    /** Returns whether the file holds all of the H days after a cut-off. */
    public boolean isOutcomeKnown(LocalDate cutOff, int horizonDays) {
        return !log.openDays().plusOpenDays(cutOff, horizonDays).isAfter(lastDay);
    }

    /**
     * Requires that customers are known at each cut-off and that the file holds the H days after it.
     *
     * @throws UsageException naming the cut-offs that are possible
     */
    public void requireOutcomes(List<LocalDate> cutOffs, int horizonDays) {
        require(cutOffs, horizonDays, log.openDays().minusOpenDays(lastDay, horizonDays));
    }

    /**
     * Requires that customers are known at each cut-off, and that the file does not end H days or more before it:
     * enough to predict.
     *
     * @throws UsageException naming the cut-offs that are possible
     */
    public void requirePredictable(List<LocalDate> cutOffs, int horizonDays) {
        require(cutOffs, horizonDays, lastDay.plusDays(horizonDays - 1L));
    }

    private void require(List<LocalDate> cutOffs, int horizonDays, LocalDate latest) {
        List<LocalDate> impossible = cutOffs.stream()
                .filter(cutOff -> cutOff.isBefore(firstDay) || cutOff.isAfter(latest))
                .toList();
        if (impossible.isEmpty()) {
            return;
        }
        String span = "its purchases begin on " + firstDay + " and its lines end on " + lastDay;
        throw new UsageException(
                latest.isBefore(firstDay)
                        ? "the file is too short for a horizon of " + Counted.of(horizonDays, "day") + ": " + span
                        : "no cut-off can be "
                                + String.join(
                                        ", ",
                                        impossible.stream()
                                                .map(LocalDate::toString)
                                                .toList())
                                + " with a horizon of " + Counted.of(horizonDays, "day") + "; those from " + firstDay
                                + " to "
                                + latest
                                + " can, because " + span);
    }
}
