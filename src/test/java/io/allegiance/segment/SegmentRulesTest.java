package io.allegiance.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.allegiance.rfm.RfmScore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SegmentRulesTest {

    @Test
    void theFirstRuleThatMatchesWins() {
        SegmentRules rules = SegmentRules.of(
                "s.yaml",
                List.of(
                        rule(1, "A", "recency", "5"),
                        rule(2, "B", "frequency", "1..2"),
                        rule(3, "C", "monetary", "unknown"),
                        rule(4, "D")));
        assertThat(rules.segmentOf(new RfmScore(5, 1, 1))).isEqualTo("A");
        assertThat(rules.segmentOf(new RfmScore(4, 2, null))).isEqualTo("B");
        assertThat(rules.segmentOf(new RfmScore(4, 3, null))).isEqualTo("C");
        assertThat(rules.segmentOf(new RfmScore(4, 3, 1))).isEqualTo("D");
        assertThat(rules.canonicalText()).isEqualTo("A: recency 5\nB: frequency 1..2\nC: monetary unknown\nD:\n");
    }

    @Test
    void anUnknownMonetaryScoreLiesInNoRange() {
        SegmentRules rules =
                SegmentRules.of("s.yaml", List.of(rule(1, "KNOWN", "monetary", "1..5"), rule(2, "UNKNOWN")));
        assertThat(rules.segmentOf(new RfmScore(3, 3, null))).isEqualTo("UNKNOWN");
        assertThat(rules.segmentOf(new RfmScore(3, 3, 3))).isEqualTo("KNOWN");
    }

    @Test
    void aGapIsRefusedWithAScoreThatLiesInIt() {
        refused(
                "s.yaml, line 2, after the last rule B: no rule covers recency 3, frequency 1, monetary unknown "
                        + "(nor 29 other scores); widen a rule, or end with one that has no conditions",
                rule(1, "A", "recency", "4..5"),
                rule(2, "B", "recency", "1..2"));
        refused(
                "s.yaml, line 1, after the last rule A: no rule covers recency 1, frequency 1, monetary unknown "
                        + "(nor 24 other scores); widen a rule, or end with one that has no conditions",
                rule(1, "A", "monetary", "1..5"));
    }

    @Test
    void aRuleThatCanNeverWinIsRefusedWithThoseThatTakeItsPart() {
        refused(
                "s.yaml, line 9, rule C: it can never match: all that it covers is taken above it by "
                        + "A (line 4), B (line 7)",
                rule(4, "A", "recency", "1..2"),
                rule(7, "B", "recency", "3"),
                rule(9, "C", "recency", "2..3"),
                rule(11, "D"));
        refused(
                "s.yaml, line 1, rule A: it can never match: no customer has such scores together",
                rule(1, "A", "frequency", "5", "frequency_monetary", "1"),
                rule(2, "B"));
        refused(
                "s.yaml, line 2, rule B: it can never match: all that it covers is taken above it by A (line 1)",
                rule(1, "A"),
                rule(2, "B"));
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
                "s.yaml, line 2, rule A: there is no field 'rececny'; the fields are "
                        + "recency, frequency, monetary, frequency_monetary",
                rule(1, "A", "rececny", "5"));
        refused("s.yaml, line 3, rule A: recency stands twice", rule(1, "A", "recency", "5", "recency", "4"));
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
        refused("s.yaml: no rule covers recency 1, frequency 1, monetary unknown (nor 149 other scores); "
                + "widen a rule, or end with one that has no conditions");
    }

    @Test
    void generatedRulesAreEitherRefusedOrGiveEveryScoreTheFirstRuleThatMatches() {
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
                SegmentRules rules = SegmentRules.of("s.yaml", texts);
                assertThat(RfmScore.everyScore().stream().map(rules::segmentOf)).isEqualTo(expected);
            } else {
                assertThatIllegalArgumentException().isThrownBy(() -> SegmentRules.of("s.yaml", texts));
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
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SegmentRules.of("s.yaml", List.of(rules)))
                .withMessage(message);
    }
}
