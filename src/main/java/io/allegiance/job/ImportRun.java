package io.allegiance.job;

import io.allegiance.failure.UsageException;
import io.allegiance.intake.load.FileImport;
import io.allegiance.intake.load.ImportProgress;
import io.allegiance.intake.load.ImportReport;
import io.allegiance.intake.load.ImportRequest;
import io.allegiance.settings.Settings;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The import of a file, under the lease, so that no night reads half of it. */
@Component
public final class ImportRun {

    private static final Logger LOG = LoggerFactory.getLogger(ImportRun.class);

    private final ExclusiveWork exclusive;
    private final FileImport files;
    private final Settings settings;

    ImportRun(ExclusiveWork exclusive, FileImport files, Settings settings) {
        this.exclusive = exclusive;
        this.files = files;
        this.settings = settings;
    }

    /**
     * Lands a file, and logs how far it is. The first line of all that lands fixes zone and currency.
     *
     * @throws UsageException when the file is not a complete CSV file of its kind; then nothing of it landed
     */
    public ImportReport run(ImportRequest request) {
        return exclusive.run(() -> files.land(request, ImportRun::log, settings::fix));
    }

    private static void log(ImportProgress.Moment moment) {
        LOG.info(
                "import: {} {} lines, {} a second, {} % of the file",
                moment.phase().name().toLowerCase(Locale.ROOT),
                moment.lines(),
                moment.linesPerSecond(),
                Math.round(moment.share() * 100));
    }
}
