package io.allegiance.cli.text;

import io.allegiance.intake.load.ImportEntry;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The imports, newest first, as text. */
public final class ImportListText {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private ImportListText() {}

    /**
     * Prints one line for each import.
     *
     * @param zone of the times
     */
    public static void print(List<ImportEntry> imports, ZoneId zone, PrintWriter out) {
        if (imports.isEmpty()) {
            out.println("no file was imported yet");
            return;
        }
        TextTable table = new TextTable(
                "",
                new TextTable.Column("id", 6),
                new TextTable.Column("kind", -11),
                new TextTable.Column("when in " + zone.getId(), -16),
                new TextTable.Column("landed", 12),
                new TextTable.Column("rejected", 9),
                new TextTable.Column("state", -8),
                new TextTable.Column("file", -1));
        imports.forEach(each -> table.addRow(
                each.importId(),
                each.kind(),
                MINUTE.format(each.startedAt().atOffset(ZoneOffset.UTC).atZoneSameInstant(zone)),
                each.landed(),
                each.rejected(),
                state(each),
                each.file()));
        table.print(out);
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
