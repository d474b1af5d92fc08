package io.allegiance.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.allegiance.churn.quality.BandQuality;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CutOffBacktestTest {

    private static final LocalDate CUT_OFF = Fits.AS_OF.minusDays(90);
    private static final TrainingSet SET = Fits.population(400, true);

    /** The rate of the training cut-offs for everybody, with half a customer on either side. */
    @Test
    void theConstantIsThePastChurnRateForEverybody() {
        TrainedModel trained = Fits.fit(TrainingSet.of(SET.log(), CUT_OFF));
        CutOffBacktest backtest = new CutOffBacktest(SET.log(), CUT_OFF, trained);
        assertThat(backtest.findConstantLogLoss()).isEmpty();
        backtest.run(PredictionSink.NONE);
        double customers = 1;
        double churned = 0.5;
        for (ChurnFit.CutOff cutOff : trained.churn().cutOffs()) {
            customers += cutOff.customers();
            churned += cutOff.churned();
        }
        double sum = 0;
        int known = 0;
        for (int i = 0; i < SET.log().size(); i++) {
            if (SET.log().hasPurchase(i, CUT_OFF)) {
                boolean hasChurned = SET.log().countPurchaseDays(i, CUT_OFF, 90) == 0;
                sum -= Math.log(hasChurned ? churned / customers : 1 - churned / customers);
                known++;
            }
        }
        assertThat(backtest.findConstantLogLoss().orElseThrow()).isCloseTo(sum / known, within(1e-12));
        assertThat(backtest.quality().customers()).isEqualTo(known);
    }

    @Test
    void withoutATrainingCutOffThereIsNoConstant() {
        LocalDate early = Fits.AS_OF.minusDays(670);
        CutOffBacktest backtest = new CutOffBacktest(SET.log(), early, Fits.fit(TrainingSet.of(SET.log(), early)));
        backtest.run(PredictionSink.NONE);
        assertThat(backtest.findConstantLogLoss()).isEmpty();
    }

    @Test
    void theBandsHoldEveryCustomerOnce() {
        CutOffBacktest backtest = new CutOffBacktest(SET.log(), CUT_OFF, Fits.fit(TrainingSet.of(SET.log(), CUT_OFF)));
        backtest.run(PredictionSink.NONE);
        List<BandQuality> bands = CutOffBands.pool(List.of(backtest.bands()));
        long customers = backtest.quality().customers();
        assertThat(bands.subList(0, 6).stream()
                        .mapToLong(BandQuality::customers)
                        .sum())
                .isEqualTo(customers);
        assertThat(bands.get(6).customers()).isEqualTo((customers + 99) / 100);
        assertThat(bands.get(0).meanChurn()).isGreaterThan(bands.get(3).meanChurn());
    }
}
