package io.allegiance.report.page;

import io.allegiance.churn.quality.ReliabilityBin;
import io.allegiance.publish.MeanChurnInterval;
import io.allegiance.report.RunReport;
import io.allegiance.report.plot.Bar;
import io.allegiance.report.plot.Histogram;
import io.allegiance.report.plot.Reliability;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The distribution of the churn probabilities and their quality.
 *
 * @param tenths customers by tenths of the probability
 * @param bands customers by band
 * @param crowding which band holds almost all of them; null where none does
 * @param interval of the mean churn; null where none is known
 * @param fit how the model came out
 * @param backtest null without a backtest
 * @param noBacktest why; null where there is one
 */
record ChurnView(
        Histogram tenths,
        Table bands,
        @Nullable Value crowding,
        @Nullable IntervalView interval,
        ChurnFitView fit,
        @Nullable BacktestView backtest,
        @Nullable Value noBacktest) {

    private static final int DIGITS = 4;

    /** The interval that holds the observed churn with a probability of at least 0.8. */
    record IntervalView(Value low, Value high) {}

    /**
     * The backtest.
     *
     * @param cutOffs its dates
     * @param plot predicted against observed
     * @param bands by repeat purchases; null in a model of an earlier version
     */
    record BacktestView(
            List<Value> cutOffs,
            List<Fact> facts,
            Reliability plot,
            Table bins,
            @Nullable Table bands) {}

    static ChurnView of(RunReport report, ValueFormat values) {
        RunReport.Backtest backtest = report.model().backtest();
        String crowding = report.churn().crowding();
        return new ChurnView(
                Histogram.of(
                        new Histogram.Subject("churn", "Customers by churn probability", "/churn/tenths", edges()),
                        report.churn().tenths()),
                bands(report.churn().bands(), values),
                crowding == null ? null : values.text("/churn/crowding", crowding),
                interval(report.churn().interval(), values),
                ChurnFitView.of(report.model().churn(), values),
                backtest == null ? null : backtest(backtest, values),
                backtest == null
                        ? Value.missing(
                                "/model/backtest", String.valueOf(report.model().noData()))
                        : null);
    }

    private static @Nullable IntervalView interval(@Nullable MeanChurnInterval interval, ValueFormat values) {
        return interval == null
                ? null
                : new IntervalView(
                        values.share("/churn/interval/low", interval.low(), ""),
                        values.share("/churn/interval/high", interval.high(), ""));
    }

    private static List<String> edges() {
        return IntStream.rangeClosed(0, Histogram.TENTHS)
                .mapToObj(tenth -> String.format(Locale.ROOT, "%.1f", tenth / 10.0))
                .toList();
    }

    private static Table bands(List<RunReport.Band> bands, ValueFormat values) {
        Bar.Scale scale = Bar.Scale.of(bands.stream()
                .map(band -> Optional.of(BigDecimal.valueOf(band.customers())))
                .toList());
        List<Table.Row> rows = new ArrayList<>();
        for (int i = 0; i < bands.size(); i++) {
            RunReport.Band band = bands.get(i);
            rows.add(new Table.Row(
                    values.text("/churn/bands/" + i + "/band", band.band()),
                    List.of(
                            Table.Cell.number(values.count("/churn/bands/" + i + "/customers", band.customers())),
                            Table.Cell.bar(
                                    Bar.of(band.band() + ": " + band.customers(), band.customers(), null, scale)))));
        }
        return new Table(
                "Customers by churn band",
                List.of(Table.Column.text("Band"), Table.Column.number("Customers"), Table.Column.drawing()),
                rows);
    }

    private static BacktestView backtest(RunReport.Backtest backtest, ValueFormat values) {
        List<Value> cutOffs = IntStream.range(0, backtest.cutOffs().size())
                .mapToObj(i -> values.text(
                        "/model/backtest/cutOffs/" + i, backtest.cutOffs().get(i)))
                .collect(Collectors.toList());
        String pointer = "/model/backtest";
        List<Fact> facts = new ArrayList<>(List.of(
                new Fact("Log loss", number(pointer + "/logLoss", backtest.logLoss(), values)),
                new Fact("Brier score", number(pointer + "/brier", backtest.brier(), values)),
                new Fact("AUC", number(pointer + "/auc", backtest.auc(), values))));
        addOther(
                "Log loss of the purchase model",
                pointer + "/purchaseModelLogLoss",
                backtest.purchaseModelLogLoss(),
                facts,
                values);
        addOther(
                "Log loss of the past churn rate for everybody",
                pointer + "/constantLogLoss",
                backtest.constantLogLoss(),
                facts,
                values);
        return new BacktestView(
                cutOffs,
                facts,
                Reliability.of(backtest.reliability()),
                bins(backtest.reliability(), values),
                BandsTable.of(backtest.bands(), values));
    }

    /* A model of an earlier version does not have it. */
    private static void addOther(
            String label, String pointer, @Nullable Double logLoss, List<Fact> facts, ValueFormat values) {
        if (logLoss != null) {
            facts.add(new Fact(label, number(pointer, logLoss, values)));
        }
    }

    private static Value number(String pointer, @Nullable Double number, ValueFormat values) {
        return values.number(
                pointer, number == null ? null : BigDecimal.valueOf(number), DIGITS, "all churned there, or none");
    }

    private static Table bins(List<ReliabilityBin> bins, ValueFormat values) {
        List<Table.Row> rows = new ArrayList<>();
        for (int i = 0; i < bins.size(); i++) {
            ReliabilityBin bin = bins.get(i);
            String pointer = "/model/backtest/reliability/" + i;
            String span = String.format(Locale.ROOT, "%.1f to %.1f", bin.from(), bin.to());
            rows.add(new Table.Row(
                    new Value("", true, span, span),
                    List.of(
                            Table.Cell.number(share(pointer + "/meanPredicted", bin.meanPredicted(), values)),
                            Table.Cell.number(share(pointer + "/observed", bin.observed(), values)),
                            Table.Cell.number(values.count(pointer + "/customers", bin.customers())))));
        }
        return new Table(
                "Of customers with such a churn probability, so many churned",
                List.of(
                        Table.Column.text("Churn probability"),
                        Table.Column.number("Predicted ○"),
                        Table.Column.number("Observed ■"),
                        Table.Column.number("Customers")),
                rows);
    }

    private static Value share(String pointer, @Nullable Double share, ValueFormat values) {
        return values.share(pointer, share == null ? null : BigDecimal.valueOf(share), "nobody");
    }
}
