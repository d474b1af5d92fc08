package io.allegiance.cli.text;

import io.allegiance.intake.file.FileLineCounts;
import io.allegiance.intake.line.RejectionReason;
import java.io.PrintWriter;
import java.util.Locale;

/** What became of the lines of a file that is read without a database, as text. */
public final class FileLinesText {

    private FileLinesText() {}

    /** Prints the counts. */
    public static void print(FileLineCounts lines, String reportingCurrency, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "lines read %d = taken in %d + anonymous %d + repeated %d%s + rejected %d%n",
                lines.linesRead(),
                lines.takenIn(),
                lines.anonymous(),
                lines.repeated(),
                lines.cancelled() > 0 ? " + cancelled " + lines.cancelled() : "",
                lines.rejected());
        lines.rejectedByReason()
                .forEach((reason, count) -> out.printf(
                        Locale.ROOT, "rejected %d %s: %s%n", count, reason, sentence(reason, reportingCurrency)));
    }

    /** Two reasons mean something else where nothing landed and there are no rates. */
    private static String sentence(RejectionReason reason, String reportingCurrency) {
        return switch (reason) {
            case NO_FX_RATE ->
                "The line is not in " + reportingCurrency + ", the reporting currency; a file has no rates.";
            case CONFLICTING_CONTENT -> "The same key stood in the file before with other content.";
            default -> reason.sentence();
        };
    }
}
