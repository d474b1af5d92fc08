package io.allegiance.cli;

import io.allegiance.intake.csv.InputFile;
import io.allegiance.intake.load.ImportReport;
import io.allegiance.job.ImportRun;
import io.allegiance.settings.BusinessSettings;
import io.allegiance.status.AfterImport;
import java.util.function.Consumer;

/**
 * Imports with what their summaries say beside their counts.
 *
 * @param imports lands files
 * @param after knows the next command
 * @param settings zone and reporting currency
 */
record ImportWork(ImportRun imports, AfterImport after, BusinessSettings settings) {

    /**
     * What an import did.
     *
     * @param input its file
     * @param report its counts
     * @param reportingCurrency the currency of lines that name none
     * @param next the command to type next
     */
    record Done(InputFile input, ImportReport report, String reportingCurrency, String next) {}

    /** Lands files one after the other, and passes on what each import did when it has ended. */
    void runAll(ImportRun.Files files, Consumer<Done> landed) {
        imports.runAll(
                files,
                (input, report) -> landed.accept(
                        new Done(input, report, settings.reportingCurrency(), after.advise(files.kind(), report))));
    }
}
