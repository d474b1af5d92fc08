package io.allegiance.cli.text;

import io.allegiance.intake.csv.ImportKind;
import io.allegiance.intake.feed.Feed;
import io.allegiance.intake.load.UndoReport;
import io.allegiance.wording.Counted;
import io.allegiance.wording.Printable;
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
                    report.importId(), Printable.of(report.fileName()), rows(standing));
        } else {
            say(
                    "import %d (%s) is taken back: %s",
                    report.importId(), Printable.of(report.fileName()), Counted.of(report.rows(), "row"));
        }
        printNights();
        printQuarantine();
        printReplaced();
        printOverlapping();
    }

    private String rows(Feed.Standing standing) {
        if (report.kind() != ImportKind.TRANSACTION) {
            return Counted.of(standing.rows(), "row");
        }
        return Counted.of(standing.rows(), "line") + " of " + Counted.of(standing.days(), "day") + ", "
                + Counted.of(standing.cancelled(), "line") + " of cancelled orders, "
                + Counted.of(standing.cancellations(), "cancellation");
    }

    private void printNights() {
        if (report.days() > 0) {
            say("the next night reads %s again", Counted.of(report.days(), "day"));
        }
        if (!report.isDryRun()) {
            say("what is published stays as it is; the next publication is without the import");
        }
    }

    private void printQuarantine() {
        if (report.rejectedClosed() > 0) {
            say(
                    "%s of the import no more",
                    Counted.of(report.rejectedClosed(), "rejected line waits", "rejected lines wait"));
        }
        if (report.reopened() > 0) {
            say(
                    "%s again, which it had closed",
                    Counted.of(
                            report.reopened(),
                            "rejected line of an earlier import waits",
                            "rejected lines of earlier imports wait"));
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
                            .map(other -> other.importId() + " (" + Printable.of(other.fileName()) + ")")
                            .collect(Collectors.joining(", ")),
                    others.size() > MOST_NAMES ? " and " + (others.size() - MOST_NAMES) + " more" : "");
        }
    }

    private void say(String format, Object... values) {
        out.printf(Locale.ROOT, format + "%n", values);
    }
}
