package io.allegiance.intake;

import io.allegiance.platform.Sql;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What upstream announced: the rows of {@code feed_manifest}. */
@Repository
public final class Manifests {

    private final JdbcClient jdbc;

    Manifests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Finds what was announced for a date. */
    public Optional<Manifest> find(LocalDate date) {
        return jdbc.sql(Sql.get("intake/find_manifest"))
                .param(date)
                .query((row, number) -> new Manifest(
                        row.getObject("business_date", LocalDate.class),
                        row.getLong("line_count"),
                        row.getBigDecimal("amount")))
                .optional();
    }
}
