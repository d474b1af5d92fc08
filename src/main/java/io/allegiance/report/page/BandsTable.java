package io.allegiance.report.page;

import io.allegiance.churn.quality.BandQuality;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How good predictions were on past dates, by repeat purchases. */
final class BandsTable {

    private static final String FEW = "too few customers";

    private BandsTable() {}

    /** The bands as a table; null without any. */
    static @Nullable Table of(List<BandQuality> bands, ValueFormat values) {
        if (bands.isEmpty()) {
            return null;
        }
        List<Table.Row> rows = new ArrayList<>();
        for (int i = 0; i < bands.size(); i++) {
            rows.add(row("/model/backtest/bands/" + i, bands.get(i), values));
        }
        return new Table(
                "On past dates by repeat purchases, and for the customers with the greatest expected value",
                List.of(
                        Table.Column.text("Repeat purchases"),
                        Table.Column.number("Customers"),
                        Table.Column.number("Predicted"),
                        Table.Column.number("Observed"),
                        Table.Column.number("Purchase model alone"),
                        Table.Column.number("Bias")),
                rows);
    }

    private static Table.Row row(String pointer, BandQuality band, ValueFormat values) {
        return new Table.Row(
                values.text(pointer + "/band", band.band()),
                List.of(
                        Table.Cell.number(values.count(pointer + "/customers", band.customers())),
                        share(pointer + "/meanChurn", band.meanChurn(), values),
                        share(pointer + "/observedChurn", band.observedChurn(), values),
                        share(pointer + "/modelChurn", band.modelChurn(), values),
                        share(pointer + "/bias", band.bias(), values)));
    }

    private static Table.Cell share(String pointer, @Nullable Double share, ValueFormat values) {
        return Table.Cell.number(values.share(pointer, share == null ? null : BigDecimal.valueOf(share), FEW));
    }
}
