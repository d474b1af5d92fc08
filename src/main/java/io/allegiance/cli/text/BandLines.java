package io.allegiance.cli.text;

import io.allegiance.churn.quality.BandQuality;
import io.allegiance.training.TrainedModel;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How good predictions were by repeat purchases, a line for each band. */
final class BandLines {

    private static final String TOO_FEW = "too few";

    private BandLines() {}

    /** @param indent before each line */
    static void print(List<BandQuality> bands, String indent, PrintWriter out) {
        TextTable table = new TextTable(
                indent,
                new TextTable.Column("repeats", -11),
                new TextTable.Column("customers", 10),
                new TextTable.Column("mean churn", 12),
                new TextTable.Column("observed", 10),
                new TextTable.Column(TrainedModel.PURCHASE_MODEL, 10),
                new TextTable.Column("bias", 8));
        bands.forEach(band -> table.addRow(
                band.band(),
                band.customers(),
                rounded("%.4f", band.meanChurn()),
                rounded("%.4f", band.observedChurn()),
                rounded("%.4f", band.modelChurn()),
                rounded("%+.4f", band.bias())));
        table.print(out);
        out.println(indent + BandQuality.TOP + ": the customers of the greatest expected value; " + TOO_FEW
                + ": fewer than " + BandQuality.FEWEST + " customers");
    }

    private static String rounded(String format, @Nullable Double figure) {
        return figure == null ? TOO_FEW : String.format(Locale.ROOT, format, figure);
    }
}
