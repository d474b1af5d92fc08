package io.allegiance.cli.text;

import io.allegiance.intake.csv.ImportKind;
import io.allegiance.intake.feed.Feed;
import io.allegiance.intake.load.UndoReport;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the undo of an import did, or would do, as text. */
public final class UndoText {

    private static final int MOST_NAMES = 10;

    private final UndoReport report;
    private final PrintWriter out;

    private UndoText(UndoReport report, PrintWriter out) {
        this.report = report;
        this.out = out;
    }

    /** Prints a report. */
    public static void print(UndoReport report, PrintWriter out) {
        new UndoText(report, out).print();
    }

    private void print() {
        Feed.Standing standing = report.standing();
        if (standing != null) {
            say(
                    "import %d (%s) would be taken back: %s; nothing was written",
                    report.importId(), report.fileName(), rows(standing));
        } else {
            say("import %d (%s) is taken back: %d rows", report.importId(), report.fileName(), report.rows());
        }
        printNights();
        printQuarantine();
        printReplaced();
        printOverlapping();
    }

    private String rows(Feed.Standing standing) {
        if (report.kind() != ImportKind.TRANSACTION) {
            return standing.rows() + " rows";
        }
        return String.format(
                Locale.ROOT,
                "%d lines of %d days, %d lines of cancelled orders, %d cancellations",
                standing.rows(),
                standing.days(),
                standing.cancelled(),
                standing.cancellations());
    }

    private void printNights() {
        if (report.days() > 0) {
            say("the next night reads %d days again", report.days());
        }
        if (!report.isDryRun()) {
            say("what is published stays as it is; the next publication is without the import");
        }
    }

    private void printQuarantine() {
        if (report.rejectedClosed() > 0) {
            say("%d rejected lines of the import wait no more", report.rejectedClosed());
        }
        if (report.reopened() > 0) {
            say("%d rejected lines of earlier imports, which it had closed, wait again", report.reopened());
        }
    }

    private void printReplaced() {
        Long replaced = report.replaced();
        if (replaced == null) {
            say(
                    "an earlier version made the import and did not count what it replaced; where it was made with --replace,"
                            + " import the earlier files again");
        } else if (replaced > 0) {
            say(
                    "%d earlier %s that it had replaced cannot be brought back; import the earlier files again",
                    replaced, report.kind() == ImportKind.TRANSACTION ? "lines" : "values");
        }
    }

    private void printOverlapping() {
        List<UndoReport.Other> others = report.overlapping();
        if (!others.isEmpty()) {
            say(
                    "later imports had lines that were there already, maybe from this one; import their files again, which lands"
                            + " what is missing: %s%s",
                    others.stream()
                            .limit(MOST_NAMES)
                            .map(other -> other.importId() + " (" + other.fileName() + ")")
                            .collect(Collectors.joining(", ")),
                    others.size() > MOST_NAMES ? " and " + (others.size() - MOST_NAMES) + " more" : "");
        }
    }

    private void say(String format, Object... values) {
        out.printf(Locale.ROOT, format + "%n", values);
    }
}
