package io.allegiance.cli.text;

import io.allegiance.intake.feed.FileContent;
import io.allegiance.intake.format.FormatUse;
import io.allegiance.intake.line.IntakeSettings;
import io.allegiance.intake.line.RejectionReason;
import io.allegiance.intake.line.TransactionLine;
import io.allegiance.intake.load.RefusedExample;
import io.allegiance.intake.preview.FilePreview;
import io.allegiance.purchase.Money;
import io.allegiance.wording.Counted;
import io.allegiance.wording.Printable;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What an import would make of a file, as text. */
public final class PreviewText {

    private static final String ROW = "  %-20s %-19s %-8s %12s %-8s %s%n";
    private static final int WIDTH = 20;

    private final PrintWriter out;

    public PreviewText(PrintWriter out) {
        this.out = out;
    }

    /**
     * Prints a preview.
     *
     * @param file its name
     * @param settings zone and reporting currency
     * @param command imports the file
     */
    public void print(FilePreview preview, String file, IntakeSettings settings, String command) {
        printColumns(preview, file);
        printLines(preview.first(), settings);
        printCounts(preview, settings);
        preview.refused().forEach((reason, lines) -> printRefused(preview, reason, lines));
        preview.doubts().forEach(doubt -> out.println("to decide: " + Printable.of(doubt)));
        out.println((preview.doubts().isEmpty() ? "type next: " : "type next, with what is decided: ")
                + Printable.of(command));
    }

    private void printColumns(FilePreview preview, String file) {
        FormatUse use = preview.use();
        out.printf(
                Locale.ROOT,
                "%s: %s%n",
                Printable.of(file),
                Printable.of(preview.form().describe()));
        if (use.isOwn()) {
            out.println("format: our own, with the columns " + String.join(", ", preview.sources()));
        } else {
            out.printf(Locale.ROOT, "format: %s (%s)%n", use.name(), use.hash());
            preview.sources().forEach(source -> out.println("  " + Printable.of(source)));
        }
        if (!preview.unused().isEmpty()) {
            out.println("columns that nothing is read from: " + Printable.of(String.join(", ", preview.unused())));
        }
    }

    private void printLines(List<TransactionLine> lines, IntakeSettings settings) {
        if (lines.isEmpty()) {
            return;
        }
        out.println("the first lines, as they are understood:");
        out.printf(Locale.ROOT, ROW, "customer", "time", "type", "amount", "currency", "product");
        for (TransactionLine line : lines) {
            out.printf(
                    Locale.ROOT,
                    ROW,
                    line.customerId().isEmpty() ? "(anonymous)" : shortened(line.customerId()),
                    line.occurredAt().toString().replace('T', ' '),
                    line.type(),
                    line.amount() == Money.UNKNOWN ? "(unknown)" : Money.format(line.amount()),
                    line.currency().isEmpty() ? settings.reportingCurrency() : line.currency(),
                    shortened(line.product()));
        }
    }

    private static String shortened(String text) {
        String shown = Printable.of(text);
        return shown.codePointCount(0, shown.length()) <= WIDTH
                ? shown
                : shown.substring(0, shown.offsetByCodePoints(0, WIDTH - 1)) + "~";
    }

    private void printCounts(FilePreview preview, IntakeSettings settings) {
        FormatUse use = preview.use();
        if (use.leftOutRows() > 0) {
            out.printf(
                    Locale.ROOT,
                    "%s left out: %s%n",
                    Counted.of(use.leftOutRows(), "row"),
                    use.leftOut().entrySet().stream()
                            .map(each -> each.getKey() + " " + each.getValue())
                            .collect(Collectors.joining(", ")));
        }
        out.printf(
                Locale.ROOT,
                "%s can be used, %d would be refused%n",
                Counted.of(preview.usable(), "line"),
                preview.refusedLines());
        FileContent content = preview.content();
        if (content.firstDay() != null) {
            out.println("the lines that can be used: " + ContentText.describe(content, settings.reportingCurrency()));
        }
        printCurrencies(content, settings.reportingCurrency());
    }

    private void printCurrencies(FileContent content, String reportingCurrency) {
        content.findOnlyForeignCurrency()
                .ifPresentOrElse(
                        only -> out.printf(
                                Locale.ROOT,
                                "to decide: every line is in %s, and the reporting currency is %s: set"
                                        + " allegiance.reporting-currency in jobs/nightly.yaml before the first import, or type"
                                        + " 'score FILE --currency %s', where that is another%n",
                                only,
                                reportingCurrency,
                                only),
                        () -> printForeign(content, reportingCurrency));
    }

    private void printForeign(FileContent content, String reportingCurrency) {
        String others = content.trade().keySet().stream()
                .filter(currency -> !currency.isEmpty())
                .collect(Collectors.joining(", "));
        if (!others.isEmpty()) {
            out.printf(
                    Locale.ROOT,
                    "amounts in %s need rates to %s: allegiance import --kind fx FILE%n",
                    others,
                    reportingCurrency);
        }
    }

    private void printRefused(FilePreview preview, RejectionReason reason, long lines) {
        out.printf(Locale.ROOT, "would be refused %d %s: %s%n", lines, reason, reason.sentence());
        RefusedExample example = preview.examples().get(reason);
        if (example != null) {
            out.printf(Locale.ROOT, "  such as line %d: %s%n", example.lineNumber(), Printable.quoted(example.text()));
        }
    }
}
