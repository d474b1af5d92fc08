package io.allegiance.history.store;

import io.allegiance.calendar.DateRange;
import io.allegiance.calendar.OpenDays;
import io.allegiance.customer.CustomerRange;
import io.allegiance.hash.HashFunction;
import io.allegiance.history.CustomerHistory;
import io.allegiance.history.FoldRules;
import io.allegiance.history.PurchaseHistory;
import io.allegiance.platform.Json;
import io.allegiance.platform.load.BulkLoad;
import io.allegiance.platform.load.BulkLoader;
import io.allegiance.platform.load.BulkStatement;
import io.allegiance.platform.load.OnDuplicateKey;
import io.allegiance.platform.read.RowStream;
import io.allegiance.platform.read.StreamingConnections;
import io.allegiance.platform.sql.Sql;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The purchase histories. All of them are as of one date, save those of the customers in {@code history_due}, which are
 * folded again before anybody reads them.
 */
@Repository
public final class Histories {

    private static final int DUE_STREAMS = 4;

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final BulkLoader loader;
    private final StreamingConnections connections;

    Histories(JdbcTemplate template, BulkLoader loader, StreamingConnections connections) {
        this.template = template;
        this.jdbc = JdbcClient.create(template);
        this.loader = loader;
        this.connections = connections;
    }

    /** Finds the date of the histories; empty before the first run. */
    public Optional<LocalDate> findAsOf() {
        return Optional.ofNullable(state().asOf());
    }

    State state() {
        return jdbc.sql(Sql.get("history/store/find_as_of"))
                .query((row, number) -> new State(row.getObject(1, LocalDate.class), row.getString(2)))
                .single();
    }

    /**
     * What the histories are made of.
     *
     * @param asOf their date; null before the first run
     * @param foldedWith the fingerprint of the rules; null before the first run
     */
    record State(@Nullable LocalDate asOf, @Nullable String foldedWith) {}

    /** Counts the customers whose history is due. */
    public long countDue() {
        return count("history/store/count_due");
    }

    /** Counts the histories. */
    public long count() {
        return count("history/store/count_histories");
    }

    /** Counts the customers with a purchase day. */
    public long countWithPurchase() {
        return count("history/store/count_histories_with_purchase");
    }

    private long count(String statement) {
        return jdbc.sql(Sql.get(statement)).query(Long.class).single();
    }

    /** Cuts the customers whose history is due into ranges of about equal size. */
    public List<CustomerRange> listDueRanges(int ranges) {
        return cut("history/store/find_due_boundary", countDue(), ranges);
    }

    /** Cuts all customers with a history into ranges of about equal size. */
    public List<CustomerRange> listRanges(int ranges) {
        return cut("history/store/find_history_boundary", count(), ranges);
    }

    private List<CustomerRange> cut(String boundary, long customers, int ranges) {
        List<String> bounds = new ArrayList<>();
        for (int i = 1; i < ranges; i++) {
            jdbc.sql(Sql.get(boundary))
                    .param(customers * i / ranges)
                    .query(String.class)
                    .optional()
                    .filter(bound -> !bounds.contains(bound))
                    .ifPresent(bounds::add);
        }
        return CustomerRange.between(bounds);
    }

    /** Streams the histories that are due of a range of customers, refolded as of a date. */
    public DueHistories streamDue(CustomerRange range, LocalDate asOf, FoldRules rules) {
        return RowStream.sideBySide(connections, DUE_STREAMS, streams -> {
            RowStream due = streams.get(0);
            due.query(Sql.get("history/store/stream_due"), range.from(), range.to(), range.to());
            RowStream incidents = streams.get(3);
            incidents.query(
                    Sql.get("history/store/stream_due_incidents"),
                    asOf.plusDays(1),
                    range.from(),
                    range.to(),
                    range.to());
            return new DueHistories(due, streams.get(1), streams.get(2), incidents, asOf, rules);
        });
    }

    /** Streams the histories of all customers as of a date, folded from their days and stored nowhere. */
    public HistoryStream streamAll(LocalDate asOf, OpenDays openDays) {
        return stream(asOf, openDays, rows -> rows.query(Sql.get("history/store/stream_days"), asOf));
    }

    private HistoryStream stream(LocalDate asOf, OpenDays openDays, Consumer<RowStream> query) {
        return RowStream.sideBySide(connections, 2, streams -> {
            query.accept(streams.get(0));
            return new HistoryStream(streams.get(0), streams.get(1), asOf, openDays);
        });
    }

    /** Folds the history of one customer as of a date; empty without a day. */
    public Optional<PurchaseHistory> findHistory(String customerId, LocalDate asOf, OpenDays openDays) {
        try (HistoryStream stream = stream(
                asOf, openDays, rows -> rows.query(Sql.get("history/store/find_customer_days"), customerId, asOf))) {
            CustomerHistory found = stream.read();
            return Optional.ofNullable(found).map(CustomerHistory::history);
        }
    }

    /** Writes histories in order of customer, in place of those that stood, and takes them off the due ones. */
    public void write(List<? extends CustomerHistory> histories) {
        List<Object[]> gone = histories.stream()
                .filter(customer -> customer.history() == null)
                .map(customer -> new Object[] {customer.customerId()})
                .toList();
        template.batchUpdate(Sql.get("history/store/delete_history"), gone);
        template.execute((ConnectionCallback<Long>) connection -> load(connection, histories));
        jdbc.sql(Sql.get("history/store/delete_due"))
                .params(
                        histories.get(0).customerId(),
                        histories.get(histories.size() - 1).customerId())
                .update();
    }

    private long load(Connection connection, List<? extends CustomerHistory> histories) throws SQLException {
        BulkLoad rows = loader.into(
                connection,
                new BulkStatement(
                        Sql.get("history/store/load_purchase_history"),
                        Sql.get("history/store/insert_purchase_history"),
                        OnDuplicateKey.REPLACE));
        for (CustomerHistory customer : histories) {
            PurchaseHistory history = customer.history();
            if (history != null) {
                HistoryColumns.write(rows, history);
            }
        }
        return rows.flush();
    }

    /** The totals of the customer days of one date. */
    public record DayContent(long lineCount, BigDecimal purchaseAmount) {}

    /** Returns the totals of the customer days of one date. */
    public DayContent getDayContent(LocalDate date) {
        return jdbc.sql(Sql.get("history/store/total_days"))
                .param(date)
                .query((row, number) -> new DayContent(row.getLong(1), row.getBigDecimal(2)))
                .single();
    }

    /**
     * Returns 32 hexadecimal digits that change whenever the same days would fold into other histories. A closure counts once it
     * has ended: no gap reaches over it before that.
     */
    static String fingerprint(FoldRules rules, LocalDate asOf) {
        List<String> closures = rules.openDays().closures().stream()
                .filter(closure -> closure.to().isBefore(asOf))
                .map(DateRange::toString)
                .toList();
        return HashFunction.MD5.hex(FoldRules.VERSION
                + " " + rules.horizonDays()
                + " " + Json.write(rules.leftOut())
                + " " + Json.write(closures));
    }
}
