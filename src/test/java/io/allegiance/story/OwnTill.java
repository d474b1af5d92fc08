package io.allegiance.story;

import io.allegiance.testing.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** A user's own table of lines, to which days are delivered, and the view {@code source_transaction} over it. */
record OwnTill(JdbcTemplate jdbc, String delivered) {

    private static final List<String> COLUMNS = List.of(
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
            "channel",
            "business_date");

    /** A till with the lines up to a day, to be delivered from those that were imported into another schema. */
    static OwnTill open(TestDatabase.Schema schema, TestDatabase.Schema imported, LocalDate upTo) {
        OwnTill till = new OwnTill(new JdbcTemplate(schema.dataSource()), imported.name() + ".transaction_line");
        till.jdbc.execute("CREATE TABLE till AS SELECT " + String.join(", ", COLUMNS) + " FROM " + till.delivered
                + " WHERE business_date <= '" + upTo + "'");
        till.jdbc.execute("ALTER TABLE till ADD KEY (business_date, customer_id)");
        till.defineView(Map.of());
        return till;
    }

    /** Defines the view, some of its columns otherwise than as they are. */
    void defineView(Map<String, String> otherwise) {
        jdbc.execute("CREATE OR REPLACE VIEW source_transaction AS SELECT "
                + COLUMNS.stream()
                        .map(column -> otherwise.getOrDefault(column, column) + " AS " + column)
                        .collect(Collectors.joining(", "))
                + " FROM till");
    }

    /** Changes the type of the till's column of amounts. */
    void setTypeOfAmount(String type) {
        jdbc.execute("ALTER TABLE till MODIFY amount " + type);
    }

    void dropView() {
        jdbc.execute("DROP VIEW source_transaction");
    }

    /** Delivers a day as it should be, whatever was there of it. */
    void deliver(LocalDate day) {
        deliver(day, Integer.MAX_VALUE);
    }

    /** Delivers half of a day. */
    void deliverHalf(LocalDate day) {
        deliver(
                day,
                jdbc.queryForObject(
                        "SELECT COUNT(*) DIV 2 FROM " + delivered + " WHERE business_date = ?", Integer.class, day));
    }

    private void deliver(LocalDate day, int lines) {
        jdbc.update("DELETE FROM till WHERE business_date = ?", day);
        jdbc.update(
                "INSERT INTO till SELECT " + String.join(", ", COLUMNS) + " FROM " + delivered
                        + " WHERE business_date = ? ORDER BY transaction_id, line_key LIMIT ?",
                day,
                lines);
    }

    /** Delivers the lines of the day before once more, with the date of a day. */
    void deliverAgain(LocalDate before, LocalDate day) {
        jdbc.update(
                "INSERT INTO till SELECT "
                        + String.join(", ", COLUMNS)
                                .replace("transaction_id", "CONCAT(transaction_id, '-2')")
                                .replace("occurred_at", "TIMESTAMP(?, TIME(occurred_at))")
                                .replace("business_date", "?")
                        + " FROM till WHERE business_date = ?",
                day,
                day,
                before);
    }
}
