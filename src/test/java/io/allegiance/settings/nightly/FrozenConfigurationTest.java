package io.allegiance.settings.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.calendar.ClosureRules;
import io.allegiance.calendar.DateRange;
import io.allegiance.crossselling.ProposalMethod;
import io.allegiance.hash.HashFunction;
import io.allegiance.loyalty.Dimensions;
import io.allegiance.platform.Json;
import io.allegiance.rfm.RfmScore;
import io.allegiance.scoring.ChurnBandLimits;
import io.allegiance.scoring.ChurnBands;
import io.allegiance.scoring.NightThresholds;
import io.allegiance.segment.SegmentFacts;
import io.allegiance.segment.SegmentRules;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FrozenConfigurationTest {

    private static final Map<String, Double> WEIGHTS = WeightsByName.complete(
            Map.of("volume", 2.0, "breadth", 3.0, "commitment", 4.0, "advocacy", 0.0), Dimensions.ALL);

    private static final FrozenConfiguration CONFIGURATION = new FrozenConfiguration(
            90,
            new FrozenConfiguration.Bands(0.3, 0.6),
            "segments.yaml",
            "segments: [{segment: A, meaning: m, when: {churn_band: HIGH}}, {segment: B, meaning: m}]",
            new NightlySettings.GateSettings(0.1, 0.6, 10, 0.25, 0.15, NightlySettings.RejectSettings.USUAL),
            List.of("Postage"),
            WEIGHTS,
            7,
            List.of("2024-12-25"),
            true,
            new FrozenConfiguration.Staleness(3, 35, true),
            ProposalMethod.AUTO);

    @Test
    void isReadAsItWasFrozen() {
        assertThat(Json.read(Json.write(CONFIGURATION), FrozenConfiguration.class))
                .isEqualTo(CONFIGURATION);
        assertThat(CONFIGURATION.toSegmentHoldDays()).isEqualTo(7);
        assertThat(CONFIGURATION.toClosureRules())
                .isEqualTo(new ClosureRules(List.of(DateRange.of("2024-12-25")), true));
    }

    /** A held run is carried on only while its hash is that of the configuration. */
    @Test
    void textAndHashStay() {
        String text = Json.write(CONFIGURATION);
        assertThat(text)
                .contains(
                        "\"loyaltyWeights\":{\"repeat\":1.0,\"volume\":2.0,\"breadth\":3.0,\"commitment\":4.0,"
                                + "\"advocacy\":0.0,\"forgiveness\":1.0,\"spendGrowth\":1.0,\"brand\":1.0},"
                                + "\"segmentHoldDays\":7,\"closed\":[\"2024-12-25\"],\"closuresFromLines\":true,"
                                + "\"staleness\":{\"oldestDataDays\":3,\"oldestModelDays\":35,\"holds\":true},\"nextCategory\":\"AUTO\"}");
        assertThat(HashFunction.MD5.hex(text)).isEqualTo("7ee1825e9edf1f05f24b32b6d835323f");
    }

    @Test
    void whatAnEarlierVersionFrozeIsReadAndHoldsNothing() {
        String earlier = """
                {"churnBands":{"high":0.6,"medium":0.3},"gate":{"largestDay":10.0,"meanChurn":0.15,"segmentShare":0.25,\
                "smallestDay":0.1},"horizonDays":90,"segments":"segments: [{segment: A, meaning: m}]",\
                "segmentsFile":"jobs/segments.yaml"}""";
        FrozenConfiguration frozen = Json.read(earlier, FrozenConfiguration.class);
        assertThat(frozen.gate().leastOfSteadyDay()).isZero();
        assertThat(frozen.segmentHoldDays()).isNull();
        assertThat(frozen.toSegmentHoldDays()).isZero();
        assertThat(frozen.gate().rejects()).isEqualTo(new NightlySettings.RejectSettings(10_000, 1));
        assertThat(frozen.leftOut()).isEmpty();
        assertThat(frozen.toClosureRules()).isEqualTo(ClosureRules.NONE);
        assertThat(frozen.toStaleness().holds()).isFalse();
        assertThat(frozen.toNextCategory()).isEqualTo(ProposalMethod.LIFT);
        assertThat(frozen.loyaltyWeights().values()).hasSize(8).containsOnly(1.0);
        assertThat(frozen.toSegmentRules(ChurnBands.of(0.3, 0.6)).segments()).containsExactly("A");
    }

    @Test
    void theHoldIsPartOfWhatIsHashed() {
        FrozenConfiguration other = new FrozenConfiguration(
                CONFIGURATION.horizonDays(),
                CONFIGURATION.churnBands(),
                CONFIGURATION.segmentsFile(),
                CONFIGURATION.segments(),
                CONFIGURATION.gate(),
                CONFIGURATION.leftOut(),
                CONFIGURATION.loyaltyWeights(),
                0,
                CONFIGURATION.closed(),
                CONFIGURATION.closuresFromLines(),
                CONFIGURATION.staleness(),
                CONFIGURATION.nextCategory());
        assertThat(HashFunction.MD5.hex(Json.write(other)))
                .isNotEqualTo(HashFunction.MD5.hex(Json.write(CONFIGURATION)));
    }

    @Test
    void sharesAreTextsInJsonAndNumbersStayNumbers() {
        FrozenConfiguration.Bands mixed =
                FrozenConfiguration.Bands.of(new NightlySettings.ChurnBandSettings("0.25", "top 20.0%"));
        assertThat(mixed).isEqualTo(new FrozenConfiguration.Bands(0.25, "top 20 %"));
        FrozenConfiguration shares = with(mixed);
        assertThat(Json.write(shares)).contains("\"churnBands\":{\"medium\":0.25,\"high\":\"top 20 %\"}");
        FrozenConfiguration read = Json.read(Json.write(shares), FrozenConfiguration.class);
        assertThat(read).isEqualTo(shares);
        assertThat(read.toChurnBandLimits()).isEqualTo(ChurnBandLimits.parse("0.25", "top 20 %"));
    }

    @Test
    void withSharesTheEdgesAreThoseOfTheNight() {
        FrozenConfiguration shares = with(new FrozenConfiguration.Bands("top 60 %", "top 20 %"));
        shares.requireSoundRules();
        ChurnBands edges = new ChurnBands(5, 6);
        NightThresholds night =
                NightThresholds.of(Map.of("churn_band_medium", "0.000005", "churn_band_high", "0.000006"));
        assertThat(shares.toChurnBands(night)).isEqualTo(edges);
        SegmentRules rules = shares.toSegmentRules(edges);
        assertThat(rules.segmentOf(SegmentFacts.of(new RfmScore(1, 1, 1), 6))).isEqualTo("A");
        assertThat(rules.segmentOf(SegmentFacts.of(new RfmScore(1, 1, 1), 5))).isEqualTo("B");
    }

    private static FrozenConfiguration with(FrozenConfiguration.Bands bands) {
        return new FrozenConfiguration(
                CONFIGURATION.horizonDays(),
                bands,
                CONFIGURATION.segmentsFile(),
                CONFIGURATION.segments(),
                CONFIGURATION.gate(),
                CONFIGURATION.leftOut(),
                CONFIGURATION.loyaltyWeights(),
                CONFIGURATION.segmentHoldDays(),
                CONFIGURATION.closed(),
                CONFIGURATION.closuresFromLines(),
                CONFIGURATION.staleness(),
                CONFIGURATION.nextCategory());
    }

    @Test
    void rulesByBandGoByTheFrozenEdges() {
        SegmentRules rules = CONFIGURATION.toSegmentRules(CONFIGURATION.toChurnBands(NightThresholds.of(Map.of())));
        RfmScore score = new RfmScore(1, 1, 1);
        assertThat(rules.segmentOf(SegmentFacts.of(score, 600_000))).isEqualTo("A");
        assertThat(rules.segmentOf(SegmentFacts.of(score, 599_999))).isEqualTo("B");
    }
}
