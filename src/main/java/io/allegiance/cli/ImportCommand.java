package io.allegiance.cli;

import io.allegiance.cli.option.FormatArguments;
import io.allegiance.cli.option.LayoutOptions;
import io.allegiance.cli.text.ImportText;
import io.allegiance.failure.ExitCode;
import io.allegiance.intake.container.StoredFile;
import io.allegiance.intake.container.TemporaryCopy;
import io.allegiance.intake.csv.ImportKind;
import io.allegiance.intake.csv.InputFile;
import io.allegiance.job.ImportRun;
import io.allegiance.wording.Printable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code import}: lands files. */
@Command(
        name = "import",
        description = "Land files: CSV or Excel's .xlsx, plain, gzipped or alone in a zip."
                + " A line that landed before lands nothing.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ImportCommand implements Callable<Integer> {

    private final ApplicationSession session;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            defaultValue = "transaction",
            description = "transaction (the default), referral, incident, fx or manifest; with --help, its columns")
    private ImportKind kind = ImportKind.TRANSACTION;

    @Option(
            names = "--replace",
            description = "what the file says replaces what landed before, and what waits because it was rejected")
    private boolean replace;

    @Option(
            names = "--preview",
            description =
                    "land nothing, and say what the file would be taken for, what would be refused and what to type")
    private boolean preview;

    @Mixin
    private FormatArguments format = new FormatArguments();

    @Mixin
    private ImportUndoOptions undo = new ImportUndoOptions();

    @Mixin
    private LayoutOptions layout = new LayoutOptions();

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = "files, each an import of its own in this order; - is standard input")
    private List<Path> files = List.of();

    ImportCommand(ApplicationSession session) {
        this.session = session;
    }

    /** The kind of the command line, also where it asks for help alone. */
    ImportKind kind() {
        return kind;
    }

    @Override
    public Integer call() throws IOException {
        if (undo.isGiven()) {
            requireNoFile();
            return undo.run(session);
        }
        requireFile();
        requireDifferentFiles();
        // Before a database starts, and before any of several files lands.
        files.stream().filter(file -> !isStandardInput(file)).forEach(StoredFile::requireReadable);
        boolean piped = files.stream().anyMatch(ImportCommand::isStandardInput);
        try (TemporaryCopy stdin = piped ? StandardInput.copy(session) : null) {
            List<InputFile> inputs =
                    files.stream().map(file -> input(file, stdin)).toList();
            ImportRun.Files all = new ImportRun.Files(kind, inputs, replace, format.toOptions(kind));
            return preview ? new ImportPreview(session, spec.commandLine()).print(all) : land(all);
        }
    }

    private void requireDifferentFiles() {
        Set<Path> seen = new HashSet<>();
        for (Path file : files) {
            if (!seen.add(file.toAbsolutePath().normalize())) {
                throw new ParameterException(spec.commandLine(), "the file " + file + " is named twice");
            }
        }
    }

    private static boolean isStandardInput(Path file) {
        return file.equals(Path.of(StandardInput.ARGUMENT));
    }

    private InputFile input(Path file, @Nullable TemporaryCopy stdin) {
        Path source = stdin != null && isStandardInput(file) ? stdin.file() : file;
        return new InputFile(source, layout.layout());
    }

    private Integer land(ImportRun.Files all) {
        List<ImportWork.Done> done = new ArrayList<>();
        try {
            session.execute(ImportWork.class, work -> {
                work.runAll(all, each -> {
                    done.add(each);
                    print(each);
                });
                return done.size();
            });
        } catch (RuntimeException e) {
            tellHowFar(done.size());
            throw e;
        }
        boolean rejected = done.stream().anyMatch(each -> each.report().rejected() > 0);
        return (rejected ? ExitCode.DONE_WITH_REJECTIONS : ExitCode.DONE).code();
    }

    private void print(ImportWork.Done done) {
        PrintWriter out = spec.commandLine().getOut();
        if (files.size() > 1) {
            out.println(Printable.of(done.input().path().getFileName().toString()) + ":");
        }
        ImportText.print(done.report(), done.reportingCurrency(), done.next(), out);
    }

    /** Says which of several files landed when one of them failed; the failure itself is told after it. */
    private void tellHowFar(int landed) {
        if (landed > 0 && landed < files.size()) {
            List<String> names = files.stream()
                    .map(file -> isStandardInput(file) ? StandardInput.NAME : Printable.of(file.toString()))
                    .toList();
            session.tell(
                    spec.commandLine().getErr(),
                    "landed: " + list(names.subList(0, landed)) + "; failed: " + names.get(landed) + "; not begun: "
                            + list(names.subList(landed + 1, names.size())));
        }
    }

    private static String list(List<String> names) {
        return names.isEmpty() ? "none" : String.join(", ", names);
    }

    private void requireFile() {
        if (files.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Missing required parameter: 'FILE'");
        }
    }

    private void requireNoFile() {
        if (!files.isEmpty() || replace || preview) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--undo and --list land nothing, so they take no FILE, no --replace and no --preview");
        }
    }
}
