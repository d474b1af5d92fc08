package io.allegiance.btyd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A fit is at most 0.001 in log-likelihood below what a general optimiser finds from twenty points of the same box: on the
 * shared logs at twenty cut-offs each, and on made-up trade on which fits are known to fail.
 *
 * <p>All cut-offs take an hour. Unless the system property {@code allegiance.fits} is {@code all}, a seeded handful of
 * them is tried, with fewer points.
 */
class GreatestMaximumTest {

    private static final double TOLERANCE = 0.001;
    private static final int CUT_OFFS = 20;
    private static final boolean ALL = "all".equals(System.getProperty("allegiance.fits"));
    private static final int STARTS = ALL ? 20 : 4;

    static Stream<String> logs() {
        return Stream.of("cdnow_sample", "grocery_elog", "online_retail_ii", "cdnow_full")
                .limit(ALL ? 4 : 3);
    }

    @ParameterizedTest
    @MethodSource("logs")
    void noCutOffOfALogHasABetterFit(String name) {
        PurchaseLog log = PurchaseLog.read(name + ".csv.gz");
        for (int cutOff : cutOffs(name)) {
            GroupedSummaries groups = log.asOfPart(cutOff, CUT_OFFS);
            for (PurchaseModelFamily family : families()) {
                assertGreatest(name + " " + cutOff, family, groups);
            }
        }
    }

    /* Two logs whose greatest maximum is not the one that the usual starts lead to. */
    @Test
    void someWhoStopAtOnceAmongOthersWhoNeverDoAreFound() {
        GroupedSummaries grocery = PurchaseLog.read("grocery_elog.csv.gz").asOfPart(2, CUT_OFFS);
        assertGreatest("grocery_elog 2", PurchaseModelFamily.BG_NBD, grocery);
        GroupedSummaries cdnow = PurchaseLog.read("cdnow_full.csv.gz").asOfPart(1, CUT_OFFS);
        assertGreatest("cdnow_full 1", PurchaseModelFamily.MBG_NBD, cdnow);
    }

    @ParameterizedTest
    @EnumSource
    void noMadeUpTradeHasABetterFit(PurchaseModelFamily family) {
        MadeUpTrade.all().forEach((name, groups) -> assertGreatest(name, family, groups));
    }

    @Test
    void noMadeUpSpendHasABetterFit() {
        MadeUpTrade.spends().forEach((name, spend) -> {
            FitReport report = GammaGamma.fit(spend).report();
            LogLikelihood likelihood = new GammaGammaLikelihood(spend, GammaGamma.unit(spend));
            assertGreatest(name, report, GeneralOptimiser.best(likelihood, 3, STARTS, 1));
        });
    }

    private static List<Integer> cutOffs(String name) {
        List<Integer> all =
                new ArrayList<>(IntStream.rangeClosed(1, CUT_OFFS).boxed().toList());
        Collections.shuffle(all, new Random(name.length()));
        return ALL ? all : all.subList(0, 2);
    }

    /* Pareto/NBD takes nearly all of the time. */
    private static EnumSet<PurchaseModelFamily> families() {
        return ALL
                ? EnumSet.allOf(PurchaseModelFamily.class)
                : EnumSet.complementOf(EnumSet.of(PurchaseModelFamily.PARETO_NBD));
    }

    private static void assertGreatest(String where, PurchaseModelFamily family, GroupedSummaries groups) {
        double general = GeneralOptimiser.best(family.likelihood(groups), 4, STARTS, where.hashCode());
        assertGreatest(where, family.fit(groups).report(), general);
    }

    private static void assertGreatest(String where, FitReport report, double general) {
        String what = String.format(
                Locale.ROOT, "%s: %.5f less than %.5f: %s", where, general - report.logLikelihood(), general, report);
        assertThat(report.converged()).as(what).isTrue();
        assertThat(report.logLikelihood()).as(what).isGreaterThanOrEqualTo(general - TOLERANCE);
    }
}
