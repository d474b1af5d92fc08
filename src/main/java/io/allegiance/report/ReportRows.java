package io.allegiance.report;

import io.allegiance.history.LoyaltyFacts;
import io.allegiance.platform.RowStream;
import io.allegiance.platform.Sql;
import io.allegiance.platform.StreamingConnections;
import io.allegiance.report.figure.CustomerRow;
import io.allegiance.report.figure.EarlierPublication;
import io.allegiance.scoring.FixedPoint;
import io.allegiance.scoring.LoyaltyScores;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The customers of a night as its report reads them, and the publications that it compares with. */
@Repository
public final class ReportRows {

    private static final int NO_SLOT = -1;

    private final JdbcClient jdbc;
    private final StreamingConnections connections;

    ReportRows(JdbcClient jdbc, StreamingConnections connections) {
        this.jdbc = jdbc;
        this.connections = connections;
    }

    /**
     * Where the rows of a night and of the publications it is compared with lie.
     *
     * @param previous null where there is nothing to compare with
     * @param older where observed retention starts; null where there is nothing old enough
     */
    public record Slots(
            LocalDate date,
            int slot,
            @Nullable EarlierPublication previous,
            @Nullable EarlierPublication older) {}

    /** Customers of a publication before who are not in the night's, with the sum of their churn in millionths. */
    public record Gone(long customers, long withChurn, long churn) {

        /** Nobody. */
        public static final Gone NOBODY = new Gone(0, 0, 0);
    }

    /** Whether a slot still holds the rows of a run. */
    boolean isKept(long runId, int slot) {
        return jdbc.sql(Sql.get("report/count_kept_slots"))
                        .params(slot, runId)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Hands over the customers in order of the bytes of their ids. */
    public void forEach(Slots slots, Consumer<CustomerRow> consumer) {
        try (RowStream rows = new RowStream(connections)) {
            rows.query(
                    Sql.get("report/stream_customers"),
                    slots.date(),
                    slotOf(slots.previous()),
                    slotOf(slots.older()),
                    slots.slot());
            for (CustomerRow row = read(rows); row != null; row = read(rows)) {
                consumer.accept(row);
            }
        }
    }

    private static int slotOf(@Nullable EarlierPublication publication) {
        return publication == null ? NO_SLOT : publication.slot();
    }

    /** Totals the customers of the publication before who are gone. */
    public Gone getGone(EarlierPublication previous, int slot) {
        return jdbc.sql(Sql.get("report/total_gone"))
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

    private static @Nullable CustomerRow read(RowStream rows) {
        return rows.next(ReportRows::toRow);
    }

    private static CustomerRow toRow(ResultSet row, int number) throws SQLException {
        String previous = row.getString(17);
        return new CustomerRow(
                row.getString(1),
                toScore(row),
                previous == null
                        ? null
                        : new CustomerRow.Previous(previous, units(row.getBigDecimal(18), FixedPoint.PROBABILITY)),
                row.getString(19),
                row.getString(20) == null ? null : toPast(row));
    }

    private static CustomerRow.Score toScore(ResultSet row) throws SQLException {
        return new CustomerRow.Score(
                row.getString(2),
                units(row.getBigDecimal(3), FixedPoint.PROBABILITY),
                row.getString(4),
                units(row.getBigDecimal(5), FixedPoint.MONEY),
                units(row.getBigDecimal(6), FixedPoint.MONEY),
                toLoyalty(row),
                row.getString(16));
    }

    private static LoyaltyScores toLoyalty(ResultSet row) throws SQLException {
        return new LoyaltyScores(
                hundredths(row, 7),
                hundredths(row, 8),
                hundredths(row, 9),
                hundredths(row, 10),
                hundredths(row, 11),
                hundredths(row, 12),
                hundredths(row, 13),
                hundredths(row, 14),
                hundredths(row, 15));
    }

    private static CustomerRow.Past toPast(ResultSet row) throws SQLException {
        return new CustomerRow.Past(
                row.getObject(21, LocalDate.class),
                row.getObject(22, LocalDate.class),
                row.getInt(23),
                row.getInt(24),
                units(row.getBigDecimal(25), FixedPoint.MONEY),
                row.getInt(26),
                money(row, 27),
                new LoyaltyFacts.Growth(row.getInt(28), money(row, 29), row.getInt(30), money(row, 31)),
                new LoyaltyFacts.Incidents(row.getInt(32), row.getInt(33)),
                row.getInt(34),
                row.getBoolean(35));
    }

    private static long money(ResultSet row, int column) throws SQLException {
        return FixedPoint.of(row.getBigDecimal(column), FixedPoint.MONEY);
    }

    private static @Nullable Long units(@Nullable BigDecimal decimal, int digits) {
        return decimal == null ? null : FixedPoint.of(decimal, digits);
    }

    private static @Nullable Integer hundredths(ResultSet row, int column) throws SQLException {
        BigDecimal score = row.getBigDecimal(column);
        return score == null ? null : Math.toIntExact(FixedPoint.of(score, FixedPoint.SCORE));
    }
}
