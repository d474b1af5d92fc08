package io.allegiance.cli.text;

import io.allegiance.intake.format.FormatUse;
import io.allegiance.intake.load.ImportReport;
import java.io.PrintWriter;
import java.util.Locale;

/** What an import did, as text. */
public final class ImportText {

    private ImportText() {}

    private static void printFormat(FormatUse use, PrintWriter out) {
        if (!use.isOwn()) {
            out.printf(
                    Locale.ROOT,
                    "format %s (%s): %d rows, left out %d%n",
                    use.name(),
                    use.hash(),
                    use.rows(),
                    use.leftOutRows());
            use.leftOut().forEach((rule, rows) -> out.printf(Locale.ROOT, "left out %d: %s%n", rows, rule));
        }
    }

    public static void print(ImportReport report, PrintWriter out) {
        printFormat(report.use(), out);
        out.printf(
                Locale.ROOT,
                "lines read %d = landed %d + already landed %d%s + rejected %d%n",
                report.linesRead(),
                report.landed(),
                report.alreadyLanded(),
                report.cancelled() > 0 ? " + cancelled " + report.cancelled() : "",
                report.rejected());
        report.rejectedByReason()
                .forEach((reason, lines) ->
                        out.printf(Locale.ROOT, "rejected %d %s: %s%n", lines, reason, reason.sentence()));
        if (report.replaced() > 0) {
            out.printf(Locale.ROOT, "replaced %d lines that stood before%n", report.replaced());
        }
        if (report.withdrawn() > 0) {
            out.printf(
                    Locale.ROOT,
                    "%d lines that stood before count no more: the file cancels their orders%n",
                    report.withdrawn());
        }
        if (report.closed() > 0) {
            out.printf(Locale.ROOT, "%d lines that were rejected before wait no more%n", report.closed());
        }
        if (report.futureLines() > 0) {
            out.printf(Locale.ROOT, "%d lines are of days to come and wait for their night%n", report.futureLines());
        }
        if (!report.ignoredColumns().isEmpty()) {
            out.println("columns that mean nothing here: " + String.join(", ", report.ignoredColumns()));
        }
        if (report.rejected() > 0) {
            out.println("the rejected lines wait; 'allegiance rejects' lists them and says how to correct them");
        }
        if (report.landed() > 0) {
            out.printf(
                    Locale.ROOT,
                    "to take this import back: jobs/allegiance import --undo %d --by NAME --reason TEXT%n",
                    report.importId());
        }
    }
}
