package io.allegiance.job;

import io.allegiance.failure.UsageException;
import io.allegiance.intake.load.FileImport;
import io.allegiance.intake.load.ImportProgress;
import io.allegiance.intake.load.ImportReport;
import io.allegiance.intake.load.ImportRequest;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The import of a file, under the lease, so that no night reads half of it. */
@Component
public final class ImportRun {

    private static final Logger LOG = LoggerFactory.getLogger(ImportRun.class);

    private final ExclusiveWork exclusive;
    private final FileImport files;

    ImportRun(ExclusiveWork exclusive, FileImport files) {
        this.exclusive = exclusive;
        this.files = files;
    }

    /**
     * Lands a file, and logs how far it is.
     *
     * @throws UsageException when the file is not a complete CSV file of its kind; then nothing of it landed
     */
    public ImportReport run(ImportRequest request) {
        return exclusive.run(() -> files.land(request, ImportRun::log));
    }

    /**
     * Lands files one after the other, each as an import of its own; the first that fails ends it, and what landed
     * before stays.
     *
     * @param landed is told of each import when it has ended
     * @throws UsageException when a file is not a complete file of its kind; then nothing of it landed
     */
    public void runAll(List<ImportRequest> requests, BiConsumer<ImportRequest, ImportReport> landed) {
        exclusive.run(() -> {
            requests.forEach(request -> landed.accept(request, files.land(request, ImportRun::log)));
            return requests.size();
        });
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
