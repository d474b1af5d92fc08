package io.allegiance.subscription;

import io.allegiance.btyd.FitReport;
import io.allegiance.btyd.FitResult;
import java.util.Locale;
import java.util.Optional;
import org.hipparchus.special.Erf;
import org.hipparchus.util.FastMath;

/**
 * Both models fitted to the same subscriptions, and the one to use: the BdW where a likelihood-ratio test finds that c is worth its
 * parameter, else the sBG.
 *
 * <p>Under c = 1 the ratio 2 (ln L(BdW) - ln L(sBG)) is χ² distributed with one degree of freedom. c counts where that would be
 * exceeded with a probability below {@value #LEVEL}. A fit that did not converge, or that ended at the edge of the range of a
 * parameter, decides nothing: the BdW is used only where both fits are sound.
 *
 * @param sbg the fit of the sBG
 * @param bdw the fit of the BdW
 */
public record RenewalFit(FitResult<Sbg> sbg, FitResult<Bdw> bdw) {

    /** The level of the test. */
    static final double LEVEL = 0.05;

    /** Fits both. */
    public static RenewalFit of(RenewalCounts counts) {
        return new RenewalFit(Sbg.fit(counts), Bdw.fit(counts));
    }

    static String tooFew(int least, RenewalCounts counts) {
        return "it needs %d different renewals at which some subscriptions were cancelled and some renewed; there are %d"
                .formatted(least, counts.informativeRenewals());
    }

    /** The likelihood ratio 2 (ln L(BdW) - ln L(sBG)), 0 or more; NaN where one of them was not fitted. */
    public double likelihoodRatio() {
        return sbg.model().isPresent() && bdw.model().isPresent()
                ? Math.max(0, 2 * (bdw.report().logLikelihood() - sbg.report().logLikelihood()))
                : Double.NaN;
    }

    /** The probability of such a ratio, or a larger one, with c = 1: 0..1; NaN where one of them was not fitted. */
    public double pValue() {
        double ratio = likelihoodRatio();
        return Double.isNaN(ratio) ? Double.NaN : Erf.erfc(FastMath.sqrt(ratio / 2));
    }

    /** Finds the model to use; nothing where the data identify none. */
    public Optional<RenewalModel> findModel() {
        return usesDuration()
                ? bdw.model().map(RenewalModel.class::cast)
                : sbg.model().map(RenewalModel.class::cast);
    }

    private boolean usesDuration() {
        return isSound(sbg.report()) && isSound(bdw.report()) && pValue() < LEVEL;
    }

    private static boolean isSound(FitReport report) {
        return report.converged() && report.atBounds().isEmpty();
    }

    /** What was fitted, what was chosen and why, in a few sentences; what is wrong with a fit is among them. */
    public String statement() {
        String fits = sbg.report().statement() + " " + bdw.report().statement();
        if (Double.isNaN(likelihoodRatio())) {
            return fits + (sbg.model().isPresent() ? " The sBG is used." : " No model can be used.");
        }
        return String.format(
                Locale.ROOT,
                "%s c is worth %.2f in twice the log-likelihood (p = %.4f), so the %s is used.",
                fits,
                likelihoodRatio(),
                pValue(),
                usesDuration() ? Bdw.NAME : Sbg.NAME);
    }
}
