package io.allegiance.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.churn.quality.BandQuality;
import io.allegiance.churn.quality.ReliabilityBin;
import io.allegiance.outcome.GroupKind;
import io.allegiance.outcome.GroupOutcome;
import io.allegiance.outcome.PublicationOutcome;
import io.allegiance.platform.Json;
import io.allegiance.publish.MeanChurnInterval;
import io.allegiance.publish.Publication;
import io.allegiance.report.ChurnFitFigures;
import io.allegiance.report.ClosureFigure;
import io.allegiance.report.RunReport;
import io.allegiance.report.benefit.BenefitFigures;
import io.allegiance.report.figure.Figure;
import io.allegiance.report.figure.FigureGroup;
import io.allegiance.report.figure.Unit;
import io.allegiance.run.AuditCheck;
import io.allegiance.run.Decision;
import io.allegiance.run.RejectionCount;
import io.allegiance.testing.ReportPage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportTemplateTest {

    private static final LocalDate DATE = LocalDate.of(2025, 12, 31);
    private static final LocalDateTime AT = DATE.plusDays(1).atTime(3, 4, 5);
    private static final String WHY = "nobody bought";

    @ParameterizedTest
    @ValueSource(
            strings = {"<script>alert(1)</script>", "\"onload=\"x", "&amp;", "'><svg onload=x>", "{{head}}", "`=`"})
    void whateverComesFromDataIsTextInTablesHeadsAndDrawings(String text) {
        String html = ReportTemplate.render(full(text));
        assertThat(html)
                .doesNotContain("<script", "onload=", "<svg onload", "alert(1)</script>")
                .contains(escaped(text));
        assertThat(html.split("<title>", -1))
                .as("drawings beside names carry them in their titles")
                .anySatisfy(part -> assertThat(part).startsWith(escaped(text) + ": "));
        ReportPage.of(html, Json.write(full(text))).requireFiguresOfJson();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;")
                .replace("`", "&#x60;")
                .replace("=", "&#x3D;");
    }

    @Test
    void nothingIsLoadedAndNothingRuns() {
        String html = ReportTemplate.render(full("LOYAL"));
        assertThat(html)
                .contains("default-src 'none'; style-src 'unsafe-inline'")
                .doesNotContain("http:", "https:", "url(", "@import", "src=", "<link");
    }

    @Test
    void aReportWithoutDataSaysSoAndWhyAndNever0OrNaN() {
        String html = ReportTemplate.render(empty());
        assertThat(html)
                .contains("no data: " + WHY, "no data: there is no publication before this one")
                .contains("not published", "Readers see nothing yet.")
                .doesNotContain("NaN", "Infinity", ">null<", "0.0\u00a0%");
    }

    @Test
    void bandsLevelAndIntervalOfTheModelAreShown() {
        String html = ReportTemplate.render(full("LOYAL"));
        assertThat(html)
                .contains("On past dates by repeat purchases", "no data: too few customers", "1.2\u00a0%")
                .contains("Log loss of the past churn rate for everybody", ">0.5012<", ">0.4678<")
                .contains("Gain in log loss", ">-0.0012<", ">0.0432<", ">1.0234<")
                .containsPattern(
                        "Of these customers, from <data[^>]*>58.2\u00a0%</data> to <data[^>]*>65.8\u00a0%</data> are expected to stay away");
    }

    @Test
    void modelOfAnEarlierVersionHasNoBandsLevelOrInterval() {
        String html = ReportTemplate.render(empty());
        assertThat(html)
                .contains("The purchase model alone.")
                .doesNotContain(
                        "by repeat purchases", "Level δ", "Gain in log loss", "at least 80 %", "Purchase factor");
    }

    @Test
    void aControlTotalThatIsOffIsSaidAndNeverPutAway() {
        String html = ReportTemplate.render(full("LOYAL"));
        String visible = html.replaceAll("(?s)<details>.*?</details>", "");
        assertThat(visible).contains("1 of them DO NOT balance", "NOT BALANCED", "lines of 2025-12-01");
        assertThat(visible).doesNotContain("amounts of 2025-12-01");
        assertThat(html).contains("amounts of 2025-12-01", "1 control totals of other days taken in");
    }

    @Test
    void numbersReadTheSameOnEveryMachine() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(ReportTemplate.render(full("LOYAL")))
                    .contains("1,234,567.89\u00a0EUR", "-12.3\u00a0%", ">12,345<")
                    .isEqualTo(renderIn(new Locale("ar", "EG")));
        } finally {
            Locale.setDefault(before);
        }
    }

    private static String renderIn(Locale locale) {
        Locale.setDefault(locale);
        return ReportTemplate.render(full("LOYAL"));
    }

    @Test
    void aNightThatReadersDoNotSeeSaysWhatTheySee() {
        RunReport.Readers readers = new RunReport.Readers(false, 9L, DATE.plusDays(2));
        String html = ReportTemplate.render(report("LOYAL", readers));
        assertThat(html).contains("readers keep a later date. Readers see publication 9 of 2026-01-02.");
    }

    private static RunReport full(String text) {
        return report(text, new RunReport.Readers(true, 4L, DATE));
    }

    private static RunReport report(String text, RunReport.Readers readers) {
        return new RunReport(
                DATE,
                1,
                "2025-12-28-0123456789ab",
                publication(text),
                readers,
                new RunReport.Settings("EUR", 90),
                List.of(new RunReport.Segment(text, 12_345, one(), decimal("0.5"), decimal("2.5"), null)),
                2,
                new RunReport.Lines(6, 3, 2, 1),
                List.of(new RejectionCount(text, 1)),
                List.of(new ClosureFigure(DATE.minusDays(20), DATE.minusDays(10), 11, "found")),
                new RunReport.Customers(12_345, 12_000, 345),
                3,
                List.of(
                        new AuditCheck("amounts of 2025-12-01", "1", "1", true),
                        new AuditCheck("lines of 2025-12-01", text, "2", false),
                        new AuditCheck("rows written", "5", "5", true)),
                movement(text),
                new RunReport.Churn(
                        List.of(new RunReport.Band("LOW", 7)),
                        tenths(),
                        text,
                        new MeanChurnInterval(decimal("0.582"), decimal("0.658"))),
                quality(text),
                outcomes(text),
                List.of(
                        new RunReport.Dimension("loyalty_score", 12_000, decimal("55.5555"), tenths()),
                        new RunReport.Dimension("brand_score", 0, null, zeros())),
                List.of(benefit(text)),
                List.of(new RunReport.CustomerToSave(text, text, decimal("0.25"), decimal("99.9999"))),
                nextBestCategory(text),
                List.of(
                        new RunReport.Step(text, 2, AT, 0, 2_345L, 10L, 20L, 4L),
                        new RunReport.Step("writeReport", 0, AT, 2_400, null, null, null, null)),
                Map.of("recency.2", "7"));
    }

    private static Publication publication(String text) {
        return new Publication(
                4,
                DATE,
                8,
                3,
                text,
                12_345,
                12_000,
                "aa",
                "bb",
                AT,
                AT.plusHours(30),
                text,
                text,
                new Decision(text, text),
                90,
                text,
                new Publication.Freshness(DATE, DATE, text));
    }

    private static RunReport.Movement movement(String text) {
        return new RunReport.Movement(
                new RunReport.Before(
                        3, DATE.minusDays(1), 5, 4, 3, 2, null, List.of(new RunReport.Flow(text, text + "2", 4))),
                null,
                decimal("0.621"));
    }

    private static RunReport.ModelQuality quality(String text) {
        return new RunReport.ModelQuality(
                text,
                new RunReport.Backtest(
                        List.of(DATE.minusDays(90)),
                        0.4567,
                        0.1234,
                        null,
                        List.of(new ReliabilityBin(0, 0.5, 9, 0.25, 0.5), new ReliabilityBin(0.5, 1, 0, null, null)),
                        List.of(
                                new BandQuality("0", 1_000, 0.81, 0.8, 0.82, 0.0125),
                                new BandQuality(BandQuality.TOP, 12, null, null, null, null)),
                        0.4678,
                        0.5012),
                null,
                new ChurnFitFigures(
                        text,
                        0.5,
                        new ChurnFitFigures.Trial(3, 9_000, -0.0012, 0.0021, 0.0034, 0.0011),
                        new ChurnFitFigures.Level(0.0432, 0.41, 0.2, 0.0321, 0.0111, 0.21, List.of(text)),
                        1.0234));
    }

    /** One with figures and an interval, one without an interval, and one that cannot be compared. */
    private static List<PublicationOutcome> outcomes(String text) {
        LocalDate date = DATE.minusDays(90);
        GroupOutcome all = group(GroupKind.ALL, "ALL", decimal("0.0123"), decimal("-0.25"));
        return List.of(
                new PublicationOutcome(
                        3,
                        date,
                        text,
                        90,
                        DATE,
                        new MeanChurnInterval(decimal("0.5"), decimal("0.6")),
                        false,
                        null,
                        List.of(all, group(GroupKind.SEGMENT, text, null, null), few())),
                new PublicationOutcome(2, date.minusDays(7), text, 90, DATE, null, null, null, List.of(all)),
                new PublicationOutcome(
                        1,
                        date.minusDays(14),
                        null,
                        null,
                        DATE,
                        null,
                        null,
                        text,
                        List.of(new GroupOutcome(GroupKind.ALL, "ALL", 0, 0, null, null, null, null, null))));
    }

    private static GroupOutcome group(GroupKind kind, String name, BigDecimal calibrationError, BigDecimal levelError) {
        return new GroupOutcome(
                kind,
                name,
                1_000,
                400,
                decimal("0.461234"),
                decimal("0.4"),
                decimal("0.512345"),
                calibrationError,
                levelError);
    }

    private static GroupOutcome few() {
        return new GroupOutcome(GroupKind.FREQUENCY, "16+", 3, 1, decimal("0.25"), null, null, null, null);
    }

    private static RunReport.NextBestCategory nextBestCategory(String text) {
        return new RunReport.NextBestCategory(
                5,
                decimal("0.4"),
                null,
                "POPULAR",
                List.of(new RunReport.Proposal(text, 5)),
                List.of(new RunReport.NextCategoryHits(DATE.minusDays(90), 10, 3, 2)));
    }

    private static BenefitFigures benefit(String text) {
        return new BenefitFigures(
                "growth",
                "They grow",
                new Figure("spend", "They spent {} more", Unit.MONEY, decimal("1234567.8912"), null),
                "Measured so.",
                List.of(new Figure("change", "change", Unit.CHANGE, null, WHY)),
                "segment",
                List.of(
                        new FigureGroup(
                                text, List.of(new Figure("change", "change", Unit.CHANGE, decimal("-0.12345"), null))),
                        new FigureGroup("OTHER", List.of(new Figure("change", "change", Unit.CHANGE, null, WHY)))));
    }

    private static RunReport empty() {
        Figure none = new Figure("share", "{} of it", Unit.SHARE, null, WHY);
        return new RunReport(
                DATE,
                1,
                "2025-12-28-0123456789ab",
                null,
                new RunReport.Readers(false, null, null),
                new RunReport.Settings("EUR", 90),
                List.of(),
                0,
                new RunReport.Lines(0, 0, 0, 0),
                List.of(),
                List.of(),
                new RunReport.Customers(0, 0, 0),
                0,
                List.of(),
                new RunReport.Movement(null, "there is no publication before this one", null),
                new RunReport.Churn(List.of(), zeros(), null, null),
                new RunReport.ModelQuality(
                        null, null, WHY, new ChurnFitFigures("The purchase model alone.", 0, null, null, null)),
                List.of(),
                List.of(new RunReport.Dimension("brand_score", 0, null, zeros())),
                List.of(new BenefitFigures(
                        "b", "B", none, "So.", List.of(), "segment", List.of(new FigureGroup("A", List.of(none))))),
                List.of(),
                new RunReport.NextBestCategory(0, null, WHY, null, List.of(), List.of()),
                List.of(),
                Map.of());
    }

    private static List<Long> tenths() {
        return IntStream.range(0, 10).mapToObj(tenth -> 1_000L * tenth).toList();
    }

    private static List<Long> zeros() {
        return IntStream.range(0, 10).mapToObj(tenth -> 0L).toList();
    }

    private static BigDecimal one() {
        return decimal("1");
    }

    private static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }
}
