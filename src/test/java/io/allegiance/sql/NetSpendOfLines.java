package io.allegiance.sql;

import io.allegiance.hash.FnvHash;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Net spend a second time, line by line from the lines of trade, in decimals and by names: where every amount is known. */
record NetSpendOfLines(JdbcClient sql) {

    private record Line(
            String customer, LocalDate day, String transaction, String product, boolean returned, BigDecimal amount) {}

    /** Where two returns of a day want more than a purchase day has left, the first gets it: that is the order of their hashes. */
    private static final Comparator<Line> TAKEN_OFF_IN = Comparator.<Line>comparingLong(
                    line -> hash(line.transaction()))
            .thenComparingLong(line -> hash(line.product()));

    private static long hash(String name) {
        return name.isEmpty() ? 0 : FnvHash.of(name, 0x6e65742073706e64L);
    }

    /** Writes: the spend of each purchase day, and that a day with discounts alone has no return. */
    void countAgain(String table, String asOf) {
        Map<String, List<Line>> customers = new TreeMap<>();
        sql.sql(
                        "SELECT customer_id, business_date, transaction_id, product, type = 'RETURN', ABS(amount) FROM transaction_line"
                                + " WHERE customer_id <> '' AND business_date <= ? ORDER BY business_date, transaction_id, line_key")
                .param(asOf)
                .query(row -> {
                    Line line = new Line(
                            row.getString(1),
                            row.getObject(2, LocalDate.class),
                            row.getString(3),
                            row.getString(4),
                            row.getBoolean(5),
                            row.getBigDecimal(6));
                    customers
                            .computeIfAbsent(line.customer(), id -> new ArrayList<>())
                            .add(line);
                });
        customers.forEach((customer, lines) -> count(table, customer, lines));
    }

    private void count(String table, String customer, List<Line> lines) {
        Map<LocalDate, BigDecimal> left = new TreeMap<>();
        for (LocalDate day : new TreeSet<>(lines.stream().map(Line::day).toList())) {
            List<Line> ofDay =
                    lines.stream().filter(line -> line.day().equals(day)).toList();
            List<Line> upTo = lines.stream()
                    .filter(line -> !line.returned() && !line.day().isAfter(day))
                    .toList();
            Set<String> inside = inside(ofDay);
            if (ofDay.stream().anyMatch(line -> !line.returned())) {
                left.put(day, spent(ofDay, inside));
            }
            takeOff(
                    left,
                    upTo,
                    ofDay.stream()
                            .filter(line -> line.returned() && !inside.contains(line.transaction()))
                            .toList());
            if (ofDay.stream().allMatch(line -> !line.returned() || inside.contains(line.transaction()))) {
                sql.sql("UPDATE " + table + " SET returned = FALSE WHERE customer_id = ? AND day = ?")
                        .params(customer, day)
                        .update();
            }
        }
        left.forEach((day, spend) -> sql.sql("UPDATE " + table + " SET spend = ? WHERE customer_id = ? AND day = ?")
                .params(spend, customer, day)
                .update());
    }

    /** The transactions of a day of which less was returned than bought. */
    private static Set<String> inside(List<Line> ofDay) {
        Map<String, BigDecimal> sums = new HashMap<>();
        ofDay.forEach(line -> sums.merge(line.transaction(), signed(line), BigDecimal::add));
        Set<String> inside = new HashSet<>();
        ofDay.stream()
                .filter(line -> line.returned() && sums.get(line.transaction()).signum() > 0)
                .forEach(line -> inside.add(line.transaction()));
        return inside;
    }

    private static BigDecimal signed(Line line) {
        return line.returned() ? line.amount().negate() : line.amount();
    }

    private static BigDecimal spent(List<Line> ofDay, Set<String> inside) {
        return ofDay.stream()
                .filter(line -> !line.returned() || inside.contains(line.transaction()))
                .map(NetSpendOfLines::signed)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static void takeOff(Map<LocalDate, BigDecimal> left, List<Line> bought, List<Line> returned) {
        Map<Line, BigDecimal> rest = new TreeMap<>(TAKEN_OFF_IN);
        returned.forEach(line -> rest.merge(
                new Line("", LocalDate.EPOCH, line.transaction(), line.product(), true, BigDecimal.ZERO),
                line.amount(),
                BigDecimal::add));
        rest.replaceAll((line, amount) ->
                takeOff(left, bought, amount, other -> other.transaction().equals(line.transaction())));
        rest.replaceAll((line, amount) -> takeOff(
                left,
                bought,
                amount,
                other -> !line.product().isEmpty() && other.product().equals(line.product())));
        rest.forEach((line, amount) -> takeOff(left, bought, amount, other -> true));
    }

    private static BigDecimal takeOff(
            Map<LocalDate, BigDecimal> left, List<Line> bought, BigDecimal amount, Predicate<Line> belongs) {
        BigDecimal rest = amount;
        List<LocalDate> days = new ArrayList<>(
                new TreeSet<>(bought.stream().filter(belongs).map(Line::day).toList()).descendingSet());
        for (LocalDate day : days) {
            BigDecimal off = rest.min(left.get(day));
            left.put(day, left.get(day).subtract(off));
            rest = rest.subtract(off);
        }
        return rest;
    }
}
