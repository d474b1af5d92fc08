package io.allegiance.cli;

import io.allegiance.failure.ExitCode;
import io.allegiance.intake.csv.ImportKind;
import io.allegiance.intake.load.FileImport;
import io.allegiance.intake.load.ImportProgress;
import io.allegiance.intake.load.ImportReport;
import io.allegiance.intake.load.ImportRequest;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code import}: lands a file. */
@Command(
        name = "import",
        description = "Land a CSV file, gzipped or not. A line that landed before lands nothing.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ImportCommand implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(ImportCommand.class);

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

    @Parameters(paramLabel = "FILE", description = "a CSV file, .gz or not")
    private Path file = Path.of("");

    ImportCommand(ApplicationSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        ImportReport report = session.with(context -> land(context, new ImportRequest(kind, file, replace)));
        print(report, spec.commandLine().getOut());
        return (report.rejected() > 0 ? ExitCode.DONE_WITH_REJECTIONS : ExitCode.DONE).code();
    }

    /** Lands a file under the lease, so that no night reads half of it. */
    static ImportReport land(ApplicationContext context, ImportRequest request) {
        return ApplicationSession.underLease(
                context, running -> running.getBean(FileImport.class).land(request, ImportCommand::log));
    }

    private static void log(ImportProgress.Moment moment) {
        LOG.info(
                "import: {} {} lines, {} a second, {} % of the file",
                moment.phase().name().toLowerCase(Locale.ROOT),
                moment.lines(),
                moment.linesPerSecond(),
                Math.round(moment.share() * 100));
    }

    private static void print(ImportReport report, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "lines read %d = landed %d + already landed %d + rejected %d%n",
                report.linesRead(),
                report.landed(),
                report.alreadyLanded(),
                report.rejected());
        report.rejectedByReason()
                .forEach((reason, lines) ->
                        out.printf(Locale.ROOT, "rejected %d %s: %s%n", lines, reason, reason.sentence()));
        if (report.replaced() > 0) {
            out.printf(Locale.ROOT, "replaced %d lines that stood before%n", report.replaced());
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
            out.println("the rejected lines wait; 'allegiance rejects' lists them and says how to mend them");
        }
    }
}
