package io.allegiance.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.churn.RankingTrial;
import io.allegiance.churn.RankingTrial.Gain;
import io.allegiance.churn.quality.BandQuality;
import io.allegiance.churn.quality.Quality;
import io.allegiance.platform.Json;
import io.allegiance.training.BacktestReport;
import io.allegiance.training.CutOffFit;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class BacktestTableTest {

    private static final LocalDate CUT_OFF = LocalDate.of(2025, 9, 1);
    private static final Quality QUALITY = new Quality(2_000, 0.4, 0.12, 0.8, 0.02, 0.61, 0.6, 0.3, -0.01);

    @Test
    void bandsLevelRankingAndConstantAreShown() {
        RankingTrial trial = new RankingTrial(
                3,
                900,
                new Gain(0.0051, 0.0011),
                new Gain(0.0061, 0.0012),
                new Gain(0.0001, 0.0002),
                new Gain(0.0031, 0.0008),
                new Gain(0.0041, 0.0009));
        String text = print(report(
                List.of(
                        new BandQuality("0", 1_900, 0.71, 0.7, 0.72, 0.0104),
                        new BandQuality(BandQuality.TOP, 20, null, null, null, null)),
                0.4512,
                List.of(new CutOffFit(CUT_OFF, 1, trial, -0.0501, 0.412, 0.2, 0.57, 0.65, true, 1.0234))));
        assertThat(text)
                .contains("The past churn rate for everybody has a mean log loss of 0.4512.")
                .containsPattern("0 +1900 +0\\.7100 +0\\.7000 +0\\.7200 +\\+0\\.0104")
                .containsPattern("top 1 % +20 +too few +too few +too few +too few")
                .containsPattern("2025-09-01 +0\\.6100 +0\\.5700 +0\\.6500 +0\\.6000 +yes +-0\\.0501 +0\\.412 +0\\.200")
                .containsPattern("2025-09-01 +3 +\\+0\\.0051 +0\\.0011 +\\+0\\.0031 +0\\.0008 +1\\.0 +1\\.023");
        assertThat(text.lines()).allMatch(line -> line.length() <= 100);
    }

    @Test
    void reportOfAnEarlierVersionHasNone() {
        String document = Json.write(report(List.of(), null, List.of()));
        String earlier = document.replace(",\"bands\":[],\"constantLogLoss\":null,\"fits\":[]", "");
        assertThat(earlier).isNotEqualTo(document);
        assertThat(print(Json.read(earlier, BacktestReport.class)))
                .contains("2025-09-01      2000    0.4000", "reliability over all cut-offs")
                .doesNotContain("past churn rate", "by repeat purchases", "interval", "gain");
    }

    private static BacktestReport report(List<BandQuality> bands, Double constantLogLoss, List<CutOffFit> fits) {
        return new BacktestReport(
                90,
                List.of(new BacktestReport.ModelQuality(
                        BacktestReport.PRODUCT,
                        List.of(new BacktestReport.CutOffQuality(CUT_OFF, QUALITY, "Fitted.")),
                        QUALITY)),
                List.of(),
                List.of(),
                bands,
                constantLogLoss,
                fits);
    }

    private static String print(BacktestReport report) {
        StringWriter text = new StringWriter();
        BacktestTable.print(report, new PrintWriter(text, true));
        return text.toString();
    }
}
