package io.allegiance.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.allegiance.loyalty.LoyaltyScores;
import io.allegiance.rfm.RfmScore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SegmentRulesTest {

    private static final BandEdges EDGES = new BandEdges(400_000, 700_000);
    private static final RfmScore SCORE = new RfmScore(3, 3, 3);

    @Test
    void theFirstRuleThatMatchesWins() {
        SegmentRules rules = rules(
                rule(1, "A", "recency", "5"),
                rule(2, "B", "frequency", "1..2"),
                rule(3, "C", "monetary", "unknown"),
                rule(4, "D"));
        assertThat(segment(rules, new RfmScore(5, 1, 1))).isEqualTo("A");
        assertThat(segment(rules, new RfmScore(4, 2, null))).isEqualTo("B");
        assertThat(segment(rules, new RfmScore(4, 3, null))).isEqualTo("C");
        assertThat(segment(rules, new RfmScore(4, 3, 1))).isEqualTo("D");
        assertThat(rules.segments()).containsExactlyInAnyOrder("A", "B", "C", "D");
        assertThat(rules.canonicalText()).isEqualTo("A: recency 5\nB: frequency 1..2\nC: monetary unknown\nD:\n");
    }

    @Test
    void anUnknownMonetaryScoreLiesInNoRange() {
        SegmentRules rules = rules(rule(1, "KNOWN", "monetary", "1..5"), rule(2, "UNKNOWN"));
        assertThat(segment(rules, new RfmScore(3, 3, null))).isEqualTo("UNKNOWN");
        assertThat(segment(rules, new RfmScore(3, 3, 3))).isEqualTo("KNOWN");
    }

    @Test
    void rangeIncludesLowerEndAndExcludesUpperEnd() {
        SegmentRules rules = rules(
                rule(1, "UNKNOWN", "loyalty_score", "unknown"),
                rule(2, "LOW", "loyalty_score", "..40"),
                rule(3, "MIDDLE", "loyalty_score", "40..60.05"),
                rule(4, "HIGH", "loyalty_score", "60.05.."));
        Integer[] scores = {null, 0, 3_999, 4_000, 6_004, 6_005, 10_000};
        assertThat(Arrays.stream(scores).map(score -> rules.segmentOf(loyal(score))))
                .containsExactly("UNKNOWN", "LOW", "LOW", "MIDDLE", "MIDDLE", "HIGH", "HIGH");
        assertThat(rules.canonicalText())
                .isEqualTo("UNKNOWN: loyalty_score unknown\nLOW: loyalty_score ..40\n"
                        + "MIDDLE: loyalty_score 40..60.05\nHIGH: loyalty_score 60.05..\n");
    }

    @Test
    void bandsAreThoseOfTheConfiguredEdges() {
        SegmentRules rules = rules(
                rule(1, "STAYS", "churn_band", "LOW"),
                rule(2, "GONE", "churn_band", "HIGH", "churn_probability", "0.9.."),
                rule(3, "GOES", "churn_band", "MEDIUM..HIGH"));
        long[] millionths = {0, 399_999, 400_000, 699_999, 700_000, 899_999, 900_000, 1_000_000};
        assertThat(Arrays.stream(millionths).mapToObj(churn -> rules.segmentOf(SegmentFacts.of(SCORE, churn))))
                .containsExactly("STAYS", "STAYS", "GOES", "GOES", "GOES", "GOES", "GONE", "GONE");
        assertThat(rules.canonicalText())
                .isEqualTo("STAYS: churn_band LOW\nGONE: churn_band HIGH churn_probability 0.9..\n"
                        + "GOES: churn_band MEDIUM..HIGH\n");
    }

    @Test
    void everyFieldIsAskedForItsOwnValue() {
        SegmentFacts facts = new SegmentFacts(
                new RfmScore(1, 2, 4),
                5,
                LoyaltyScores.ofHundredths(1_000, 2_000, 3_000, 4_000, 5_000, 6_000, 7_000, 8_000, 9_000),
                100_000L,
                200_000L,
                new SegmentFacts.Days(13, 14));
        Map<String, String> own = rangesOfOneUnit();
        assertThat(own.keySet())
                .containsExactlyElementsOf(SegmentFields.ALL.list().stream()
                        .map(SegmentField::word)
                        .toList());
        own.forEach((field, value) -> assertThat(
                        rules(rule(1, "OWN", field, value), rule(2, "OTHER")).segmentOf(facts))
                .as(field)
                .isEqualTo("OWN"));
    }

    /**
     * For each field a condition that holds for one value alone, the recency score 1, the frequency score 2 and so on.
     */
    private static Map<String, String> rangesOfOneUnit() {
        Map<String, String> own = new LinkedHashMap<>();
        own.put("recency", "1");
        own.put("frequency", "2");
        own.put("monetary", "4");
        own.put("frequency_monetary", "3");
        own.put("churn_band", "LOW");
        own.put("churn_probability", "0.000005..0.000006");
        own.put("loyalty_score", "10..10.01");
        own.put("repeat_score", "20..20.01");
        own.put("volume_score", "30..30.01");
        own.put("breadth_score", "40..40.01");
        own.put("commitment_score", "50..50.01");
        own.put("advocacy_score", "60..60.01");
        own.put("forgiveness_score", "70..70.01");
        own.put("spend_growth_score", "80..80.01");
        own.put("brand_score", "90..90.01");
        own.put("expected_value", "10..10.0001");
        own.put("value_at_risk", "20..20.0001");
        own.put("days_since_last_purchase", "13..14");
        own.put("history_days", "14..15");
        return own;
    }

    @Test
    void theEndsOfAScaleCanBeAskedFor() {
        SegmentRules rules = rules(
                rule(1, "PERFECT", "loyalty_score", "100.."),
                rule(2, "CERTAIN", "churn_probability", "1.."),
                rule(3, "RICH", "expected_value", "922337203685477.5807.."),
                rule(4, "KNOWN", "value_at_risk", "0.."),
                rule(5, "REST"));
        assertThat(rules.segmentOf(loyal(10_000))).isEqualTo("PERFECT");
        assertThat(rules.segmentOf(SegmentFacts.of(SCORE, 1_000_000))).isEqualTo("CERTAIN");
        assertThat(rules.segmentOf(worth(Long.MAX_VALUE, 0L))).isEqualTo("RICH");
        assertThat(rules.segmentOf(worth(Long.MAX_VALUE - 1, 0L))).isEqualTo("KNOWN");
        assertThat(rules.segmentOf(SegmentFacts.of(SCORE, 0))).isEqualTo("REST");
    }

    @Test
    void aGapIsRefusedWithAScoreThatLiesInIt() {
        refused(
                "s.yaml, line 2, after the last rule B: no rule covers recency 3, frequency 1, monetary unknown "
                        + "(nor some with 29 other RFM scores); widen a rule, or end with one that has no conditions",
                rule(1, "A", "recency", "4..5"),
                rule(2, "B", "recency", "1..2"));
        refused(
                "s.yaml, line 1, after the last rule A: no rule covers recency 1, frequency 1, monetary unknown "
                        + "(nor some with 24 other RFM scores); widen a rule, or end with one that has no conditions",
                rule(1, "A", "monetary", "1..5"));
    }

    @Test
    void shadowedRuleIsRefusedWithItsShadows() {
        refused(
                "s.yaml, line 9, rule C: it can never match: all that it covers is taken above it by "
                        + "A (line 4), B (line 7)",
                rule(4, "A", "recency", "1..2"),
                rule(7, "B", "recency", "3"),
                rule(9, "C", "recency", "2..3"),
                rule(11, "D"));
        refused(
                "s.yaml, line 1, rule A: it can never match: no customer has such values together",
                rule(1, "A", "frequency", "5", "frequency_monetary", "1"),
                rule(2, "B"));
        refused(
                "s.yaml, line 2, rule B: it can never match: all that it covers is taken above it by A (line 1)",
                rule(1, "A"),
                rule(2, "B"));
    }

    @Test
    void aGapIsShownByACustomerInTheWordsOfTheFile() {
        refused(
                "s.yaml, line 2, after the last rule B: no rule covers recency 1, frequency 1, monetary unknown, "
                        + "churn_probability 0.7.., repeat_score unknown (nor some with 149 other RFM scores); "
                        + "widen a rule, or end with one that has no conditions",
                rule(1, "A", "churn_band", "LOW..MEDIUM"),
                rule(2, "B", "repeat_score", "0.."));
        refused(
                "s.yaml, line 10, after the last rule C: no rule covers recency 4, frequency 4, monetary 4, "
                        + "churn_probability 0.1..0.25, value_at_risk ..99.5; "
                        + "widen a rule, or end with one that has no conditions",
                rule(1, "R1", "recency", "1..3"),
                rule(2, "R5", "recency", "5"),
                rule(3, "F1", "frequency", "1..3"),
                rule(4, "F5", "frequency", "5"),
                rule(5, "MU", "monetary", "unknown"),
                rule(6, "M1", "monetary", "1..3"),
                rule(7, "M5", "monetary", "5"),
                rule(8, "A", "value_at_risk", "99.5.."),
                rule(9, "B", "churn_probability", "0.25.."),
                rule(10, "C", "churn_probability", "..0.1"));
    }

    @Test
    void shadowedContinuousRuleIsRefusedWithItsShadows() {
        refused(
                "s.yaml, line 4, rule D: it can never match: all that it covers is taken above it by A (line 1), "
                        + "B (line 2)",
                rule(1, "A", "loyalty_score", "..50"),
                rule(2, "B", "loyalty_score", "40..80"),
                rule(3, "C", "loyalty_score", "80.."),
                rule(4, "D", "loyalty_score", "30..60", "churn_band", "HIGH"),
                rule(5, "E"));
        refused(
                "s.yaml, line 1, rule A: it can never match: no customer has such values together",
                rule(1, "A", "churn_band", "LOW", "churn_probability", "0.4.."),
                rule(2, "B"));
        refused(
                "s.yaml, line 3, rule C: it can never match: all that it covers is taken above it by A (line 1), "
                        + "B (line 2)",
                rule(1, "A", "churn_band", "LOW..MEDIUM"),
                rule(2, "B", "churn_probability", "0.7.."),
                rule(3, "C"));
    }

    @Test
    void rulesThatCutTheCustomersIntoTooManyPiecesAreRefused() {
        List<RuleText> rules = new ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            List<String> words = new ArrayList<>();
            for (String field : List.of("loyalty", "repeat", "volume", "breadth", "commitment", "advocacy")) {
                words.addAll(List.of(field + "_score", 2 * i + ".." + (2 * i + 40)));
            }
            rules.add(rule(i, "S" + i, words.toArray(String[]::new)));
        }
        rules.add(rule(21, "NO_BRAND", "brand_score", "unknown"));
        rules.add(rule(22, "LOW_BRAND", "brand_score", "..50"));
        rules.add(rule(23, "HIGH_BRAND", "brand_score", "50.."));
        refused(
                "s.yaml, line 23, after the last rule HIGH_BRAND: the rules cut the customers into more than 1000000 pieces, "
                        + "too many to check; ask about fewer fields in a rule, or use the same ends in several",
                rules.toArray(RuleText[]::new));
    }

    @Test
    void whatARuleSaysIsCheckedWordByWord() {
        refused(
                "s.yaml, line 2, rule A: recency must be a score of 1 to 5 or a range such as 4..5; was '6'",
                rule(1, "A", "recency", "6"));
        refused(
                "s.yaml, line 2, rule A: recency must be a score of 1 to 5 or a range such as 4..5; was 'unknown'",
                rule(1, "A", "recency", "unknown"));
        refused(
                "s.yaml, line 2, rule A: monetary must be a score of 1 to 5 or a range such as 4..5 or the word unknown; "
                        + "was '1-5'",
                rule(1, "A", "monetary", "1-5"));
        refused("s.yaml, line 2, rule A: recency runs backwards; was '5..4'", rule(1, "A", "recency", "5..4"));
        refused(
                "s.yaml, line 2, rule A: no such field: 'rececny'; the fields are "
                        + "recency, frequency, monetary, frequency_monetary, churn_band, churn_probability, "
                        + "loyalty_score, repeat_score, volume_score, breadth_score, commitment_score, advocacy_score, "
                        + "forgiveness_score, spend_growth_score, brand_score, expected_value, value_at_risk,"
                        + " days_since_last_purchase, history_days",
                rule(1, "A", "rececny", "5"));
        refused("s.yaml, line 3, rule A: recency occurs twice", rule(1, "A", "recency", "5", "recency", "4"));
        refused(
                "s.yaml, line 1: a segment's name is 1 to 32 of A-Z, 0-9 and _, a letter first; was 'Champions'",
                rule(1, "Champions"));
        refused(
                "s.yaml, line 1, rule NO_PURCHASE: the name is the program's own, for customers without a purchase",
                rule(1, "NO_PURCHASE"));
        refused(
                "s.yaml, line 8, rule A: the segment has a rule in line 1 already",
                rule(1, "A", "recency", "5"),
                rule(8, "A"));
        refused("s.yaml: no rule covers recency 1, frequency 1, monetary unknown (nor some with 149 other RFM "
                + "scores); widen a rule, or end with one that has no conditions");
    }

    @Test
    void conditionOnBandIsCheckedWordByWord() {
        String band = "must be LOW, MEDIUM, HIGH or a range such as LOW..MEDIUM";
        refusedValue("churn_band", "low", band);
        refusedValue("churn_band", "LOW..", band);
        refusedValue("churn_band", "unknown", band);
        refusedValue("churn_band", "HIGH..LOW", "runs backwards");
    }

    @Test
    void conditionOnProbabilityIsCheckedWordByWord() {
        String probability = "must be a range such as 0.7.., ..0.4 or 0.4..0.7";
        refusedValue("churn_probability", "0.7", probability);
        refusedValue("churn_probability", "unknown", probability);
        refusedValue("churn_probability", "..", probability);
        refusedValue("churn_probability", "", probability);
        refusedValue("churn_probability", "70%..", probability);
        refusedValue("churn_probability", "0,7..", probability);
        refusedValue("churn_probability", ".7..", probability);
        refusedValue("churn_probability", "7e-1..", probability);
        refusedValue("churn_probability", "1.5..", "is a probability of 0 to 1");
        refusedValue("churn_probability", "-0.1..0.5", "is a probability of 0 to 1");
        refusedValue("churn_probability", "0.1234567..", "has no more than 6 decimals");
        refusedValue("churn_probability", "0.7..0.4", "runs backwards");
    }

    @Test
    void conditionOnScoreIsCheckedWordByWord() {
        String score = "must be a range such as 60.., ..40 or 40..60, or the word unknown";
        for (String field : List.of(
                "loyalty_score",
                "repeat_score",
                "volume_score",
                "breadth_score",
                "commitment_score",
                "advocacy_score",
                "forgiveness_score",
                "spend_growth_score",
                "brand_score")) {
            refusedValue(field, "60", score);
            refusedValue(field, "Unknown", score);
            refusedValue(field, "40..60..80", score);
            refusedValue(field, "40 - 60", score);
            refusedValue(field, "..101", "is a score of 0 to 100");
            refusedValue(field, "60.125..", "has no more than 2 decimals");
            refusedValue(field, "60..40", "runs backwards");
            refusedValue(field, "40..40.00", "asks for nothing, as a range ends below its upper end");
            refusedValue(field, "..0", "asks for nothing, as a range ends below its upper end");
        }
    }

    @Test
    void conditionOnMoneyIsCheckedWordByWord() {
        String money = "must be a range such as 500.., ..100 or 100..500, or the word unknown";
        for (String field : List.of("expected_value", "value_at_risk")) {
            refusedValue(field, "100 EUR..", money);
            refusedValue(field, "1_000..", money);
            refusedValue(field, "-1..", "is money of 0 to 922337203685477.5807");
            refusedValue(field, "922337203685477.5808..", "is money of 0 to 922337203685477.5807");
            refusedValue(field, ".." + "9".repeat(40), "is money of 0 to 922337203685477.5807");
            refusedValue(field, "1.00001..", "has no more than 4 decimals");
            refusedValue(field, "2..1", "runs backwards");
            refusedValue(field, "2..2", "asks for nothing, as a range ends below its upper end");
        }
    }

    @Test
    void factsOutOfRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SegmentFacts.of(SCORE, 1_000_001))
                .withMessage("churn probability must be in 0..1000000 units; was 1000001");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> loyal(10_001))
                .withMessage("loyalty score must be in 0..10000 units; was 10001");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> worth(-1L, 0L))
                .withMessage("expected value must be in 0..9223372036854775807 units; was -1");
    }

    @Test
    void rangeOfDaysIncludesLowerEndAndExcludesUpperEnd() {
        SegmentRules rules = rules(
                rule(1, "HERE", "days_since_last_purchase", "..14"),
                rule(2, "YOUNG", "days_since_last_purchase", "14..30", "history_days", "..90"),
                rule(3, "AWAY", "days_since_last_purchase", "14..30"),
                rule(4, "GONE", "days_since_last_purchase", "30.."));
        assertThat(Stream.of(days(0, 0), days(13, 99), days(14, 89), days(14, 90), days(29, 90), days(30, 30))
                        .map(rules::segmentOf))
                .containsExactly("HERE", "HERE", "YOUNG", "AWAY", "AWAY", "GONE");
        assertThat(rules.canonicalText()).startsWith("HERE: days_since_last_purchase ..14\nYOUNG: days");
    }

    @Test
    void rulesByDaysThatLeaveSomebodyOutOrNeverMatchAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rules(
                        rule(1, "HERE", "days_since_last_purchase", "..14"),
                        rule(2, "YOUNG", "days_since_last_purchase", "14..30", "history_days", "..90"),
                        rule(3, "GONE", "days_since_last_purchase", "30..")))
                .withMessageContaining(
                        "no rule covers recency 1, frequency 1, monetary unknown, days_since_last_purchase 14..30,"
                                + " history_days 90.. (nor");
        refused(
                "s.yaml, line 2, rule NEVER: it can never match: all that it covers is taken above it by AWAY (line 1)",
                rule(1, "AWAY", "days_since_last_purchase", "30.."),
                rule(2, "NEVER", "days_since_last_purchase", "60..", "history_days", "60.."),
                rule(3, "REST"));
    }

    @Test
    void daysThatAreNoRangeOfWholeNumbersAreRefused() {
        for (String field : List.of("days_since_last_purchase", "history_days")) {
            refusedValue(field, "30", "must be a range such as 30.., ..14 or 14..30");
            refusedValue(field, "unknown", "must be a range such as 30.., ..14 or 14..30");
            refusedValue(field, "13.5..", "is in whole numbers");
            refusedValue(field, "-1..", "is whole days, 0 to 9999999");
            refusedValue(field, "..10000000", "is whole days, 0 to 9999999");
            refusedValue(field, "30..30", "asks for nothing, as a range ends below its upper end");
        }
    }

    @Test
    void withEdgesOfEachNightRulesLeaveNobodyOutWhateverTheyAre() {
        List<RuleText> sound = List.of(
                rule(1, "SURE", "churn_band", "HIGH", "churn_probability", "..0.3"),
                rule(2, "GOES", "churn_band", "HIGH"),
                rule(3, "STAYS", "churn_band", "LOW..MEDIUM"));
        SegmentRules.requireSoundForAnyEdges("s.yaml", sound);
        assertThatIllegalArgumentException()
                .as("with the edge at 0.7 nobody is SURE")
                .isThrownBy(() -> SegmentRules.of("s.yaml", sound, EDGES));
        SegmentRules high = SegmentRules.ofNight("s.yaml", sound, EDGES);
        assertThat(high.segmentOf(SegmentFacts.of(SCORE, 699_999))).isEqualTo("STAYS");
        assertThat(high.segmentOf(SegmentFacts.of(SCORE, 700_000))).isEqualTo("GOES");
        SegmentRules low = SegmentRules.ofNight("s.yaml", sound, new BandEdges(100_000, 200_000));
        assertThat(low.segmentOf(SegmentFacts.of(SCORE, 200_000))).isEqualTo("SURE");
        assertThat(low.segmentOf(SegmentFacts.of(SCORE, 300_000))).isEqualTo("GOES");

        List<RuleText> lucky =
                List.of(rule(1, "GOES", "churn_band", "HIGH"), rule(2, "STAYS", "churn_probability", "..0.7"));
        SegmentRules.of("s.yaml", lucky, EDGES);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SegmentRules.requireSoundForAnyEdges("s.yaml", lucky))
                .withMessageStartingWith(
                        "s.yaml, line 2, after the last rule STAYS: no rule covers recency 1, frequency 1,"
                                + " monetary unknown, churn_band LOW..MEDIUM, churn_probability 0.7.. (nor some with 149 other RFM scores);"
                                + " as churn-bands are shares, each night sets the edges, and any band can");
    }

    @Test
    void edgesOutOfOrderAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BandEdges(700_000, 400_000))
                .withMessage("band edges must be in 0 < medium < high < 1,000,000 millionths; were 700000 and 400000");
    }

    @Test
    void generatedRulesAreRefusedOrGiveFirstMatchingRule() {
        SplittableRandom random = new SplittableRandom(7);
        int inForce = 0;
        for (int trial = 0; trial < 2_000; trial++) {
            List<RuleText> texts = new ArrayList<>();
            int count = 1 + random.nextInt(5);
            for (int i = 0; i < count; i++) {
                texts.add(rule(i + 1, "S" + i, "recency", range(random), "frequency", range(random)));
            }
            if (random.nextBoolean()) {
                texts.add(rule(99, "REST"));
            }
            List<String> expected = RfmScore.everyScore().stream()
                    .map(score -> naive(texts, score))
                    .toList();
            boolean sound =
                    !expected.contains("") && texts.stream().allMatch(text -> expected.contains(text.segment()));
            if (sound) {
                inForce++;
                SegmentRules rules = SegmentRules.of("s.yaml", texts, EDGES);
                assertThat(RfmScore.everyScore().stream().map(score -> segment(rules, score)))
                        .isEqualTo(expected);
            } else {
                assertThatIllegalArgumentException().isThrownBy(() -> SegmentRules.of("s.yaml", texts, EDGES));
            }
        }
        assertThat(inForce).isGreaterThan(100);
    }

    private static String naive(List<RuleText> texts, RfmScore score) {
        return texts.stream()
                .filter(text -> text.conditions().stream().allMatch(condition -> holds(condition, score)))
                .map(RuleText::segment)
                .findFirst()
                .orElse("");
    }

    private static boolean holds(RuleText.Condition condition, RfmScore score) {
        int value = condition.field().equals("recency") ? score.recency() : score.frequency();
        int[] ends = Arrays.stream(condition.values().split("\\.\\."))
                .mapToInt(Integer::parseInt)
                .toArray();
        return ends[0] <= value && value <= ends[ends.length - 1];
    }

    private static String range(SplittableRandom random) {
        int from = 1 + random.nextInt(5);
        return from + ".." + (from + random.nextInt(6 - from));
    }

    private static RuleText rule(int line, String segment, String... fieldsAndValues) {
        List<RuleText.Condition> conditions = new ArrayList<>();
        for (int i = 0; i < fieldsAndValues.length; i += 2) {
            conditions.add(new RuleText.Condition(line + 1 + i / 2, fieldsAndValues[i], fieldsAndValues[i + 1]));
        }
        return new RuleText(line, segment, "meaning", conditions);
    }

    private static void refused(String message, RuleText... rules) {
        assertThatIllegalArgumentException().isThrownBy(() -> rules(rules)).withMessage(message);
    }

    private static void refusedValue(String field, String value, String reason) {
        refused(
                "s.yaml, line 2, rule A: %s %s; was '%s'".formatted(field, reason, value),
                rule(1, "A", field, value),
                rule(3, "REST"));
    }

    private static SegmentRules rules(RuleText... rules) {
        return SegmentRules.of("s.yaml", List.of(rules), EDGES);
    }

    private static String segment(SegmentRules rules, RfmScore score) {
        return rules.segmentOf(SegmentFacts.of(score, 0));
    }

    private static SegmentFacts loyal(Integer score) {
        int[] scores = new int[9];
        Arrays.fill(scores, LoyaltyScores.UNKNOWN);
        scores[0] = score == null ? LoyaltyScores.UNKNOWN : score;
        return new SegmentFacts(SCORE, 0, LoyaltyScores.ofHundredths(scores), null, null, SegmentFacts.Days.NONE);
    }

    private static SegmentFacts days(int sinceLastPurchase, int history) {
        return SegmentFacts.of(SCORE, 0, new SegmentFacts.Days(sinceLastPurchase, history));
    }

    private static SegmentFacts worth(Long expectedValue, Long valueAtRisk) {
        return new SegmentFacts(SCORE, 0, LoyaltyScores.NONE, expectedValue, valueAtRisk, SegmentFacts.Days.NONE);
    }
}
