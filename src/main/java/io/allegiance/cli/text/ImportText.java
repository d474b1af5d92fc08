package io.allegiance.cli.text;

import io.allegiance.intake.format.FormatUse;
import io.allegiance.intake.line.RejectionReason;
import io.allegiance.intake.load.ImportReport;
import io.allegiance.intake.load.RefusedExample;
import io.allegiance.wording.Counted;
import io.allegiance.wording.Printable;
import java.io.PrintWriter;
import java.util.Locale;

/** What an import did, as text. */
public final class ImportText {

    private ImportText() {}

    /**
     * Prints the summary of an import.
     *
     * @param reportingCurrency the currency of lines that name none
     * @param next what to type next
     */
    public static void print(ImportReport report, String reportingCurrency, String next, PrintWriter out) {
        printCounts(report, out);
        String content = ContentText.describe(report.content(), reportingCurrency);
        if (!content.isEmpty()) {
            out.println("the lines that can be used: " + content);
        }
        if (report.replaced() > 0) {
            out.printf(Locale.ROOT, "replaced %s that landed before%n", Counted.of(report.replaced(), "line"));
        }
        if (report.withdrawn() > 0) {
            out.printf(
                    Locale.ROOT,
                    "%s no more: the file cancels the orders%n",
                    Counted.of(report.withdrawn(), "line that landed before counts", "lines that landed before count"));
        }
        if (report.closed() > 0) {
            out.printf(
                    Locale.ROOT,
                    "%s no more%n",
                    Counted.of(
                            report.closed(),
                            "line that was rejected before waits",
                            "lines that were rejected before wait"));
        }
        if (report.futureLines() > 0) {
            out.printf(
                    Locale.ROOT,
                    "%s for the night of the day%n",
                    Counted.of(
                            report.futureLines(),
                            "line is of a day to come and waits",
                            "lines are of days to come and wait"));
        }
        if (!report.ignoredColumns().isEmpty()) {
            out.println("columns that mean nothing here: " + Printable.of(String.join(", ", report.ignoredColumns())));
        }
        if (report.rejected() > 0) {
            out.println("the rejected lines wait; 'allegiance rejects' lists them and says how to correct them");
        }
        if (report.landed() > 0) {
            out.printf(
                    Locale.ROOT,
                    "to take this import back: allegiance import --undo %d --by NAME --reason TEXT%n",
                    report.importId());
        }
        out.println("this is import " + report.importId() + "; type next: " + Printable.of(next));
    }

    /** Prints what became of the lines: the control total, and what was rejected. */
    static void printCounts(ImportReport report, PrintWriter out) {
        printFormat(report.use(), out);
        out.printf(
                Locale.ROOT,
                "lines read %d = landed %d + already landed %d%s + rejected %d%n",
                report.linesRead(),
                report.landed(),
                report.alreadyLanded(),
                report.cancelled() > 0 ? " + cancelled " + report.cancelled() : "",
                report.rejected());
        report.rejectedByReason().forEach((reason, lines) -> printRejected(report, reason, lines, out));
    }

    private static void printFormat(FormatUse use, PrintWriter out) {
        if (!use.isOwn()) {
            out.printf(
                    Locale.ROOT,
                    "format %s (%s): %s, left out %d%n",
                    use.name(),
                    use.hash(),
                    Counted.of(use.rows(), "row"),
                    use.leftOutRows());
            use.leftOut().forEach((rule, rows) -> out.printf(Locale.ROOT, "left out %d: %s%n", rows, rule));
        }
    }

    private static void printRejected(ImportReport report, RejectionReason reason, long lines, PrintWriter out) {
        out.printf(Locale.ROOT, "rejected %d %s: %s%n", lines, reason, reason.sentence());
        RefusedExample example = report.examples().get(reason);
        if (example != null) {
            out.printf(Locale.ROOT, "  such as line %d: %s%n", example.lineNumber(), Printable.quoted(example.text()));
        }
    }
}
