package io.allegiance.cli.text;

import io.allegiance.intake.load.ImportEntry;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** The imports, newest first, as text. */
public final class ImportListText {

    private ImportListText() {}

    /** Prints one line for each import. */
    public static void print(List<ImportEntry> imports, PrintWriter out) {
        if (imports.isEmpty()) {
            out.println("no file was imported yet");
            return;
        }
        out.printf(
                Locale.ROOT,
                "%6s  %-11s  %-16s  %12s  %9s  %-8s  %s%n",
                "id",
                "kind",
                "when",
                "landed",
                "rejected",
                "state",
                "file");
        imports.forEach(each -> out.printf(
                Locale.ROOT,
                "%6d  %-11s  %-16.16s  %12d  %9d  %-8s  %s%n",
                each.importId(),
                each.kind(),
                each.startedAt().toString().replace('T', ' '),
                each.landed(),
                each.rejected(),
                state(each),
                each.file()));
    }

    private static String state(ImportEntry entry) {
        if (entry.undoneAt() != null) {
            return "undone";
        }
        if (entry.undoStartedAt() != null) {
            return "undoing";
        }
        return entry.finishedAt() == null ? "cut off" : "landed";
    }
}
