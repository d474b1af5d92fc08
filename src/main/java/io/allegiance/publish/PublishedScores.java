package io.allegiance.publish;

import io.allegiance.failure.AttentionException;
import io.allegiance.failure.UsageException;
import io.allegiance.scoring.CustomerScore;
import io.allegiance.scoring.SpreadsheetText;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The scores of a publication, as people ask for them: one customer's, or all as a file. */
@Component
public final class PublishedScores {

    private final Publications publications;
    private final Scores scores;
    private final HorizonScores horizons;
    private final ScoreExport export;

    PublishedScores(Publications publications, Scores scores, HorizonScores horizons, ScoreExport export) {
        this.publications = publications;
        this.scores = scores;
        this.horizons = horizons;
        this.export = export;
    }

    /**
     * Returns the publication that readers see.
     *
     * @throws AttentionException when nothing is published yet
     */
    public Publication getCurrent() {
        return publications
                .findCurrent()
                .orElseThrow(
                        () -> new AttentionException("nothing is published yet; run 'allegiance nightly --date DATE'"));
    }

    /**
     * Returns the newest publication of a date that was not rolled back.
     *
     * @param asked the date as the person wrote it
     * @throws UsageException when none exists
     */
    public Publication getOfDate(LocalDate date, String asked) {
        return publications
                .findOfDate(date)
                .orElseThrow(() -> new UsageException(
                        "there is no publication of " + asked + "; 'allegiance status' shows which there are"));
    }

    /**
     * Returns one customer's score: the columns by name, in the order of the export.
     *
     * @param customerId compared exactly, but for blanks around it
     * @throws UsageException when the publication has no such customer
     */
    public Map<String, @Nullable Object> getCustomer(Publication publication, String customerId) {
        return scores.findColumns(publication.slot(), customerId.strip())
                .orElseThrow(() -> new UsageException("publication " + publication.publication() + " of "
                        + publication.scoreDate() + " has no such customer; ids are compared exactly"));
    }

    /** Lists one customer's scores over further horizons as {@link #getCustomer}, the shortest first; empty without any. */
    public List<Map<String, @Nullable Object>> listHorizons(Publication publication, String customerId) {
        return publication.horizonDigest() == null
                ? List.of()
                : horizons.listColumns(publication.slot(), customerId.strip());
    }

    /**
     * Writes all scores over further horizons of a publication into a CSV file, which appears whole or not at all.
     *
     * @param spreadsheet whether texts that a spreadsheet would run as formulas get an apostrophe
     * @return number of rows
     * @throws UsageException when the publication has none, or the file cannot be written
     */
    public long exportHorizons(Publication publication, Path file, boolean spreadsheet) {
        return export.writeHorizons(
                publication, file, spreadsheet ? SpreadsheetText::neutralise : UnaryOperator.identity());
    }

    /**
     * Writes all scores of a publication into a CSV file, which appears whole or not at all.
     *
     * @param spreadsheet whether texts that a spreadsheet would run as formulas get an apostrophe
     * @return number of customers
     * @throws UsageException when the file cannot be written
     */
    public long export(Publication publication, Path file, boolean spreadsheet) {
        return export.write(publication, file, spreadsheet ? CustomerScore::forSpreadsheet : UnaryOperator.identity());
    }
}
