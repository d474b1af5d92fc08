package io.allegiance.intake.load;

import io.allegiance.intake.csv.CsvLine;
import io.allegiance.intake.csv.FileForm;
import io.allegiance.intake.csv.Header;
import io.allegiance.intake.csv.LineFields;
import io.allegiance.intake.feed.DuplicateNumbering;
import io.allegiance.intake.feed.Feed;
import io.allegiance.intake.format.FormatUse;
import io.allegiance.intake.format.FormattedFile;
import io.allegiance.intake.line.RejectedLineException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Validates that a file is a complete CSV file of its kind of which something can be used, and counts duplicate lines. It
 * stays silent about single bad lines: the second pass rejects them.
 */
final class ValidationPass {

    private static final Logger LOG = LoggerFactory.getLogger(ValidationPass.class);

    private final Feed<?> feed;
    private final ImportRequest request;
    private final ZoneId zone;
    private final DuplicateNumbering equals;

    ValidationPass(Feed<?> feed, ImportRequest request, ZoneId zone, DuplicateNumbering equals) {
        this.feed = feed;
        this.request = request;
        this.zone = zone;
        this.equals = equals;
    }

    /** The result. */
    record Survey(Header header, FormatUse use, long lines) {}

    Survey run(ImportProgress progress, Clock clock) {
        ProgressTicker pace = new ProgressTicker(progress, ImportProgress.Phase.CHECKING, clock);
        FirstLook<?> look = new FirstLook<>(feed, request);
        Header header;
        FormatUse use;
        try (FormattedFile file = FormattedFile.open(request.input(), feed.kind(), request.format(), zone)) {
            header = file.header();
            logForm(file.form());
            Optional<CsvLine> line = file.next();
            while (line.isPresent()) {
                survey(header, line.get());
                look.addLine(file, line.get());
                pace.line(file);
                line = file.next();
            }
            use = file.use();
        }
        look.requireUsable();
        equals.count();
        pace.end();
        return new Survey(header, use, pace.lines());
    }

    private void logForm(FileForm form) {
        if (!form.isOurs()) {
            LOG.info("import: {} is taken for {}", request.file(), form.describe());
        }
    }

    private void survey(Header header, CsvLine line) {
        try {
            feed.survey(new LineFields(header, line), line.place(), equals);
        } catch (RejectedLineException e) {
            // A line without a number among its duplicates: the second pass reports why.
            return;
        }
    }
}
