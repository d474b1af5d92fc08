package io.allegiance.job;

import io.allegiance.failure.UsageException;
import io.allegiance.intake.csv.ImportKind;
import io.allegiance.intake.format.FormatOptions;
import io.allegiance.intake.format.RequestedFormat;
import io.allegiance.intake.format.file.FormatFolder;
import io.allegiance.intake.load.FileImport;
import io.allegiance.intake.load.ImportProgress;
import io.allegiance.intake.load.ImportReport;
import io.allegiance.intake.load.ImportRequest;
import java.nio.file.Path;
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
    private final FormatFolder formats;

    ImportRun(ExclusiveWork exclusive, FileImport files, FormatFolder formats) {
        this.exclusive = exclusive;
        this.files = files;
        this.formats = formats;
    }

    /**
     * Lands a file of the format that a command asks for, and saves that format where it says so, once the file landed.
     *
     * @throws UsageException when the file is not a complete file of its kind and format; then nothing of it landed
     */
    public ImportReport run(ImportKind kind, Path file, boolean replace, FormatOptions options) {
        String name = options.saveAs();
        if (name != null) {
            formats.requireFree(name);
        }
        RequestedFormat format = formats.choose(options);
        ImportReport report = run(new ImportRequest(kind, file, replace, format));
        if (name != null) {
            LOG.info("import: the format is saved as {}", formats.save(name, format.chosen().orElseThrow(() -> ownFormat(file))));
        }
        return report;
    }

    private static UsageException ownFormat(Path file) {
        return new UsageException("The file " + file + " landed; it has our own format, so there is none to save.");
    }

    /**
     * Lands a file, and logs how far it is.
     *
     * @throws UsageException when the file is not a complete file of its kind; then nothing of it landed
     */
    public ImportReport run(ImportRequest request) {
        return exclusive.run(() -> files.land(request, ImportRun::log));
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
