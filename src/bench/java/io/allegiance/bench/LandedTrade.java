package io.allegiance.bench;

import io.allegiance.intake.csv.ImportKind;
import io.allegiance.intake.load.FileImport;
import io.allegiance.intake.load.ImportProgress;
import io.allegiance.intake.load.ImportReport;
import io.allegiance.intake.load.ImportRequest;
import io.allegiance.job.lease.Lease;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;

/** Lands files of made-up trade, of which every line must land. */
final class LandedTrade {

    /** The receipts of a quiet day that land: those whose number this divides. */
    private static final int QUIET = 3;

    private final ApplicationContext program;

    LandedTrade(ApplicationContext program) {
        this.program = program;
    }

    /** Lands a file, and gives its number of lines. */
    long land(Path csv) {
        return program.getBean(Lease.class).hold(() -> {
            ImportReport report = program.getBean(FileImport.class)
                    .land(new ImportRequest(ImportKind.TRANSACTION, csv, false), ImportProgress.NONE);
            if (report.landed() != report.linesRead()) {
                throw new IllegalStateException("not every line landed: " + report);
            }
            return report.landed();
        });
    }

    /** Lands the receipts of a file whose number can be divided. */
    void landQuietDay(Path csv) throws IOException {
        Path kept = csv.resolveSibling("quiet-day.csv");
        try (Stream<String> lines = Files.lines(csv)) {
            Files.write(
                    kept,
                    (Iterable<String>)
                            lines.filter(line -> line.startsWith("transaction_id") || isOneIn(QUIET, line))::iterator);
        }
        land(kept);
        Files.delete(kept);
    }

    private static boolean isOneIn(int share, String line) {
        String digits = line.substring(0, line.indexOf(',')).replaceAll("-R$", "");
        return Integer.parseInt(digits.substring(digits.lastIndexOf('-') + 1)) % share == 0;
    }
}
