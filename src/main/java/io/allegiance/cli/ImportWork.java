package io.allegiance.cli;

import io.allegiance.intake.load.ImportReport;
import io.allegiance.intake.load.ImportRequest;
import io.allegiance.job.ImportRun;
import io.allegiance.settings.BusinessSettings;
import io.allegiance.status.AfterImport;

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

    Done run(ImportRequest request) {
        ImportReport report = imports.run(request);
        return new Done(report, settings.reportingCurrency(), after.advise(request.kind(), report));
    }
}
