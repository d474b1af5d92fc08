package io.allegiance.intake;

import io.allegiance.failure.RetryableException;
import io.allegiance.failure.UsageException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lands a file, whatever its size, in two passes: the first finds out whether it is a whole CSV file of its kind, so
 * that a file that is none lands nothing, and numbers the lines that say the same; the second lands it in chunks of a
 * transaction each. Killed anywhere, the same command again lands the rest and nothing twice.
 */
@Component
public final class FileImport {

    private final DataSource dataSource;
    private final TransactionTemplate transactions;
    private final IntakeSettings settings;
    private final Clock clock;
    private final ImportLog log;

    /**
     * @param transactions over the same data source
     * @param clock tells when the import ran and which lines are about a day to come; it decides nothing else
     */
    public FileImport(DataSource dataSource, TransactionTemplate transactions, IntakeSettings settings, Clock clock) {
        this.dataSource = dataSource;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
        this.log = new ImportLog(dataSource);
    }

    /**
     * Lands a file.
     *
     * @throws UsageException when the file is no whole CSV file of its kind; then nothing of it landed
     * @throws RetryableException when the file changed or could not be read to its end meanwhile
     */
    public ImportReport land(ImportRequest request, ImportProgress progress) {
        return switch (request.kind()) {
            case TRANSACTION ->
                land(new TransactionFeed(settings, new TransactionLines(dataSource)), request, progress);
            case REFERRAL -> land(new ReferralFeed(settings, dataSource), request, progress);
            case INCIDENT -> land(new IncidentFeed(settings, dataSource), request, progress);
            case FX -> land(new FxFeed(settings, dataSource), request, progress);
            case MANIFEST -> land(new ManifestFeed(settings, dataSource), request, progress);
        };
    }

    private <L> ImportReport land(Feed<L> feed, ImportRequest request, ImportProgress progress) {
        try (EqualLines equals = new EqualLines(Path.of(System.getProperty("java.io.tmpdir")))) {
            long lines = new FirstPass(feed, request, equals).run(progress, clock);
            ImportReport report = new SecondPass<>(feed, equals, start(request)).run(request.file(), progress, clock);
            if (report.linesRead() != lines) {
                throw new RetryableException("The file " + request.file()
                        + " changed while it was read; run the command again, which lands nothing twice.");
            }
            transactions.executeWithoutResult(status -> log.finish(report.importId(), now()));
            return report;
        }
    }

    private SecondPass.Target start(ImportRequest request) {
        Long importId = transactions.execute(status -> log.start(request.kind(), request.file(), now()));
        Feed.Landing landing = new Feed.Landing(Objects.requireNonNull(importId), request.replace());
        return new SecondPass.Target(transactions, log, landing, LocalDate.now(clock.withZone(settings.zone())));
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock.withZone(settings.zone()));
    }
}
