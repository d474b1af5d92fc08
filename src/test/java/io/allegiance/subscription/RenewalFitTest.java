package io.allegiance.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.allegiance.btyd.FitResult;
import io.allegiance.btyd.FitStatus;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Fits against what an independent program found for the published cohorts, and what is said where there is nothing to fit. */
class RenewalFitTest {

    /** Parameters to three digits, as printed to four. */
    private static final double THREE_DIGITS = 5e-4;

    static Stream<Arguments> published() {
        return Stream.of(
                Arguments.of(
                        PublishedCohorts.regular(7),
                        new Sbg(0.7041, 1.1820),
                        -1680.265,
                        new Bdw(0.4556, 0.7793, 1.2835),
                        -1679.603),
                Arguments.of(
                        PublishedCohorts.regular(4),
                        new Sbg(0.7637, 1.2958),
                        -1401.559,
                        new Bdw(0.5230, 0.8943, 1.1964),
                        -1401.383),
                Arguments.of(
                        PublishedCohorts.highEnd(7),
                        new Sbg(0.6681, 3.8061),
                        -1611.158,
                        new Bdw(0.2143, 1.4266, 1.7236),
                        -1605.314),
                Arguments.of(
                        PublishedCohorts.highEnd(4),
                        new Sbg(1.2810, 7.7904),
                        -1225.135,
                        new Bdw(0.2593, 1.7226, 1.5844),
                        -1222.749));
    }

    @ParameterizedTest
    @MethodSource("published")
    void fitsArePublishedOnes(RenewalCounts counts, Sbg sbg, double sbgLikelihood, Bdw bdw, double bdwLikelihood) {
        RenewalFit fit = RenewalFit.of(counts);

        assertClose(fit.sbg().get().parameters(), sbg.parameters());
        assertThat(fit.sbg().report().logLikelihood()).isCloseTo(sbgLikelihood, within(0.001));
        assertClose(fit.bdw().get().parameters(), bdw.parameters());
        assertThat(fit.bdw().report().logLikelihood()).isCloseTo(bdwLikelihood, within(0.001));
        assertThat(fit.sbg().report().converged() && fit.bdw().report().converged())
                .as(fit.statement())
                .isTrue();
        assertThat(fit.sbg().get().logLikelihood(counts))
                .isCloseTo(fit.sbg().report().logLikelihood(), within(1e-8));
        assertThat(fit.bdw().get().logLikelihood(counts))
                .isCloseTo(fit.bdw().report().logLikelihood(), within(1e-8));
    }

    private static void assertClose(Map<String, Double> found, Map<String, Double> expected) {
        expected.forEach((symbol, value) -> assertThat(found.get(symbol))
                .as(symbol)
                .isCloseTo(value, within(Math.max(1e-4, THREE_DIGITS * value))));
    }

    @Test
    void theBdwProjectsWhatHappened() {
        RenewalFit fit = RenewalFit.of(PublishedCohorts.highEnd(4));

        assertThat(fit.sbg().get().survival(7)).isCloseTo(0.445, within(0.001));
        assertThat(fit.bdw().get().survival(7)).as("49.1 % were left").isCloseTo(0.481, within(0.001));
    }

    @Test
    void durationCountsWhereItIsWorthItsParameter() {
        RenewalFit regular = RenewalFit.of(PublishedCohorts.regular(7));
        RenewalFit highEnd = RenewalFit.of(PublishedCohorts.highEnd(7));

        assertThat(regular.likelihoodRatio()).isCloseTo(2 * (1680.265 - 1679.603), within(0.003));
        assertThat(regular.findModel()).containsInstanceOf(Sbg.class);
        assertThat(highEnd.pValue()).isCloseTo(0.00063, within(0.00002));
        assertThat(highEnd.findModel()).containsInstanceOf(Bdw.class);
        assertThat(highEnd.statement()).contains("c is worth 11.69", "so the BdW is used");
    }

    @Test
    void tooLittleDataIsSaidAndNothingFitted() {
        for (RenewalCounts counts : List.of(
                RenewalCounts.of(new long[0], new long[] {90}),
                RenewalCounts.ofSurvivors(100, 100, 100, 100),
                RenewalCounts.ofSurvivors(100, 0),
                RenewalCounts.ofSurvivors(100, 60))) {
            RenewalFit fit = RenewalFit.of(counts);
            assertThat(fit.sbg().report().status()).as(counts.toString()).isEqualTo(FitStatus.TOO_LITTLE_DATA);
            assertThat(fit.findModel()).isEmpty();
            assertThat(fit.pValue()).isNaN();
            assertThat(fit.statement())
                    .contains("sBG was not fitted: it needs 2 different renewals", "No model can be used.");
        }
        RenewalFit two = RenewalFit.of(RenewalCounts.ofSurvivors(1_000, 600, 450));
        assertThat(two.findModel()).containsInstanceOf(Sbg.class);
        assertThat(two.statement()).contains("BdW was not fitted: it needs 3 different renewals", "The sBG is used.");
    }

    /** All subscribers are alike: only the ratio of α and β is told by the data. */
    @Test
    void aFitAtTheEdgeSaysSoAndDecidesNothing() {
        RenewalFit fit = RenewalFit.of(RenewalCounts.ofSurvivors(100_000, 80_000, 64_000, 51_200, 40_960, 32_768));

        assertThat(fit.sbg().report().atBounds()).isNotEmpty();
        assertThat(fit.statement()).contains("At the edge of their range");
        assertThat(fit.findModel()).containsInstanceOf(Sbg.class);
        assertThat(fit.findModel().orElseThrow().cancellationWithin(3, 1)).isCloseTo(0.2, within(0.001));
    }

    @Test
    void modelsAreRestoredFromTheirParameters() {
        FitResult<Bdw> fit = Bdw.fit(PublishedCohorts.highEnd(7));

        assertThat(Bdw.restore(fit.report().parameters())).isEqualTo(fit.get());
        assertThat(Sbg.restore(new Sbg(2, 3).parameters())).isEqualTo(new Sbg(2, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> Sbg.restore(Map.of("alpha", 1.0)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Bdw(1, 1, 0));
    }
}
