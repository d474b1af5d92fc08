package io.allegiance.publish;

import io.allegiance.failure.RetryableException;
import io.allegiance.failure.UsageException;
import io.allegiance.scoring.CustomerScore;
import io.allegiance.scoring.ExportRow;
import io.allegiance.scoring.ScoreColumns;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** Writes a publication as CSV: the same publication, the same bytes. */
@Component
public final class ScoreExport {

    private final Scores scores;

    ScoreExport(Scores scores) {
        this.scores = scores;
    }

    /**
     * Writes all rows of a publication into a file, which appears whole or not at all.
     *
     * @param form makes of a score what is written: itself for machines, {@link CustomerScore#forSpreadsheet} for people
     * @return number of rows
     * @throws UsageException when the file cannot be written
     */
    public long write(Publication publication, Path file, UnaryOperator<CustomerScore> form) {
        Path target = file.toAbsolutePath();
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            long rows = writePart(publication, part, form);
            if (rows != publication.customers()) {
                Files.deleteIfExists(part);
                throw new RetryableException(
                        "publication " + publication.publication() + " was emptied while it was read;"
                                + " nothing was written. 'allegiance status' shows what is published");
            }
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
            return rows;
        } catch (IOException e) {
            throw new UsageException(
                    "the file " + file + " cannot be written (" + e.getClass().getSimpleName()
                            + "); name one in a folder that exists and that you may write to",
                    e);
        }
    }

    private long writePart(Publication publication, Path part, UnaryOperator<CustomerScore> form) throws IOException {
        long count = 0;
        ExportRow row = new ExportRow();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16);
                Scores.ScoreStream stream = scores.stream(publication.slot())) {
            out.write((ScoreColumns.header() + "\n").getBytes(StandardCharsets.UTF_8));
            for (CustomerScore score = stream.read(); score != null; score = stream.read()) {
                row.encode(form.apply(score)).writeTo(out);
                count++;
            }
        }
        return count;
    }
}
