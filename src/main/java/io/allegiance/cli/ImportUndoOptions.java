package io.allegiance.cli;

import io.allegiance.cli.option.OverrideOptions;
import io.allegiance.cli.text.ImportListText;
import io.allegiance.cli.text.Screen;
import io.allegiance.cli.text.UndoText;
import io.allegiance.failure.ExitCode;
import io.allegiance.intake.load.ImportEntry;
import io.allegiance.intake.load.ImportRecords;
import io.allegiance.intake.load.UndoReport;
import io.allegiance.job.UndoRun;
import io.allegiance.platform.Json;
import io.allegiance.run.Decision;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of {@code import} that land nothing: they list imports, and take one back. */
final class ImportUndoOptions {

    /** The list is for finding a recent import; {@code --json} has all. */
    private static final int MOST_LISTED = 50;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--undo",
            paramLabel = "FILE-ID",
            description = "take back what the import of this number landed; --list has the numbers")
    private @Nullable Long undo;

    @Mixin
    private OverrideOptions who = new OverrideOptions();

    @Option(names = "--dry-run", description = "with --undo: say what would be taken back, and write nothing")
    private boolean dryRun;

    @Option(names = "--list", description = "list the imports, newest first")
    private boolean list;

    @Option(names = "--json", description = "with --list: all imports, as JSON")
    private boolean json;

    /** Returns whether the command is to list or take back, and not to land. */
    boolean isGiven() {
        if (undo == null && dryRun) {
            throw new ParameterException(spec.commandLine(), "--dry-run belongs to --undo FILE-ID");
        }
        if (!list && json) {
            throw new ParameterException(spec.commandLine(), "--json belongs to --list");
        }
        if (undo == null) {
            who.refuseWithout("--undo FILE-ID");
        }
        if (undo != null && list) {
            throw new ParameterException(spec.commandLine(), "--undo and --list are two commands; give one of them");
        }
        return undo != null || list;
    }

    /** Lists, or takes back. */
    int run(ApplicationSession session) {
        PrintWriter out = spec.commandLine().getOut();
        Long importId = undo;
        if (importId == null) {
            List<ImportEntry> imports = session.execute(
                    ImportRecords.class, records -> records.list(json ? Integer.MAX_VALUE : MOST_LISTED));
            print(imports, session.zone(), out);
        } else {
            UndoText.print(undo(session, importId), out);
        }
        return ExitCode.DONE.code();
    }

    private UndoReport undo(ApplicationSession session, long importId) {
        if (dryRun) {
            return session.execute(UndoRun.class, run -> run.preview(importId));
        }
        Decision decision = who.require("--undo");
        return session.executeForReaders(UndoRun.class, run -> run.run(importId, decision));
    }

    private void print(List<ImportEntry> imports, ZoneId zone, PrintWriter out) {
        if (json) {
            Screen.unfolded(out).println(Json.writeLine(imports));
        } else {
            ImportListText.print(imports, zone, out);
        }
    }
}
