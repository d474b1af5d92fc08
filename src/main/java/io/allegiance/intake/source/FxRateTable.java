package io.allegiance.intake.source;

import io.allegiance.intake.line.FxRate;
import io.allegiance.intake.line.FxRates;
import io.allegiance.platform.sql.Sql;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@code fx_rate} as a run reads them. */
@Component
public final class FxRateTable {

    private final JdbcClient client;

    public FxRateTable(DataSource dataSource) {
        this.client = JdbcClient.create(dataSource);
    }

    /** Loads all current rates; a run loads them once, so that all its parts use the same. */
    public FxRates load() {
        return new FxRates(client.sql(Sql.get("intake/source/load_fx_rates"))
                .query((row, number) ->
                        new FxRate(row.getString(1), row.getObject(2, LocalDate.class), row.getBigDecimal(3)))
                .list());
    }
}
