package io.allegiance.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.allegiance.btyd.PurchaseModelFamily;
import io.allegiance.calendar.ClosureRules;
import io.allegiance.churn.Logit;
import io.allegiance.churn.quality.BandQuality;
import io.allegiance.churn.quality.Quality;
import io.allegiance.intake.csv.FileProgress;
import io.allegiance.intake.line.IntakeSettings;
import io.allegiance.testing.SharedData;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the models reach on real trade: 90 days ahead, at cut-offs 30 days apart, the last one 90 days before the end. */
class RollingProtocolTest {

    private static final int HORIZON_DAYS = 90;
    private static final List<PurchaseModelFamily> BETA_GEOMETRIC =
            List.of(PurchaseModelFamily.MBG_NBD, PurchaseModelFamily.BG_NBD);

    @ParameterizedTest
    @CsvSource({
        "cdnow_full, 1998-04-01, 7, 0.3420, 0.3477, 0.3473",
        "online_retail_ii, 2011-09-10, 10, 0.5140, 0.5218, 0.5225",
        "grocery_elog, 2007-10-01, 8, 0.2345, 0.2695, 0.2599"
    })
    void meanLogLossIsWithinReach(String log, LocalDate last, int count, double reach, double bgNbd, double mbgNbd) {
        PurchaseFile file = PurchaseFile.read(
                SharedData.path(log + ".csv.gz"),
                new IntakeSettings(ZoneOffset.UTC, "EUR"),
                new ClosureRules(List.of(), true),
                last,
                FileProgress.NONE);
        assertThat(file.log().lastDay()).isEqualTo(last.plusDays(HORIZON_DAYS));
        List<LocalDate> cutOffs = IntStream.range(0, count)
                .mapToObj(i -> last.minusDays(30L * (count - 1 - i)))
                .toList();
        BacktestReport report =
                new Backtest("1.2.3", HORIZON_DAYS, BETA_GEOMETRIC, sentence -> {}).run(file.log(), cutOffs);

        assertThat(mean(report, BacktestReport.PRODUCT).logLoss()).isLessThanOrEqualTo(reach);
        // as the peers' own code has it
        assertThat(mean(report, "BG/NBD").logLoss()).isCloseTo(bgNbd, within(0.00005));
        assertThat(mean(report, "MBG/NBD").logLoss()).isCloseTo(mbgNbd, within(0.00005));
        requireLevel(file.log(), report, last);
        assertThat(mean(report, BacktestReport.PRODUCT).auc())
                .isGreaterThan(mean(report, "MBG/NBD").auc());
        assertThat(mean(report, BacktestReport.PRODUCT).logLoss()).isLessThan(report.constantLogLoss());
        requireCalibratedBands(report, count);
    }

    /** The best customers are as well predicted as the others. */
    private static void requireCalibratedBands(BacktestReport report, int cutOffs) {
        assertThat(report.bands())
                .extracting(BandQuality::band)
                .containsExactly("0", "1", "2-3", "4-7", "8-15", "16+", BandQuality.TOP);
        assertThat(report.bands())
                .filteredOn(band -> band.customers() >= 100L * cutOffs)
                .hasSizeGreaterThan(5)
                .allSatisfy(band -> assertThat(band.bias()).isBetween(-0.08, 0.08));
        assertThat(report.bands())
                .filteredOn(band -> band.band().equals(BandQuality.TOP))
                .singleElement()
                .satisfies(top -> assertThat(top.bias()).isBetween(-0.05, 0.05));
    }

    /** The ranking is the features', the level the purchase model's, moved by δ as it was learnt at that date. */
    private static void requireLevel(PurchaseLog log, BacktestReport report, LocalDate cutOff) {
        double delta = new ModelFitter("1.2.3", HORIZON_DAYS, ModelFitter.SCORED_WITH)
                .fit(TrainingSet.of(log, cutOff), fit -> {})
                .churn()
                .delta();
        double product = Logit.of(at(report, BacktestReport.PRODUCT, cutOff).meanChurn());
        assertThat(product).isCloseTo(Logit.of(at(report, "MBG/NBD", cutOff).meanChurn()) + delta, within(1e-7));
        assertThat(delta).isNotZero();
    }

    private static Quality at(BacktestReport report, String model, LocalDate cutOff) {
        return report.models().stream()
                .filter(each -> each.model().equals(model))
                .flatMap(each -> each.cutOffs().stream())
                .filter(each -> each.cutOff().equals(cutOff))
                .findFirst()
                .map(each -> Objects.requireNonNull(each.quality()))
                .orElseThrow();
    }

    private static Quality mean(BacktestReport report, String model) {
        return report.models().stream()
                .filter(each -> each.model().equals(model))
                .findFirst()
                .map(each -> Objects.requireNonNull(each.mean()))
                .orElseThrow();
    }
}
