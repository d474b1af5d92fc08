package io.allegiance.publish;

import io.allegiance.customer.CustomerRange;
import io.allegiance.retention.OldSlots;
import io.allegiance.run.JobName;
import io.allegiance.run.Run;
import io.allegiance.run.Runs;
import io.allegiance.scoring.CustomerScore;
import io.allegiance.scoring.EncodedScore;
import io.allegiance.scoring.ExportRow;
import io.allegiance.scoring.SegmentState;
import io.allegiance.testing.Repositories;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** A fresh schema to publish into, of whose publications {@link #KEPT} are kept. */
final class PublishSetting implements AutoCloseable {

    static final int KEPT = 3;

    private final Repositories repositories = Repositories.of(
            Map.of("allegiance.nightly.chunk.scores", 2),
            Publications.class,
            SegmentSums.class,
            SegmentFeed.class,
            Scores.class,
            HorizonScores.class,
            ScorableHistories.class,
            OldSlots.class,
            ScoreExport.class,
            ExportRecord.class,
            Runs.class);

    final Publications publications = repositories.get(Publications.class);
    final SegmentSums sums = repositories.get(SegmentSums.class);
    final Scores scores = repositories.get(Scores.class);
    final HorizonScores horizons = repositories.get(HorizonScores.class);
    final ScorableHistories histories = repositories.get(ScorableHistories.class);
    final OldSlots slots = repositories.get(OldSlots.class);
    final ScoreExport export = repositories.get(ScoreExport.class);
    final Runs runs = repositories.get(Runs.class);

    void empty() {
        repositories.empty(
                "customer_score",
                "customer_score_horizon",
                "score_publication",
                "segment_feed",
                "segment_summary",
                "run",
                "purchase_history",
                "referral");
        execute("UPDATE score_slot SET state = 'FREE', run_id = NULL");
        execute("UPDATE score_pointer SET publication = NULL, slot = NULL, segment_sequence = 0");
    }

    /** A run that has taken its slot. */
    Run open(LocalDate date) {
        Run run = runs.create(JobName.NIGHTLY, date, null);
        int slot = repositories.inTransaction(() -> publications.takeSlot(run.runId()));
        runs.freeze(run.runId(), new Run.Frozen("model", "hash", "{}", null, slot));
        return runs.get(run.runId());
    }

    Publication publish(LocalDate date) {
        return publish(date, List.of(ScoreSamples.scored("C", date, SegmentState.first("LOYAL", date))));
    }

    Publication publish(LocalDate date, List<CustomerScore> rows) {
        return publish(date, rows, null, slot -> {});
    }

    /** The same with more rows, whose digest over further horizons is given. */
    Publication publish(LocalDate date, List<CustomerScore> rows, @Nullable String horizonDigest, IntConsumer more) {
        Run run = open(date);
        write(run.getFrozen().slot(), rows);
        more.accept(run.getFrozen().slot());
        return repositories.inTransaction(() -> publications.publish(new Publications.Draft(
                date,
                run.runId(),
                run.getFrozen().slot(),
                "model",
                CustomerRange.between(List.of("M")),
                "score digest",
                "row digest",
                date.plusDays(2).atStartOfDay(),
                null,
                null,
                null,
                null,
                90,
                horizonDigest,
                Publication.Freshness.UNKNOWN)));
    }

    void write(int slot, List<CustomerScore> rows) {
        ExportRow row = new ExportRow();
        List<EncodedScore> encoded = rows.stream().map(row::toEncoded).toList();
        repositories.inTransaction(() -> scores.write(slot, encoded));
    }

    void inTransaction(Runnable work) {
        repositories.inTransaction(work);
    }

    /** Empties what may be emptied. */
    int emptyOldSlots() {
        return slots.empty(KEPT, () -> {});
    }

    void rollBack(Publication publication) {
        execute("UPDATE score_publication SET rolled_back_at = UTC_TIMESTAMP(3) WHERE publication = "
                + publication.publication());
    }

    void execute(String statement) {
        repositories.sql().sql(statement).update();
    }

    List<String> texts(String query) {
        return repositories.sql().sql(query).query(String.class).list();
    }

    @Override
    public void close() {
        repositories.close();
    }
}
