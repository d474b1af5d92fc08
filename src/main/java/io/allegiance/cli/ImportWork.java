package io.allegiance.cli;

import io.allegiance.intake.csv.ImportKind;
import io.allegiance.intake.format.FormatOptions;
import io.allegiance.intake.load.ImportReport;
import io.allegiance.job.ImportRun;
import io.allegiance.settings.BusinessSettings;
import io.allegiance.status.AfterImport;
import java.nio.file.Path;

/**
 * An import with what its summary says beside its counts.
 *
 * @param imports lands a file
 * @param after knows the next command
 * @param settings zone and reporting currency
 */
record ImportWork(ImportRun imports, AfterImport after, BusinessSettings settings) {

    /**
     * What an import did.
     *
     * @param report its counts
     * @param reportingCurrency the currency of lines that name none
     * @param next the command to type next
     */
    record Done(ImportReport report, String reportingCurrency, String next) {}

    Done run(ImportKind kind, Path file, boolean replace, FormatOptions options) {
        ImportReport report = imports.run(kind, file, replace, options);
        return new Done(report, settings.reportingCurrency(), after.advise(kind, report));
    }
}
