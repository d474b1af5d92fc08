package io.allegiance.doctor;

import io.allegiance.intake.source.SourceShape;
import io.allegiance.platform.sql.Sql;
import io.allegiance.scoring.BandCounts;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Queries on the state of the tables that no other repository needs. */
@Repository
final class StateQueries {

    private final JdbcClient jdbc;

    StateQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest time on record, and how far it is ahead of the server's clock. */
    record Newest(LocalDateTime at, long secondsAhead) {}

    /** Bytes, as the server estimates them. */
    record Sizes(long largestSlot, long all) {}

    /** Counts of work that is left over. */
    record Leftovers(long spentSlots, long historiesDue) {}

    Newest newestTime() {
        return jdbc.sql(Sql.get("doctor/find_newest_time"))
                .query((row, number) ->
                        new Newest(row.getObject("at", LocalDateTime.class), row.getLong("seconds_ahead")))
                .single();
    }

    Sizes sizes() {
        return jdbc.sql(Sql.get("doctor/get_sizes"))
                .query((row, number) -> new Sizes(row.getLong("largest_slot"), row.getLong("all_tables")))
                .single();
    }

    Leftovers leftovers() {
        return jdbc.sql(Sql.get("doctor/count_leftovers"))
                .query((row, number) -> new Leftovers(row.getLong(1), row.getLong(2)))
                .single();
    }

    BandCounts countBands(int slot) {
        return jdbc.sql(Sql.get("doctor/count_bands"))
                .param(slot)
                .query((row, number) -> new BandCounts(row.getLong(1), row.getLong(2), row.getLong(3)))
                .single();
    }

    List<String> listCurrencies(SourceShape shape, LocalDate day) {
        return jdbc.sql(shape.getStatement("doctor/list_currencies"))
                .params(shape.dayParameters(day))
                .query(String.class)
                .list();
    }
}
