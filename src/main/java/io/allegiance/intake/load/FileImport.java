package io.allegiance.intake.load;

import io.allegiance.failure.RetryableException;
import io.allegiance.failure.UsageException;
import io.allegiance.intake.feed.DuplicateNumbering;
import io.allegiance.intake.feed.Feed;
import io.allegiance.intake.feed.Feeds;
import io.allegiance.intake.line.IntakeSettings;
import io.allegiance.intake.quarantine.QuarantinedLines;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lands a file of any size in two passes: the first validates that it is a complete CSV file of its kind, so
 * that an invalid file lands nothing, and numbers duplicate lines; the second lands it in chunks of a
 * transaction each. Killed anywhere, the same command again lands the rest and nothing twice.
 */
@Component
public final class FileImport {

    private final TransactionTemplate transactions;
    private final IntakeSettings settings;
    private final Clock clock;
    private final Feeds feeds;
    private final ImportLog log;
    private final QuarantinedLines waiting;

    /**
     * @param transactions over the same data source
     * @param clock gives the time of the import and decides which lines are of a future day; it decides nothing else
     */
    public FileImport(DataSource dataSource, TransactionTemplate transactions, IntakeSettings settings, Clock clock) {
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
        this.feeds = new Feeds(settings, dataSource);
        this.log = new ImportLog(dataSource);
        this.waiting = new QuarantinedLines(dataSource);
    }

    /**
     * Lands a file.
     *
     * @throws UsageException when the file is not a complete CSV file of its kind; then nothing of it has landed
     * @throws RetryableException when the file changed or could not be read to its end meanwhile
     */
    public ImportReport land(ImportRequest request, ImportProgress progress) {
        return land(feeds.open(request.kind()), request, progress);
    }

    private <L> ImportReport land(Feed<L> feed, ImportRequest request, ImportProgress progress) {
        try (DuplicateNumbering equals = new DuplicateNumbering(Path.of(System.getProperty("java.io.tmpdir")))) {
            ValidationPass.Survey survey =
                    new ValidationPass(feed, request, settings.zone(), equals).run(progress, clock);
            LoadPass.Target target = start(request, survey);
            LoadPass<L> pass = new LoadPass<>(feed, equals, target);
            if (pass.run(request, settings.zone(), progress, clock) != survey.lines()) {
                throw new RetryableException("The file " + request.file()
                        + " changed while it was read; run the command again, which lands nothing twice.");
            }
            return pass.finish(now());
        }
    }

    private LoadPass.Target start(ImportRequest request, ValidationPass.Survey survey) {
        Long importId = transactions.execute(status -> log.start(request.file(), survey.header(), survey.use(), now()));
        Feed.Landing landing = new Feed.Landing(Objects.requireNonNull(importId), request.replace());
        LocalDate today = LocalDate.now(clock.withZone(settings.zone()));
        return new LoadPass.Target(transactions, log, waiting, landing, survey.header(), today);
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock.withZone(settings.zone()));
    }
}
