package io.allegiance.segment.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.allegiance.failure.AttentionException;
import io.allegiance.rfm.RfmScore;
import io.allegiance.segment.BandEdges;
import io.allegiance.segment.SegmentFacts;
import io.allegiance.segment.SegmentFields;
import io.allegiance.segment.SegmentRule;
import io.allegiance.segment.SegmentRules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentRulesFileTest {

    private static final BandEdges EDGES = new BandEdges(400_000, 700_000);
    private static final Path SHIPPED = Path.of("jobs", "segments.yaml");

    /** Rows: recency 5 down to 1. Columns: frequency and monetary alike, 1 to 5. */
    private static final String[][] DIAGONAL = {
        {"NEW_CUSTOMER", "POTENTIAL_LOYALIST", "POTENTIAL_LOYALIST", "LOYAL", "CHAMPIONS"},
        {"PROMISING", "POTENTIAL_LOYALIST", "POTENTIAL_LOYALIST", "LOYAL", "CHAMPIONS"},
        {"ABOUT_TO_SLEEP", "ABOUT_TO_SLEEP", "NEEDS_ATTENTION", "LOYAL", "LOYAL"},
        {"HIBERNATING", "HIBERNATING", "AT_RISK", "AT_RISK", "AT_RISK"},
        {"LOST", "LOST", "AT_RISK", "CANNOT_LOSE_THEM", "CANNOT_LOSE_THEM"}
    };

    @Test
    void theShippedRulesAreTheElevenCustomarySegmentsAndTotal() {
        SegmentRules rules = SegmentRulesFile.shipped(EDGES);
        assertThat(rules.rules())
                .extracting(SegmentRule::segment)
                .containsExactlyInAnyOrder(
                        "CHAMPIONS",
                        "LOYAL",
                        "POTENTIAL_LOYALIST",
                        "NEW_CUSTOMER",
                        "PROMISING",
                        "NEEDS_ATTENTION",
                        "ABOUT_TO_SLEEP",
                        "AT_RISK",
                        "CANNOT_LOSE_THEM",
                        "HIBERNATING",
                        "LOST");
        assertThat(rules.rules()).extracting(SegmentRule::meaning).doesNotHaveDuplicates();
        for (int recency = 1; recency <= 5; recency++) {
            for (int both = 1; both <= 5; both++) {
                String expected = DIAGONAL[5 - recency][both - 1];
                assertThat(segment(rules, new RfmScore(recency, both, both), 0)).isEqualTo(expected);
                assertThat(segment(rules, new RfmScore(recency, both, null), 0)).isEqualTo(expected);
            }
        }
    }

    @Test
    void theShippedRulesCallNobodyAwayWhoWasHereLately() {
        SegmentRules rules = SegmentRulesFile.shipped(EDGES);
        for (RfmScore score : RfmScore.everyScore()) {
            String away = segment(rules, score, 0, new SegmentFacts.Days(60, 60));
            String aMonth = segment(rules, score, 0, new SegmentFacts.Days(59, 60));
            String here = segment(rules, score, 0, new SegmentFacts.Days(29, 400));
            boolean little = score.frequencyMonetary() <= 2;
            boolean isAway = List.of("LOST", "HIBERNATING", "CANNOT_LOSE_THEM", "AT_RISK")
                    .contains(away);
            assertThat(aMonth).isEqualTo(isAway ? little ? "HIBERNATING" : "AT_RISK" : away);
            assertThat(here).isEqualTo(isAway ? little ? "ABOUT_TO_SLEEP" : "NEEDS_ATTENTION" : away);
            assertThat(segment(rules, score, 0, new SegmentFacts.Days(20_000, 29)))
                    .as("a line with an absurd date in a new shop")
                    .isEqualTo(here);
        }
    }

    @Test
    void theShippedRulesShareTheHundredAndFiftyScoresAsCountedByHand() {
        SegmentRules rules = SegmentRulesFile.shipped(EDGES);
        Map<String, Integer> scores = new TreeMap<>();
        RfmScore.everyScore().forEach(score -> scores.merge(segment(rules, score, 0), 1, Integer::sum));
        // Frequency and monetary scores by their rounded mean, unknown included: 1: 2, 2: 6, 3: 10, 4: 8, 5: 4.
        assertThat(scores)
                .isEqualTo(Map.ofEntries(
                        Map.entry("CHAMPIONS", 8),
                        Map.entry("LOYAL", 2 * 8 + 12),
                        Map.entry("NEW_CUSTOMER", 6),
                        Map.entry("PROMISING", 6),
                        Map.entry("POTENTIAL_LOYALIST", 2 * (2 + 6 + 10 - 6)),
                        Map.entry("NEEDS_ATTENTION", 10),
                        Map.entry("ABOUT_TO_SLEEP", 8),
                        Map.entry("CANNOT_LOSE_THEM", 12),
                        Map.entry("AT_RISK", 22 + 10),
                        Map.entry("HIBERNATING", 8),
                        Map.entry("LOST", 8)));
    }

    @Test
    void theShippedRulesNameOneSegmentForEveryScoreInEveryBand() {
        SegmentRules rules = SegmentRulesFile.shipped(EDGES);
        for (RfmScore score : RfmScore.everyScore()) {
            assertThat(LongStream.of(0, 399_999, 400_000, 699_999, 700_000, 1_000_000)
                            .mapToObj(churn -> segment(rules, score, churn)))
                    .as(score.toString())
                    .containsOnly(segment(rules, score, 500_000));
        }
    }

    @Test
    void theHeadOfTheShippedFileTellsOfEveryField() throws IOException {
        String head = Files.readString(SHIPPED).split("\nsegments:")[0];
        assertThat(SegmentFields.ALL.list())
                .allSatisfy(field -> assertThat(head).contains(field.word()));
    }

    @Test
    void theExampleInTheShippedFileIsARuleThatWorks() throws IOException {
        String text = Files.readString(SHIPPED);
        String example = text.lines()
                .dropWhile(line -> !line.startsWith("#   - segment:"))
                .takeWhile(line -> line.length() > 1)
                .map(line -> line.substring(2) + "\n")
                .collect(Collectors.joining());
        SegmentRules rules = read(text.replace("\nsegments:\n", "\nsegments:\n" + example));
        assertThat(rules.rules()).hasSize(12);
        assertThat(rules.canonicalText())
                .startsWith("CALL_TODAY: churn_band HIGH loyalty_score 60.. value_at_risk 250..\nCHAMPIONS:");
    }

    @Test
    void readsRangesOfNumbersInAnyLayout() {
        assertThat(read("""
                        segments:
                        - segment: A
                          meaning: m
                          when: {churn_probability: 0.70 .., loyalty_score: "..40.5", value_at_risk: 10..20}
                        - {segment: B, meaning: m, when: {churn_band: LOW .. MEDIUM, brand_score: unknown}}
                        - {segment: C, meaning: m}
                        """).canonicalText()).isEqualTo("""
                        A: churn_probability 0.7.. loyalty_score ..40.5 value_at_risk 10..20
                        B: churn_band LOW..MEDIUM brand_score unknown
                        C:
                        """);
    }

    @Test
    void readsAFileWithLinesAndAnyQuotes(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("own.yaml"), "\uFEFF" + """
                # mine
                segments:
                  - segment: BEST
                    meaning: "They: buy"
                    when: {recency: "4..5", monetary: 3 .. 5}

                  - {segment: REST, meaning: All others}
                """);
        SegmentRules rules = SegmentRulesFile.read(file, EDGES);
        assertThat(rules.rules()).extracting(SegmentRule::line).containsExactly(3, 7);
        assertThat(rules.canonicalText()).isEqualTo("BEST: recency 4..5 monetary 3..5\nREST:\n");
        assertThat(rules.rules().get(0).meaning()).isEqualTo("They: buy");
    }

    @Test
    void commentsAndMeaningsDoNotChangeTheCanonicalText() {
        assertThat(read("segments:\n- segment: A\n  meaning: one\n").canonicalText())
                .isEqualTo(read("# x\nsegments: [{meaning: two, segment: A}]").canonicalText());
    }

    @Test
    void fileThatListsNoRulesIsRefused() {
        refused("", "s.yaml is empty; it must list rules under 'segments'");
        refused("segments:\n", "s.yaml, line 1: 'segments' must be a list of rules");
        refused("segments: []\n", "s.yaml, line 1: 'segments' must be a list of rules");
        refused("{}\n", "s.yaml, line 1: 'segments' must be a list of rules");
        refused("- a\n", "s.yaml, line 1: the file must be made of 'name: value' lines");
        refused("rules: []\n", "s.yaml, line 1: the file has no 'rules', only segments");
    }

    @Test
    void ruleWithWrongEntriesIsRefused() {
        refused("segments:\n- A\n", "s.yaml, line 2: a rule must be made of 'name: value' lines");
        refused("segments:\n- segment: A\n", "s.yaml, line 2: a rule needs 'meaning'");
        refused("segments:\n- segment: A\n  meaning:\n", "s.yaml, line 2, rule A: the meaning is empty");
        refused(
                "segments:\n- segment: A\n  meaning: m\n  wen: {}\n",
                "s.yaml, line 4: a rule has no 'wen', only segment, meaning, when");
        refused("segments:\n- segment: A\n  segment: B\n", "s.yaml, line 3: 'segment' occurs twice in a rule");
        refused("segments:\n- segment: [A]\n  meaning: m\n", "s.yaml, line 2: 'segment' must be a single value");
        refused("segments:\n- segment: A\n  meaning: m\n  when: 5\n", "s.yaml, line 4: 'when' must be made of");
    }

    @Test
    void conditionWithWrongValueIsRefused() {
        refused(
                "segments:\n- segment: A\n  meaning: m\n  when:\n    recency: 4.5\n",
                "s.yaml, line 5, rule A: recency must be a score of 1 to 5");
        refused(
                "segments:\n- segment: A\n  meaning: m\n  when:\n    recency: [4, 5]\n",
                "s.yaml, line 5: the values of recency must be a single value");
        refused(
                "segments:\n- segment: A\n  meaning: m\n  when:\n    recency: 5\n    recency: 4\n",
                "s.yaml, line 6, rule A: recency occurs twice");
        refusedValue(
                "churn_band: high", "churn_band must be LOW, MEDIUM, HIGH or a range such as LOW..MEDIUM; was 'high'");
        refusedValue(
                "churn_probability: 0.7",
                "churn_probability must be a range such as 0.7.., ..0.4 or 0.4..0.7; was '0.7'");
        refusedValue(
                "loyalty_score: ~",
                "loyalty_score must be a range such as 60.., ..40 or 40..60, or the word unknown; was '~'");
        refusedValue("repeat_score: 60..100.5", "repeat_score is a score of 0 to 100; was '60..100.5'");
        refusedValue("volume_score: 60.001..", "volume_score has no more than 2 decimals; was '60.001..'");
        refusedValue("value_at_risk: 100..50", "value_at_risk runs backwards; was '100..50'");
        refusedValue(
                "expected_value: 50..50",
                "expected_value asks for nothing, as a range ends below its upper end; was '50..50'");
        refusedValue("loyalty: 60..", "no such field: 'loyalty'; the fields are recency, ");
    }

    @Test
    void gapOrShadowedRuleIsRefused() {
        refused(
                "segments:\n- segment: A\n  meaning: m\n  when: {loyalty_score: 0..}\n",
                "s.yaml, line 2, after the last rule A: no rule covers recency 1, frequency 1, monetary unknown, "
                        + "loyalty_score unknown (nor some with 149 other RFM scores); widen a rule");
        refused(
                "segments:\n- segment: A\n  meaning: m\n- segment: B\n  meaning: m\n  when: {loyalty_score: 0..}\n",
                "s.yaml, line 4, rule B: it can never match: all that it covers is taken above it by A (line 2)");
    }

    @Test
    void fileThatIsNotYamlIsRefused() {
        refused("segments:\n- segment: A\n meaning: m\n", "s.yaml, line 3: this is not YAML: ");
        refused("a: 1\n---\nb: 2\n", "s.yaml, line 2: this is not YAML: ");
        refused("a: \u0000\n", "s.yaml: this is not YAML: ");
        refused("segments: *x\n", "s.yaml, line 1: anchors (&, *) are not read");
        assertThatExceptionOfType(AttentionException.class)
                .isThrownBy(() -> SegmentRulesFile.read("s.yaml", new byte[] {'a', (byte) 0xFF}, EDGES))
                .withMessage("s.yaml is not a text in UTF-8; save it as such");
    }

    @Test
    void aFileThatIsNotThereIsRefusedByItsName(@TempDir Path folder) {
        assertThatExceptionOfType(AttentionException.class)
                .isThrownBy(() -> SegmentRulesFile.read(folder.resolve("none.yaml"), EDGES))
                .withMessageEndingWith("none.yaml: the segment rules cannot be read; check that the file is there");
    }

    private static SegmentRules read(String text) {
        return SegmentRulesFile.read("s.yaml", text.getBytes(StandardCharsets.UTF_8), EDGES);
    }

    private static String segment(SegmentRules rules, RfmScore score, long churnProbability) {
        return segment(rules, score, churnProbability, new SegmentFacts.Days(60, 60));
    }

    private static String segment(SegmentRules rules, RfmScore score, long churnProbability, SegmentFacts.Days days) {
        return rules.segmentOf(SegmentFacts.of(score, churnProbability, days));
    }

    private static void refusedValue(String condition, String reason) {
        refused(
                "segments:\n- segment: A\n  meaning: m\n  when:\n    recency: 5\n    " + condition + "\n",
                "s.yaml, line 6, rule A: " + reason);
    }

    private static void refused(String text, String messageStart) {
        assertThatExceptionOfType(AttentionException.class)
                .isThrownBy(() -> read(text))
                .withMessageStartingWith(messageStart);
    }
}
