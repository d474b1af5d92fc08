package io.allegiance.publish;

import io.allegiance.failure.AttentionException;
import io.allegiance.failure.RetryableException;
import io.allegiance.failure.UsageException;
import io.allegiance.platform.OutputFile;
import io.allegiance.scoring.CustomerScore;
import io.allegiance.scoring.ExportRow;
import io.allegiance.scoring.HorizonDigest;
import io.allegiance.scoring.HorizonRow;
import io.allegiance.scoring.ScoreColumns;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** Writes a publication as CSV: the same publication, the same bytes. */
@Component
public final class ScoreExport {

    private final Scores scores;
    private final HorizonScores horizons;
    private final ExportRecord log;

    ScoreExport(Scores scores, HorizonScores horizons, ExportRecord log) {
        this.scores = scores;
        this.horizons = horizons;
        this.log = log;
    }

    /** Writes rows, and returns how many they were; an exception where they are no longer those of the publication. */
    private interface Rows {
        long writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes all rows of a publication into a file, as {@link OutputFile} writes them.
     *
     * @param form makes of a score what is written: itself for machines, {@link CustomerScore#forSpreadsheet} for people
     * @return number of rows
     * @throws UsageException when the file cannot be written
     * @throws AttentionException when the account may not record the export
     */
    public long write(Publication publication, Path file, UnaryOperator<CustomerScore> form) {
        return write(file, out -> {
            log.append(publication, "scores", file);
            return writeScores(publication, out, form);
        });
    }

    /**
     * Writes all rows over further horizons of a publication into a file, as {@link OutputFile} writes them.
     *
     * @param form makes of a customer id what is written
     * @return number of rows
     * @throws UsageException when the publication has none, or the file cannot be written
     */
    public long writeHorizons(Publication publication, Path file, UnaryOperator<String> form) {
        if (publication.horizonDigest() == null) {
            throw new UsageException("publication " + publication.publication() + " of " + publication.scoreDate()
                    + " has no further horizons: set allegiance.further-horizons in jobs/nightly.yaml and train, and the"
                    + " nights after that publish them");
        }
        return write(file, out -> {
            log.append(publication, "further horizons", file);
            return writeHorizons(publication, out, form);
        });
    }

    private static long write(Path file, Rows source) {
        try (OutputFile output = OutputFile.create(file)) {
            long rows = source.writeTo(output.stream());
            output.finish();
            return rows;
        } catch (IOException e) {
            throw new UsageException(
                    "the file " + file + " cannot be written (" + OutputFile.describe(e)
                            + "); name one in a folder that exists and that you may write to",
                    e);
        }
    }

    private long writeScores(Publication publication, OutputStream out, UnaryOperator<CustomerScore> form)
            throws IOException {
        long count = 0;
        ExportRow row = new ExportRow();
        try (Scores.ScoreStream stream = scores.stream(publication.slot())) {
            writeLine(out, ScoreColumns.header());
            for (CustomerScore score = stream.read(); score != null; score = stream.read()) {
                row.encode(form.apply(score)).writeTo(out);
                count++;
            }
        }
        requireWhole(publication, count == publication.customers());
        return count;
    }

    private long writeHorizons(Publication publication, OutputStream out, UnaryOperator<String> form)
            throws IOException {
        HorizonDigest digest = new HorizonDigest();
        HorizonRow row = new HorizonRow();
        try (HorizonScores.Stream stream = horizons.stream(publication.slot())) {
            writeLine(out, HorizonRow.header());
            for (HorizonScores.Row next = stream.read(); next != null; next = stream.read()) {
                digest.addRow(row.encode(next.customerId(), next.scoreDate(), next.score())
                        .toBytes());
                row.encode(form.apply(next.customerId()), next.scoreDate(), next.score())
                        .writeTo(out);
            }
        }
        requireWhole(publication, digest.digest().toString().equals(publication.horizonDigest()));
        return digest.rows();
    }

    private static void writeLine(OutputStream out, String text) throws IOException {
        out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static void requireWhole(Publication publication, boolean isWhole) {
        if (!isWhole) {
            throw new RetryableException(
                    "publication " + publication.publication()
                            + " was emptied while it was read; what was written of it is not whole. 'allegiance status' shows what is published");
        }
    }
}
