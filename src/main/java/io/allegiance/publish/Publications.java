package io.allegiance.publish;

import io.allegiance.customer.CustomerRange;
import io.allegiance.failure.AttentionException;
import io.allegiance.platform.sql.Sql;
import io.allegiance.run.Decision;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Publications, their slots, and the pointer that readers follow. */
@Repository
public final class Publications {

    private final JdbcClient jdbc;
    private final SegmentSums sums;
    private final SegmentFeed feed;

    Publications(JdbcClient jdbc, SegmentSums sums, SegmentFeed feed) {
        this.jdbc = jdbc;
        this.sums = sums;
        this.feed = feed;
    }

    /**
     * The input of a publication.
     *
     * @param ranges all customers, in ranges whose rows are summed in parallel
     * @param churnError the standard error of the mean churn probability in logits; null where the model gives none
     * @param horizonDays H of the model
     * @param horizonDigest over the rows over further horizons; null without any
     * @param freshness the age of data and model
     */
    public record Draft(
            LocalDate scoreDate,
            long runId,
            int slot,
            String modelVersion,
            List<CustomerRange> ranges,
            String scoreDigest,
            String rowDigest,
            LocalDateTime goodUntil,
            @Nullable String modelNote,
            @Nullable String dayNote,
            @Nullable Decision forced,
            @Nullable Double churnError,
            int horizonDays,
            @Nullable String horizonDigest,
            Publication.Freshness freshness) {}

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
        return (int) count("publish/count_free_slots");
    }

    private long count(String statement) {
        return jdbc.sql(Sql.get(statement)).query(Long.class).single();
    }

    /**
     * Publishes a run's rows, in the caller's transaction: publication and summary, and the pointer with what changes
     * for readers, unless they already see a later date. The rows of what changes are written before, in transactions of
     * their own; readers do not see them until the caller's is committed.
     */
    public Publication publish(Draft draft) {
        Optional<Publication> before = findCurrent();
        boolean seen =
                before.map(now -> !now.scoreDate().isAfter(draft.scoreDate())).orElse(true);
        long number = count("publish/find_next_publication");
        long lastChange =
                seen ? feed.prepare(new SegmentFeed.Move(number, draft.scoreDate(), slotOf(before), draft.slot())) : 0;
        SortedMap<String, SegmentSums.Sum> segments = sums.of(draft.slot(), draft.ranges());
        insert(draft, segments);
        Publication publication = findOfRun(draft.runId()).orElseThrow();
        if (publication.publication() != number) {
            throw new IllegalStateException(
                    "publication " + number + " became " + publication.publication() + " while it was made");
        }
        sums.save(number, draft.scoreDate(), segments);
        if (seen) {
            jdbc.sql(Sql.get("publish/move_pointer")).params(number, lastChange).update();
        }
        return publication;
    }

    private static int slotOf(Optional<Publication> seen) {
        return seen.map(Publication::slot).orElse(Publication.NO_SLOT);
    }

    private void insert(Draft draft, SortedMap<String, SegmentSums.Sum> segments) {
        BigDecimal mean = segments.values().stream()
                .reduce(SegmentSums.Sum::plus)
                .map(SegmentSums.Sum::meanChurn)
                .orElse(null);
        MeanChurnInterval interval =
                mean == null || draft.churnError() == null ? null : MeanChurnInterval.of(mean, draft.churnError());
        jdbc.sql(Sql.get("publish/insert_publication"))
                .params(
                        draft.scoreDate(),
                        draft.runId(),
                        draft.slot(),
                        draft.modelVersion(),
                        segments.values().stream()
                                .mapToLong(SegmentSums.Sum::customers)
                                .sum(),
                        segments.values().stream()
                                .mapToLong(SegmentSums.Sum::scored)
                                .sum(),
                        draft.scoreDigest(),
                        draft.rowDigest(),
                        draft.goodUntil())
                .params(Arrays.asList(
                        draft.modelNote(),
                        draft.dayNote(),
                        draft.forced() == null ? null : draft.forced().by(),
                        draft.forced() == null ? null : draft.forced().reason(),
                        interval == null ? null : interval.low(),
                        interval == null ? null : interval.high(),
                        draft.horizonDays(),
                        draft.horizonDigest(),
                        draft.freshness().newestData(),
                        draft.freshness().modelAsOf(),
                        draft.freshness().staleReason()))
                .update();
    }

    /**
     * Moves the pointer back to an earlier publication, in the caller's transaction: publications after it, by date and
     * then by number, are rolled back, and the segment feed records the difference.
     *
     * @return what was taken back, oldest first
     */
    public List<Publication> rollBack(Publication to, Decision decision) {
        long lastChange =
                feed.prepare(new SegmentFeed.Move(to.publication(), to.scoreDate(), slotOf(findCurrent()), to.slot()));
        List<Publication> later = listLater(to);
        later.forEach(gone -> jdbc.sql(Sql.get("publish/roll_back"))
                .params(decision.by(), decision.reason(), gone.publication())
                .update());
        jdbc.sql(Sql.get("publish/set_pointer"))
                .params(to.publication(), to.slot(), lastChange)
                .update();
        return later;
    }

    private List<Publication> listLater(Publication than) {
        return jdbc.sql(Sql.get("publish/list_later"))
                .params(than.scoreDate(), than.scoreDate(), than.publication())
                .query(Publications::toPublication)
                .list();
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

    /** Returns whether a run was published and that was taken back. */
    public boolean isRolledBack(long runId) {
        return jdbc.sql(Sql.get("publish/is_rolled_back"))
                        .param(runId)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Finds a publication that readers could be sent to: not rolled back, its rows still there. */
    public Optional<Publication> findRetained(long publication) {
        return find("publish/find_retained_publication", publication);
    }

    /** Lists the publications that readers could be sent to, newest first. */
    public List<Publication> listRetained(int most) {
        return jdbc.sql(Sql.get("publish/list_retained"))
                .param(most)
                .query(Publications::toPublication)
                .list();
    }

    /** Lists the dates from one to another, both inclusive, that are published, their rows still kept or not. */
    public List<LocalDate> listDates(LocalDate from, LocalDate to) {
        return jdbc.sql(Sql.get("publish/list_dates"))
                .params(from, to)
                .query(LocalDate.class)
                .list();
    }

    /** Finds what readers see. */
    public Optional<Publication> findCurrent() {
        return jdbc.sql(Sql.get("publish/find_current"))
                .query(Publications::toPublication)
                .optional();
    }

    /** Returns a publication by its number. */
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

    /** Returns how the customers of a publication are spread, its rows still kept or not. */
    public SegmentSpread getSpread(long publication) {
        return SegmentSpread.of(listSegments(publication));
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
                row.getString("model_note"),
                row.getString("day_note"),
                toForced(row),
                row.getObject("horizon_days", Integer.class),
                row.getString("horizon_digest"),
                new Publication.Freshness(
                        row.getObject("newest_data", LocalDate.class),
                        row.getObject("model_as_of", LocalDate.class),
                        row.getString("stale_reason")));
    }

    private static @Nullable Decision toForced(ResultSet row) throws SQLException {
        String by = row.getString("forced_by");
        return by == null ? null : new Decision(by, row.getString("forced_reason"));
    }
}
