package io.allegiance.cli.text;

import io.allegiance.intake.load.ReplayReport;
import io.allegiance.job.ReplayRun;
import io.allegiance.wording.Counted;
import java.io.PrintWriter;
import java.util.Locale;

/** What a replay did, as text. */
public final class ReplayText {

    private ReplayText() {}

    public static void print(ReplayRun.Outcome outcome, PrintWriter out) {
        print(outcome.files(), out);
        if (outcome.source().lines() > 0) {
            out.printf(
                    Locale.ROOT,
                    "source_transaction has %s too; the next night reads %s again%n",
                    Counted.of(outcome.source().lines(), "line that waits", "lines that wait"),
                    Counted.of(outcome.source().days(), "day"));
        }
        if (!outcome.isDone()) {
            out.println("'allegiance rejects' lists what waits");
        }
    }

    private static void print(ReplayReport files, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "lines tried %d = landed %d + already landed %d + still waiting %d%n",
                files.linesTried(),
                files.landed(),
                files.alreadyLanded(),
                files.stillWaiting());
        files.waitingByReason()
                .forEach((reason, lines) ->
                        out.printf(Locale.ROOT, "still waiting %d %s: %s%n", lines, reason, reason.mend()));
        if (files.untried() > 0) {
            out.printf(
                    Locale.ROOT,
                    "%s not kept whole, or came before headers were kept; only the corrected file can resolve"
                            + " that%n",
                    Counted.of(files.untried(), "of them is", "of them are"));
        }
    }
}
