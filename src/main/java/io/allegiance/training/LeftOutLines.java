package io.allegiance.training;

import io.allegiance.intake.source.SourceShape;
import io.allegiance.intake.source.SourceTransactions;
import io.allegiance.platform.sql.Sql;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts the lines that were rejected when their days were last taken in, as a model up to a date lacks them. */
@Repository
public final class LeftOutLines {

    private final JdbcClient jdbc;
    private final SourceTransactions source;

    LeftOutLines(JdbcClient jdbc, SourceTransactions source) {
        this.jdbc = jdbc;
        this.source = source;
    }

    /** Finds what is left out up to a date; empty where every line is taken in. Reads the days with a rejected line. */
    public Optional<LeftOut> find(LocalDate asOf) {
        Lines lines = jdbc.sql(Sql.get("training/total_lines"))
                .param(asOf)
                .query((row, number) -> new Lines(row.getLong(1), row.getLong(2)))
                .single();
        if (lines.rejected() == 0) {
            return Optional.empty();
        }
        long left = countCustomersLeftOut(asOf);
        long taken = jdbc.sql(Sql.get("training/count_customers"))
                .param(asOf)
                .query(Long.class)
                .single();
        return Optional.of(new LeftOut(lines.rejected(), lines.all(), countReasons(asOf), left, left + taken));
    }

    private record Lines(long all, long rejected) {}

    private Map<String, Long> countReasons(LocalDate asOf) {
        Map<String, Long> reasons = new LinkedHashMap<>();
        jdbc.sql(Sql.get("training/count_reasons")).param(asOf).query(row -> {
            reasons.put(row.getString(1), row.getLong(2));
        });
        return reasons;
    }

    /** Who has a line on a day with rejected ones and no customer day up to the date has rejected lines alone. */
    private long countCustomersLeftOut(LocalDate asOf) {
        SourceShape shape = source.getShape();
        String statement = shape.getStatement("training/list_customers_left_out");
        Set<String> customers = new HashSet<>();
        for (LocalDate day : listDays(asOf)) {
            List<Object> parameters = new ArrayList<>(shape.dayParameters(day));
            parameters.add(asOf);
            customers.addAll(
                    jdbc.sql(statement).params(parameters).query(String.class).list());
        }
        return customers.size();
    }

    private List<LocalDate> listDays(LocalDate asOf) {
        return jdbc.sql(Sql.get("training/list_days_with_rejections"))
                .param(asOf)
                .query(LocalDate.class)
                .list();
    }
}
