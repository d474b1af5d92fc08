package io.allegiance.story;

import io.allegiance.testing.TestDatabase;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The lines of {@code transaction_line}, those of {@code import_rejection}, and the view {@code source_transaction} over the first. */
record LandedLines(JdbcClient jdbc) {

    static LandedLines of(TestDatabase.Schema schema) {
        return new LandedLines(JdbcClient.create(schema.dataSource()));
    }

    /** A customer and the only day of theirs. */
    record OneDay(String customer, LocalDate day) {}

    /**
     * What went wrong for a customer.
     *
     * @param count days with an incident or a return
     * @param forgiven those of them after which the customer bought again
     */
    record Incidents(int count, int forgiven) {

        private static Incidents sum(Incidents one, Incidents other) {
            return new Incidents(one.count + other.count, one.forgiven + other.forgiven);
        }
    }

    /** Customer, date and amount of each line: {@code 42 2024-02-29 5.0000}. */
    List<String> list() {
        return jdbc.sql("SELECT CONCAT_WS(' ', customer_id, business_date, IFNULL(amount, '-')) FROM transaction_line"
                        + " ORDER BY customer_id, business_date")
                .query(String.class)
                .list();
    }

    /** The customers of all lines, each once. */
    List<String> customers() {
        return jdbc.sql("SELECT DISTINCT customer_id FROM transaction_line")
                .query(String.class)
                .list();
    }

    /** The customers whose purchases up to a date satisfy a condition of SQL on all of them together, by id. */
    List<String> customers(LocalDate upTo, String condition) {
        return jdbc.sql("SELECT customer_id FROM transaction_line WHERE type = 'PURCHASE' AND customer_id <> ''"
                        + " AND business_date <= ? GROUP BY customer_id HAVING " + condition + " ORDER BY customer_id")
                .param(upTo)
                .query(String.class)
                .list();
    }

    /** Days from the first purchase of each customer to a date. */
    Map<String, Integer> ages(LocalDate date) {
        return jdbc
                .sql("SELECT customer_id, DATEDIFF(?, MIN(business_date)) FROM transaction_line"
                        + " WHERE type = 'PURCHASE' AND customer_id <> '' GROUP BY customer_id")
                .param(date)
                .query((row, number) -> Map.entry(row.getString(1), row.getInt(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * Days with an incident or a return, 90 days or more before a date, of customers who ever bought.
     *
     * @param landed the day of an incident of each customer who has one
     */
    Map<String, Incidents> incidents(LocalDate date, Map<String, LocalDate> landed) {
        String days = landed.entrySet().stream()
                .map(incident -> " UNION SELECT '" + incident.getKey() + "', DATE '" + incident.getValue() + "'")
                .collect(Collectors.joining());
        Map<String, Incidents> incidents = new HashMap<>();
        jdbc.sql("SELECT i.customer_id, EXISTS (SELECT 1 FROM transaction_line t WHERE t.customer_id = i.customer_id"
                        + " AND t.type = 'PURCHASE' AND t.business_date > i.business_date"
                        + " AND t.business_date <= i.business_date + INTERVAL 90 DAY) FROM ("
                        + "SELECT DISTINCT customer_id, business_date FROM transaction_line WHERE type = 'RETURN'"
                        + " AND customer_id <> ''" + days + ") i WHERE i.business_date <= ? - INTERVAL 90 DAY"
                        + " AND i.customer_id IN (SELECT customer_id FROM transaction_line WHERE type = 'PURCHASE')")
                .param(date)
                .query(row -> {
                    incidents.merge(row.getString(1), new Incidents(1, row.getInt(2)), Incidents::sum);
                });
        return incidents;
    }

    /** Finds the first customer who was there on one day alone, which lies behind a date and satisfies a condition. */
    Optional<OneDay> findCustomerOfOneDay(LocalDate after, Predicate<OneDay> condition) {
        return jdbc
                .sql("SELECT customer_id, MIN(business_date) FROM customer_day GROUP BY customer_id"
                        + " HAVING COUNT(*) = 1 AND MIN(business_date) > ? ORDER BY customer_id")
                .param(after)
                .query((row, number) -> new OneDay(row.getString(1), row.getObject(2, LocalDate.class)))
                .stream()
                .filter(condition)
                .findFirst();
    }

    /** The names of the files that were imported, in their order. */
    List<String> fileNames() {
        return jdbc.sql("SELECT file_name FROM import_file ORDER BY import_id")
                .query(String.class)
                .list();
    }

    /** Number, first three characters and reason of each quarantined line: {@code 3 B01 BAD_TIME}. */
    List<String> rejections() {
        return jdbc.sql("SELECT CONCAT(line_number, ' ', LEFT(line, 3), ' ', reason) FROM import_rejection"
                        + " ORDER BY line_number")
                .query(String.class)
                .list();
    }

    /** The characters of the longest quarantined line. */
    int longestRejection() {
        return jdbc.sql("SELECT MAX(CHAR_LENGTH(line)) FROM import_rejection")
                .query(Integer.class)
                .single();
    }

    /** Writes: deletes all that was ever imported of transactions. */
    void empty() {
        List.of("transaction_line", "import_rejection", "import_file")
                .forEach(table -> jdbc.sql("TRUNCATE TABLE " + table).update());
    }

    /** Writes: deletes the lines that have a value in a column, and returns their number. */
    int delete(String column, String value) {
        return jdbc.sql("DELETE FROM transaction_line WHERE " + column + " = ?")
                .param(value)
                .update();
    }

    /** Writes: gives one in so many lines of a range of dates an unknown type, and returns their number. */
    int spoil(LocalDate from, LocalDate to, int oneIn) {
        return jdbc.sql("UPDATE transaction_line SET type = 'GIFT' WHERE business_date BETWEEN ? AND ?"
                        + " AND CRC32(CONCAT(transaction_id, line_key)) % ? = 0")
                .params(from, to, oneIn)
                .update();
    }

    /** Writes: defines the view with an expression of SQL for the amount. */
    void defineView(String amount) {
        jdbc.sql(
                        "CREATE OR REPLACE VIEW source_transaction AS SELECT transaction_id, line_key, customer_id, occurred_at,"
                                + " type, " + amount
                                + " AS amount, currency, quantity, discount, category, product, store,"
                                + " channel, business_date FROM transaction_line")
                .update();
    }
}
