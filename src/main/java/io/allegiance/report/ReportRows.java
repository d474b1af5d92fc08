package io.allegiance.report;

import io.allegiance.decimal.FixedPoint;
import io.allegiance.history.LoyaltyFacts;
import io.allegiance.history.store.CustomerCursor;
import io.allegiance.loyalty.LoyaltyScores;
import io.allegiance.platform.read.Columns;
import io.allegiance.platform.read.ReadAhead;
import io.allegiance.platform.read.RowReader;
import io.allegiance.platform.read.RowStream;
import io.allegiance.platform.read.StreamingConnections;
import io.allegiance.platform.sql.Sql;
import io.allegiance.publish.MeanChurnInterval;
import io.allegiance.publish.Publication;
import io.allegiance.publish.Scores;
import io.allegiance.report.figure.CustomerRow;
import io.allegiance.report.figure.EarlierPublication;
import io.allegiance.scoring.ScoreColumns;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The customers of a night as its report reads them, and the publications that it compares with. */
@Repository
public final class ReportRows {

    private static final int STREAMS = 5;

    /** The place of loyalty_score in report/stream_scores; its dimensions and next_best_category follow. */
    private static final int LOYALTY_SCORE = 7;

    private final JdbcClient jdbc;
    private final StreamingConnections connections;

    ReportRows(JdbcClient jdbc, StreamingConnections connections) {
        this.jdbc = jdbc;
        this.connections = connections;
    }

    /**
     * The slots of a night and of the publications that it is compared with.
     *
     * @param previous null where there is nothing to compare with
     * @param older where observed retention starts; null where there is nothing old enough
     */
    public record Slots(
            LocalDate date,
            int slot,
            @Nullable EarlierPublication previous,
            @Nullable EarlierPublication older) {}

    /** Finds the interval of the mean churn of a publication; empty where its model gives none. */
    public Optional<MeanChurnInterval> findMeanChurnInterval(Publication publication) {
        return jdbc.sql(Sql.get("report/find_mean_churn_interval"))
                .param(publication.publication())
                .query((row, number) -> new MeanChurnInterval(
                        row.getBigDecimal("mean_churn_low"), row.getBigDecimal("mean_churn_high")))
                .optional();
    }

    /** Customers of a publication before who are not in the night's, with the sum of their churn in millionths. */
    public record Gone(long customers, long withChurn, long churn) {

        /** Nobody. */
        public static final Gone NOBODY = new Gone(0, 0, 0);
    }

    /** Returns whether a slot still holds the rows of a run. */
    boolean isKept(long runId, int slot) {
        return jdbc.sql(Sql.get("report/count_kept_slots"))
                        .params(slot, runId)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Passes the customers to the consumer, in order of the bytes of their ids. */
    public void forEach(Slots slots, Consumer<CustomerRow> consumer) {
        try (Streams streams = RowStream.sideBySide(connections, STREAMS, rows -> open(rows, slots))) {
            ReadAhead.forEach(streams::next, consumer);
        }
    }

    private static Streams open(List<RowStream> rows, Slots slots) {
        return new Streams(
                start(rows.get(0), ReportRows::toScore, "report/stream_scores", slots.slot()),
                start(rows.get(1), ReportRows::toPrevious, "report/stream_churn", slotOf(slots.previous())),
                Scores.startSegments(rows.get(2), slotOf(slots.older())),
                start(rows.get(3), ReportRows::toPast, "report/stream_histories"),
                start(rows.get(4), row -> Boolean.TRUE, "report/stream_referred", slots.date()));
    }

    private static <T> CustomerCursor<T> start(
            RowStream rows, RowReader<T> reader, String statement, Object... parameters) {
        rows.query(Sql.get(statement), parameters);
        return new CustomerCursor<>(rows, reader);
    }

    /** Five streams over the same customers, read side by side. */
    private record Streams(
            CustomerCursor<CustomerRow.Score> scores,
            CustomerCursor<CustomerRow.Previous> previous,
            CustomerCursor<String> older,
            CustomerCursor<CustomerRow.Past> histories,
            CustomerCursor<Boolean> referred)
            implements AutoCloseable {

        @Nullable
        CustomerRow next() {
            String customer = scores.customerId();
            CustomerRow.Score score = scores.value();
            if (customer == null || score == null) {
                return null;
            }
            scores.advance();
            CustomerRow.Past past = histories.readUpTo(customer);
            boolean isReferred = referred.readUpTo(customer) != null;
            return new CustomerRow(
                    customer,
                    score,
                    previous.readUpTo(customer),
                    older.readUpTo(customer),
                    past == null || !isReferred ? past : past.withReferral());
        }

        @Override
        public void close() {
            try (scores;
                    previous;
                    older;
                    histories;
                    referred) {
                // Each stream is closed, even when closing another fails.
            }
        }
    }

    private static int slotOf(@Nullable EarlierPublication publication) {
        return publication == null ? Publication.NO_SLOT : publication.slot();
    }

    /** Totals the customers of the publication before who are gone. */
    public Gone getGone(EarlierPublication previous, int slot) {
        return jdbc.sql(Sql.get("report/total_lost_customers"))
                .params(slot, previous.slot())
                .query((row, number) -> new Gone(
                        row.getLong(1), row.getLong(2), FixedPoint.of(row.getBigDecimal(3), FixedPoint.PROBABILITY)))
                .single();
    }

    /** Finds a publication whose rows are still there. */
    public Optional<EarlierPublication> findRetained(long publication) {
        return find("report/find_retained", publication);
    }

    /** Finds the newest publication of a date or before it that counts and whose rows are still there. */
    public Optional<EarlierPublication> findNewestUntil(LocalDate date) {
        return find("report/find_newest_until", date);
    }

    private Optional<EarlierPublication> find(String statement, Object parameter) {
        return jdbc.sql(Sql.get(statement))
                .param(parameter)
                .query((row, number) -> new EarlierPublication(
                        row.getLong(1), row.getObject(2, LocalDate.class), row.getInt(3), row.getLong(4)))
                .optional();
    }

    private static CustomerRow.Score toScore(Columns row) throws SQLException {
        return new CustomerRow.Score(
                row.requiredText(2),
                row.unitsOrNull(3),
                row.text(4),
                row.unitsOrNull(5),
                row.unitsOrNull(6),
                toLoyalty(row),
                row.text(LOYALTY_SCORE + ScoreColumns.LOYALTY.size()));
    }

    private static LoyaltyScores toLoyalty(Columns row) throws SQLException {
        int[] hundredths = new int[ScoreColumns.LOYALTY.size()];
        for (int i = 0; i < hundredths.length; i++) {
            Long units = row.unitsOrNull(LOYALTY_SCORE + i);
            hundredths[i] = units == null ? LoyaltyScores.UNKNOWN : Math.toIntExact(units);
        }
        return LoyaltyScores.ofHundredths(hundredths);
    }

    private static CustomerRow.Previous toPrevious(Columns row) throws SQLException {
        return new CustomerRow.Previous(row.requiredText(2), row.unitsOrNull(3));
    }

    private static CustomerRow.Past toPast(Columns row) throws SQLException {
        return new CustomerRow.Past(
                row.day(2),
                row.day(3),
                row.whole(4),
                row.whole(5),
                row.unitsOrNull(6),
                row.whole(7),
                row.units(8),
                new LoyaltyFacts.Growth(row.whole(9), row.units(10), row.whole(11), row.units(12)),
                new LoyaltyFacts.Incidents(row.whole(13), row.whole(14)),
                row.whole(15),
                false);
    }
}
