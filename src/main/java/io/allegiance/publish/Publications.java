package io.allegiance.publish;

import io.allegiance.failure.AttentionException;
import io.allegiance.platform.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Publications, their slots, and the pointer that readers follow. */
@Repository
public final class Publications {

    private static final int NO_SLOT = -1;

    private final JdbcClient jdbc;

    Publications(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a run hands over to be published. */
    public record Draft(
            LocalDate scoreDate,
            long runId,
            int slot,
            String modelVersion,
            Totals totals,
            String scoreDigest,
            String rowDigest,
            LocalDateTime goodUntil,
            @Nullable String modelNote) {}

    /** How many rows there are, and how many of them have a number. */
    public record Totals(long customers, long scored) {}

    /**
     * Takes a free slot for a run, in the caller's transaction.
     *
     * @throws AttentionException when none is free
     */
    public int takeSlot(long runId) {
        int slot = jdbc.sql(Sql.get("publish/take_free_slot"))
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> new AttentionException(
                        "no slot is free for a new publication; run 'allegiance maintain', which empties old ones"));
        jdbc.sql(Sql.get("publish/mark_slot")).params("TAKEN", runId, slot).update();
        return slot;
    }

    /** Counts the slots that are free. */
    public int countFreeSlots() {
        return jdbc.sql(Sql.get("publish/count_free_slots"))
                .query(Integer.class)
                .single();
    }

    /**
     * Publishes a run's rows, in the caller's transaction: publication and summary, and the pointer with what changes
     * for readers, unless they already see a later date.
     */
    public Publication publish(Draft draft) {
        jdbc.sql(Sql.get("publish/insert_publication"))
                .params(
                        draft.scoreDate(),
                        draft.runId(),
                        draft.slot(),
                        draft.modelVersion(),
                        draft.totals().customers(),
                        draft.totals().scored(),
                        draft.scoreDigest(),
                        draft.rowDigest(),
                        draft.goodUntil())
                .param(draft.modelNote())
                .update();
        Publication publication = findOfRun(draft.runId()).orElseThrow();
        jdbc.sql(Sql.get("publish/insert_segment_summary"))
                .params(publication.publication(), draft.slot())
                .update();
        int slotBefore = findCurrent().map(Publication::slot).orElse(NO_SLOT);
        boolean seen = jdbc.sql(Sql.get("publish/move_pointer"))
                        .param(publication.publication())
                        .update()
                > 0;
        if (seen) {
            insertChanges(publication, slotBefore);
        }
        return publication;
    }

    /** Adds to the feed what tells what readers see from what they saw, whose rows stay while the pointer is on them. */
    private void insertChanges(Publication seen, int slotBefore) {
        jdbc.sql(Sql.get("publish/insert_segment_changes"))
                .params(seen.publication(), seen.scoreDate(), slotBefore, seen.slot(), seen.slot(), slotBefore)
                .update();
    }

    /** Finds the publication that segments of a date look back at. */
    public Optional<Publication> findPrevious(LocalDate date) {
        return find("publish/find_previous", date);
    }

    /** Finds the newest publication of a date that was not rolled back. */
    public Optional<Publication> findOfDate(LocalDate date) {
        return find("publish/find_of_date", date);
    }

    /** Finds a run's publication, unless it was rolled back. */
    public Optional<Publication> findOfRun(long runId) {
        return find("publish/find_of_run", runId);
    }

    /** Finds what readers see. */
    public Optional<Publication> findCurrent() {
        return jdbc.sql(Sql.get("publish/find_current"))
                .query(Publications::toPublication)
                .optional();
    }

    /** Gets a publication by its number. */
    public Publication get(long publication) {
        return find("publish/get_publication", publication).orElseThrow();
    }

    private Optional<Publication> find(String statement, Object parameter) {
        return jdbc.sql(Sql.get(statement))
                .param(parameter)
                .query(Publications::toPublication)
                .optional();
    }

    /** Lists the segments of a publication, largest first. */
    public List<Publication.SegmentLine> listSegments(long publication) {
        return jdbc.sql(Sql.get("publish/list_segment_summary"))
                .param(publication)
                .query((row, number) -> new Publication.SegmentLine(
                        row.getString("segment"),
                        row.getLong("customers"),
                        row.getBigDecimal("mean_churn_probability"),
                        row.getBigDecimal("value_at_risk"),
                        row.getBigDecimal("expected_value")))
                .list();
    }

    private static Publication toPublication(ResultSet row, int number) throws SQLException {
        return new Publication(
                row.getLong("publication"),
                row.getObject("score_date", LocalDate.class),
                row.getLong("run_id"),
                row.getInt("slot"),
                row.getString("model_version"),
                row.getLong("customers"),
                row.getLong("scored"),
                row.getString("score_digest"),
                row.getString("row_digest"),
                row.getObject("published_at", LocalDateTime.class),
                row.getObject("good_until", LocalDateTime.class),
                row.getString("model_note"));
    }
}
