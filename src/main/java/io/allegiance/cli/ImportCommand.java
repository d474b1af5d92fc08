package io.allegiance.cli;

import io.allegiance.cli.option.LayoutOptions;
import io.allegiance.cli.text.ImportText;
import io.allegiance.failure.ExitCode;
import io.allegiance.intake.container.StoredFile;
import io.allegiance.intake.container.TemporaryCopy;
import io.allegiance.intake.csv.ImportKind;
import io.allegiance.intake.csv.InputFile;
import io.allegiance.intake.load.ImportReport;
import io.allegiance.intake.load.ImportRequest;
import io.allegiance.job.ImportRun;
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
            description = "transaction (the default), referral, incident, fx or manifest")
    private ImportKind kind = ImportKind.TRANSACTION;

    @Option(
            names = "--replace",
            description = "what the file says replaces what landed before, and what waits because it was rejected")
    private boolean replace;

    @Mixin
    private LayoutOptions layout = new LayoutOptions();

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "files, each an import of its own in this order; - is standard input")
    private List<Path> files = List.of();

    ImportCommand(ApplicationSession session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        requireDifferentFiles();
        // Before a database starts, and before any of several files lands.
        files.stream().filter(file -> !isStandardInput(file)).forEach(StoredFile::requireReadable);
        boolean piped = files.stream().anyMatch(ImportCommand::isStandardInput);
        try (TemporaryCopy stdin = piped ? StandardInput.copy(session) : null) {
            return land(files.stream().map(file -> request(file, stdin)).toList());
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

    private ImportRequest request(Path file, @Nullable TemporaryCopy stdin) {
        Path source = stdin != null && isStandardInput(file) ? stdin.file() : file;
        return new ImportRequest(kind, new InputFile(source, layout.layout()), replace);
    }

    private Integer land(List<ImportRequest> requests) {
        List<ImportReport> reports = new ArrayList<>();
        try {
            session.execute(ImportRun.class, imports -> {
                imports.runAll(requests, (request, report) -> {
                    reports.add(report);
                    print(request, report);
                });
                return reports.size();
            });
        } catch (RuntimeException e) {
            tellHowFar(reports.size());
            throw e;
        }
        boolean rejected = reports.stream().anyMatch(report -> report.rejected() > 0);
        return (rejected ? ExitCode.DONE_WITH_REJECTIONS : ExitCode.DONE).code();
    }

    private void print(ImportRequest request, ImportReport report) {
        PrintWriter out = spec.commandLine().getOut();
        if (files.size() > 1) {
            out.println(request.file().getFileName() + ":");
        }
        ImportText.print(report, out);
    }

    /** Says which of several files landed when one of them failed; the failure itself is told after it. */
    private void tellHowFar(int landed) {
        if (landed > 0 && landed < files.size()) {
            List<String> names = files.stream()
                    .map(file -> isStandardInput(file) ? StandardInput.NAME : file.toString())
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
}
