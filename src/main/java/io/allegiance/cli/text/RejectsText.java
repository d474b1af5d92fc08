package io.allegiance.cli.text;

import io.allegiance.intake.line.RejectionReason;
import io.allegiance.intake.quarantine.Quarantine;
import io.allegiance.intake.quarantine.QuarantineCount;
import io.allegiance.intake.quarantine.RejectedFileLine;
import io.allegiance.intake.quarantine.RejectedSourceLine;
import io.allegiance.wording.Printable;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Prints the quarantined lines for a person: their place, and of lines of files the text that was refused. */
public final class RejectsText {

    private static final long MOST_LINES = 50;

    private final PrintWriter out;

    public RejectsText(PrintWriter out) {
        this.out = out;
    }

    public void print(List<QuarantineCount> counts, Quarantine quarantine, @Nullable RejectionReason reason) {
        if (counts.isEmpty()) {
            out.println("no line waits" + (reason == null ? "" : " for " + reason));
            return;
        }
        counts.forEach(this::print);
        long ofFiles = counts.stream().mapToLong(QuarantineCount::ofFiles).sum();
        long ofSource = counts.stream().mapToLong(QuarantineCount::ofSource).sum();
        if (ofFiles > 0) {
            out.printf(
                    "%n%d of files; correct them there and import the files again, with --replace where they have transaction"
                            + " ids%n",
                    ofFiles);
            quarantine.forEachLineOfFiles(reason, MOST_LINES, this::print);
            printMore(ofFiles);
        }
        if (ofSource > 0) {
            out.printf(
                    "%n%d of source_transaction; correct your tables, or the rate, and the next night sees it%n",
                    ofSource);
            quarantine.forEachLineOfSource(reason, MOST_LINES, this::print);
            printMore(ofSource);
        }
        out.printf("%nWhere a rule was wrong and not the lines: allegiance replay%n");
        if (ofFiles > 0) {
            out.printf(
                    "Where the scores may do without a line of a file, or without all of an import: allegiance rejects"
                            + " --close ID --by NAME --reason TEXT%n");
        }
    }

    private void print(QuarantineCount count) {
        out.printf(
                Locale.ROOT,
                "%7d  %s: %s%n",
                count.lines(),
                count.reason(),
                count.reason().sentence());
        out.printf(Locale.ROOT, "%7s  %s%n", "", count.reason().mend());
    }

    private void print(RejectedFileLine line) {
        out.printf(
                Locale.ROOT,
                "  %s  %s line %d  %s  %s: %s%n",
                line.id(),
                Printable.of(line.fileName()),
                line.lineNumber(),
                line.reason(),
                Printable.of(line.detail()),
                Printable.quoted(line.refused()));
    }

    private void print(RejectedSourceLine line) {
        String transaction = line.transactionId().isEmpty() ? "(no id)" : line.transactionId();
        String key = line.lineKey().isEmpty() ? "(no key)" : line.lineKey();
        out.printf(
                Locale.ROOT,
                "  %s  transaction %s line %s  %s%n",
                line.businessDate(),
                Printable.of(transaction),
                Printable.of(key),
                line.reason());
    }

    private void printMore(long all) {
        if (all > MOST_LINES) {
            out.printf(Locale.ROOT, "  and %d more; 'allegiance rejects --json' has all%n", all - MOST_LINES);
        }
    }
}
