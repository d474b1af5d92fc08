package io.allegiance.intake.source;

import io.allegiance.intake.line.Manifest;
import io.allegiance.platform.sql.Sql;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Upstream's announcements: the rows of {@code feed_manifest}. */
@Repository
public final class ManifestTable {

    private final JdbcClient jdbc;

    ManifestTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Finds what was announced for a date. */
    public Optional<Manifest> find(LocalDate date) {
        return jdbc.sql(Sql.get("intake/source/find_manifest"))
                .param(date)
                .query((row, number) -> new Manifest(
                        row.getObject("business_date", LocalDate.class),
                        row.getLong("line_count"),
                        row.getBigDecimal("amount")))
                .optional();
    }
}
