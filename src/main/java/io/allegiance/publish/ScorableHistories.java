package io.allegiance.publish;

import io.allegiance.history.PurchaseHistory;
import io.allegiance.intake.CustomerRange;
import io.allegiance.platform.RowStream;
import io.allegiance.platform.Sql;
import io.allegiance.platform.StreamingConnections;
import io.allegiance.scoring.RfmPopulation;
import io.allegiance.scoring.SegmentState;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The histories of all customers as scoring reads them: each with its segment in the publication before. */
@Repository
public final class ScorableHistories {

    private static final int NO_SLOT = -1;

    private final StreamingConnections connections;

    ScorableHistories(StreamingConnections connections) {
        this.connections = connections;
    }

    /**
     * A history on its way to a score.
     *
     * @param history as of the score date
     * @param before the segment in the publication before; null where the customer was not in it
     */
    public record Scorable(
            PurchaseHistory history, @Nullable SegmentState before) {}

    /**
     * Streams a range of customers in order.
     *
     * @param after only customers beyond this one; empty for all of the range
     * @param previousSlot where the publication before lies; null where there is none
     */
    public ScorableStream stream(CustomerRange range, String after, @Nullable Integer previousSlot) {
        RowStream rows = new RowStream(connections);
        rows.query(
                Sql.get("scoring/stream_histories"),
                previousSlot == null ? NO_SLOT : previousSlot,
                range.from(),
                after,
                range.to(),
                range.to());
        return new ScorableStream(rows);
    }

    /** Gets the RFM values of all customers with a purchase day. */
    public RfmPopulation getPopulation(LocalDate asOf) {
        RfmPopulation population = new RfmPopulation();
        try (RowStream rows = new RowStream(connections)) {
            rows.query(Sql.get("scoring/stream_rfm_values"));
            while (Boolean.TRUE.equals(rows.next((row, number) -> {
                LocalDate last = row.getObject(1, LocalDate.class);
                population.add(
                        Math.toIntExact(asOf.toEpochDay() - last.toEpochDay()),
                        row.getInt(2),
                        money(row.getBigDecimal(3)));
                return true;
            }))) {}
        }
        return population;
    }

    /** Scorable histories, one at a time. */
    public static final class ScorableStream implements AutoCloseable {

        private final RowStream rows;

        ScorableStream(RowStream rows) {
            this.rows = rows;
        }

        /** Reads the next; null when there are no more. */
        public @Nullable Scorable read() {
            return rows.next(ScorableHistories::toScorable);
        }

        @Override
        public void close() {
            rows.close();
        }
    }

    private static Scorable toScorable(ResultSet row, int number) throws SQLException {
        PurchaseHistory history = new PurchaseHistory(
                row.getString(1),
                row.getObject(2, LocalDate.class),
                row.getObject(3, LocalDate.class),
                row.getInt(4),
                row.getInt(5),
                money(row.getBigDecimal(6)),
                row.getInt(7),
                row.getBigDecimal(8).unscaledValue().longValueExact());
        String segment = row.getString(9);
        SegmentState before = segment == null
                ? null
                : new SegmentState(segment, row.getString(10), row.getObject(11, LocalDate.class));
        return new Scorable(history, before);
    }

    private static @Nullable Long money(@Nullable BigDecimal amount) {
        return amount == null ? null : amount.unscaledValue().longValueExact();
    }
}
