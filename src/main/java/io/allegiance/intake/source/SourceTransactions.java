package io.allegiance.intake.source;

import io.allegiance.customer.CustomerRange;
import io.allegiance.failure.AttentionException;
import io.allegiance.failure.UsageException;
import io.allegiance.intake.line.DayTotals;
import io.allegiance.platform.Parallel;
import io.allegiance.platform.sql.Sql;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The input view {@code source_transaction}: which days it has, their totals, and where to cut it into partitions. */
@Repository
public final class SourceTransactions {

    private static final Set<String> CONTRACT = Set.of(
            "transaction_id",
            "line_key",
            "customer_id",
            "occurred_at",
            "type",
            "amount",
            "currency",
            "quantity",
            "discount",
            "category",
            "product",
            "store",
            "channel");

    private final JdbcClient jdbc;
    private final int partitions;

    SourceTransactions(JdbcClient jdbc, @Value("${allegiance.partitions:1}") int partitions) {
        this.jdbc = jdbc;
        this.partitions = partitions;
    }

    /**
     * Returns the form of the view after checking it against the input contract.
     *
     * @throws AttentionException when the view does not exist, reads a missing table, lacks a column or has one of a
     *     type that cannot be read without loss, or customer ids do not sort as bytes
     */
    public SourceShape getShape() {
        Map<String, SourceColumn> columns = columns();
        Set<String> missing = new TreeSet<>(CONTRACT);
        missing.removeAll(columns.keySet());
        if (!missing.isEmpty()) {
            throw new AttentionException("the view source_transaction lacks " + String.join(", ", missing)
                    + "; define it with all columns of the input contract, NULL for those that you do not have");
        }
        requireByteOrder(Objects.requireNonNull(columns.get("customer_id")).collation());
        columns.values().forEach(SourceColumn::requireUsableType);
        return new SourceShape(columns.containsKey("business_date"));
    }

    private Map<String, SourceColumn> columns() {
        Map<String, SourceColumn> columns = new LinkedHashMap<>();
        jdbc.sql(Sql.get("intake/source/list_source_columns")).query(row -> {
            SourceColumn column = new SourceColumn(
                    row.getString(1), row.getString(2), row.getObject(3, Long.class), row.getString(4));
            columns.put(column.name(), column);
        });
        if (columns.isEmpty()) {
            throw explainMissingColumns();
        }
        return columns;
    }

    private AttentionException explainMissingColumns() {
        long views = jdbc.sql(Sql.get("intake/source/count_source_views"))
                .query(Long.class)
                .single();
        return new AttentionException(
                views == 0
                        ? "there is no view source_transaction, or this user may not read it; define it with CREATE OR REPLACE"
                                + " VIEW over your tables as sql/examples shows, or as sql/migration/V001__transactions.sql has"
                                + " it over the imported lines, grant SELECT on it, and run the same command again"
                        : "the view source_transaction reads a table or column that is gone, or that its owner may not read;"
                                + " bring it back or correct the view, then run the same command again");
    }

    private static void requireByteOrder(@Nullable String collation) {
        if (collation == null || !collation.endsWith("_bin")) {
            throw new AttentionException("customer_id of the view source_transaction has the collation " + collation
                    + "; write it as TRIM(customer_id) COLLATE utf8mb4_bin, because ids are compared as bytes");
        }
    }

    /**
     * Requires that the source has lines on or before a date.
     *
     * @throws UsageException when there are no lines, or only later ones
     */
    public void requireDataUpTo(LocalDate date) {
        LocalDate first = findFirstDate()
                .orElseThrow(() -> new UsageException(
                        "there are no transactions; land a file with 'allegiance import FILE', or point the view"
                                + " source_transaction at your tables"));
        if (date.isBefore(first)) {
            throw new UsageException(
                    "the date " + date + " lies before all data: the first transactions are of " + first);
        }
    }

    /** Finds the first day with lines. */
    public Optional<LocalDate> findFirstDate() {
        return Optional.ofNullable(getDates().first());
    }

    /** Finds the last day with lines. */
    public Optional<LocalDate> findLastDate() {
        return Optional.ofNullable(getDates().last());
    }

    private Dates getDates() {
        return jdbc.sql(getShape().getStatement("intake/source/find_date_range"))
                .query((row, number) -> new Dates(row.getObject(1, LocalDate.class), row.getObject(2, LocalDate.class)))
                .single();
    }

    private record Dates(
            @Nullable LocalDate first, @Nullable LocalDate last) {}

    /**
     * Lists the totals of the days from one date to another, both inclusive, in order; days without lines are left out.
     * The days are read in as many parallel parts as there are partitions, because every column of every line goes into
     * them.
     */
    public List<DayTotals> listDayTotals(LocalDate from, LocalDate to) {
        LocalDate first = findFirstDate().orElse(null);
        if (first == null || first.isAfter(to)) {
            return List.of();
        }
        LocalDate begin = first.isAfter(from) ? first : from;
        String statement = getShape().getStatement("intake/source/list_day_totals");
        long days = to.toEpochDay() - begin.toEpochDay() + 1;
        int parts = (int) Math.min(partitions, days);
        List<Callable<List<DayTotals>>> work = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            LocalDate start = begin.plusDays(days * part / parts);
            LocalDate end = begin.plusDays(days * (part + 1) / parts - 1);
            work.add(() -> listDayTotals(statement, start, end));
        }
        return Parallel.run(work).stream().flatMap(List::stream).toList();
    }

    private List<DayTotals> listDayTotals(String statement, LocalDate from, LocalDate to) {
        return jdbc.sql(statement)
                .params(from, to)
                .query((row, number) -> new DayTotals(
                        row.getObject(1, LocalDate.class),
                        row.getLong(2),
                        row.getBigDecimal(3),
                        row.getBigDecimal(4).toBigInteger()))
                .list();
    }

    /** Returns the number of lines of a day without a customer id (NULL), and the sum of their amounts. */
    public AnonymousTotals getAnonymousTotals(LocalDate day) {
        SourceShape shape = getShape();
        return jdbc.sql(shape.getStatement("intake/source/total_anonymous_lines"))
                .params(shape.dayParameters(day))
                .query((row, number) -> new AnonymousTotals(row.getLong(1), row.getBigDecimal(2)))
                .single();
    }

    /**
     * Lines that no range of ids can hold.
     *
     * @param lineCount number of lines
     * @param amountSum sum of their amounts as they came
     */
    public record AnonymousTotals(long lineCount, BigDecimal amountSum) {}

    /** Lists ranges of customers with about as many lines each on the day given; fewer than asked where it has few. */
    public List<CustomerRange> listRanges(DayTotals day, int ranges) {
        List<String> bounds = new ArrayList<>();
        for (int i = 1; i < ranges; i++) {
            findBoundary(day.businessDate(), day.lineCount() * i / ranges)
                    .filter(bound -> !bound.isEmpty() && !bounds.contains(bound))
                    .ifPresent(bounds::add);
        }
        return CustomerRange.between(bounds);
    }

    private Optional<String> findBoundary(LocalDate day, long offset) {
        SourceShape shape = getShape();
        List<Object> parameters = new ArrayList<>(shape.dayParameters(day));
        parameters.add(offset);
        return jdbc.sql(shape.getStatement("intake/source/find_boundary"))
                .params(parameters)
                .query(String.class)
                .optional()
                .map(String::strip);
    }
}
