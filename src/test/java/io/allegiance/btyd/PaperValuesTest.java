package io.allegiance.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The values that the papers and their readers report for the CDNOW data. */
class PaperValuesTest {

    private static final Offset<Double> LIKELIHOOD = within(0.006);

    @Test
    void bgNbdReproducesFaderHardieLee2005OnTheCdnowSample() {
        FitResult<PurchaseModel> fitted = fit(PurchaseModelFamily.BG_NBD, Cdnow.sample());
        assertThat(fitted.report().customers()).isEqualTo(2357);
        assertThat(fitted.report().logLikelihood()).isCloseTo(-9582.43, LIKELIHOOD);
        assertParameters(fitted, 0.24259, 4.41360, 0.79292, 2.42589);
    }

    @Test
    void mbgNbdReproducesItsValuesOnTheCdnowSample() {
        FitResult<PurchaseModel> fitted = fit(PurchaseModelFamily.MBG_NBD, Cdnow.sample());
        assertThat(fitted.report().logLikelihood()).isCloseTo(-9582.13, LIKELIHOOD);
        assertParameters(fitted, 0.52484, 6.18309, 0.89139, 1.61405);
    }

    @Test
    void paretoNbdReproducesItsValuesOnTheCdnowSample() {
        FitResult<PurchaseModel> fitted = fit(PurchaseModelFamily.PARETO_NBD, Cdnow.sample());
        assertThat(fitted.report().logLikelihood()).isCloseTo(-9594.98, LIKELIHOOD);
        assertParameters(fitted, 0.55327, 10.5778, 0.60602, 11.6639);
    }

    @Test
    void bothBetaGeometricModelsReproduceTheirValuesOnAllOfCdnow() {
        Cdnow full = Cdnow.full();
        FitResult<PurchaseModel> bg = fit(PurchaseModelFamily.BG_NBD, full);
        assertThat(bg.report().customers()).isEqualTo(23570);
        assertThat(bg.report().logLikelihood()).isCloseTo(-95368.44, LIKELIHOOD);
        assertParameters(bg, 0.2516, 4.7889, 0.7235, 2.1612);
        FitResult<PurchaseModel> mbg = fit(PurchaseModelFamily.MBG_NBD, full);
        assertThat(mbg.report().logLikelihood()).isCloseTo(-95336.96, LIKELIHOOD);
        assertParameters(mbg, 0.6371, 7.3104, 0.8075, 1.2284);
    }

    @Test
    void gammaGammaReproducesFaderHardie2013OnTheCdnowSample() {
        FitResult<GammaGamma> fitted = GammaGamma.fit(Cdnow.sample().spend());
        assertThat(fitted.report().customers()).isEqualTo(946);
        assertThat(fitted.report().logLikelihood()).isCloseTo(-4055.92, LIKELIHOOD);
        assertThat(fitted.report().converged()).isTrue();
        assertThat(fitted.get().p()).isCloseTo(6.24935, within(6e-4));
        assertThat(fitted.get().q()).isCloseTo(3.74426, within(4e-4));
        assertThat(fitted.get().gamma()).isCloseTo(15.44431, within(2e-3));
    }

    @Test
    void thePeriodsLastDayBelongsToIt() {
        Cdnow dayLater = Cdnow.read("cdnow_sample.csv.gz", LocalDate.of(1997, 10, 1));
        FitResult<PurchaseModel> fitted = fit(PurchaseModelFamily.BG_NBD, dayLater);
        assertThat(fitted.report().logLikelihood()).isCloseTo(-9602.86, LIKELIHOOD);
    }

    private static FitResult<PurchaseModel> fit(PurchaseModelFamily family, Cdnow data) {
        return family.fit(data.summaries());
    }

    private static void assertParameters(FitResult<PurchaseModel> fitted, double... expected) {
        List<Double> parameters = new ArrayList<>(fitted.report().parameters().values());
        assertThat(fitted.report().converged()).isTrue();
        assertThat(fitted.report().atBounds()).isEmpty();
        for (int i = 0; i < expected.length; i++) {
            assertThat(parameters.get(i)).isCloseTo(expected[i], withinPercentage(0.05));
        }
        assertThat(fitted.report().parameters()).isEqualTo(fitted.get().parameters());
    }
}
