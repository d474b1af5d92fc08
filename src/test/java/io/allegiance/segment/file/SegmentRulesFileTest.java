package io.allegiance.segment.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.allegiance.failure.AttentionException;
import io.allegiance.rfm.RfmScore;
import io.allegiance.segment.SegmentRule;
import io.allegiance.segment.SegmentRules;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentRulesFileTest {

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
        SegmentRules rules = SegmentRulesFile.shipped();
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
                assertThat(rules.segmentOf(new RfmScore(recency, both, both))).isEqualTo(expected);
                assertThat(rules.segmentOf(new RfmScore(recency, both, null))).isEqualTo(expected);
            }
        }
    }

    @Test
    void theShippedRulesShareTheHundredAndFiftyScoresAsCountedByHand() {
        SegmentRules rules = SegmentRulesFile.shipped();
        Map<String, Integer> scores = new TreeMap<>();
        RfmScore.everyScore().forEach(score -> scores.merge(rules.segmentOf(score), 1, Integer::sum));
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
    void readsAFileWithLinesAndAnyQuotes(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("own.yaml"), "\uFEFF" + """
                # mine
                segments:
                  - segment: BEST
                    meaning: "They: buy"
                    when: {recency: "4..5", monetary: 3 .. 5}

                  - {segment: REST, meaning: All others}
                """);
        SegmentRules rules = SegmentRulesFile.read(file);
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
    void brokenFilesAreRefusedWithFileLineAndReason() {
        refused("", "s.yaml is empty; it must list rules under 'segments'");
        refused("segments:\n", "s.yaml, line 1: 'segments' must be a list of rules");
        refused("segments: []\n", "s.yaml, line 1: 'segments' must be a list of rules");
        refused("{}\n", "s.yaml, line 1: 'segments' must be a list of rules");
        refused("- a\n", "s.yaml, line 1: the file must be made of 'name: value' lines");
        refused("rules: []\n", "s.yaml, line 1: the file has no 'rules', only segments");
        refused("segments:\n- A\n", "s.yaml, line 2: a rule must be made of 'name: value' lines");
        refused("segments:\n- segment: A\n", "s.yaml, line 2: a rule needs 'meaning'");
        refused("segments:\n- segment: A\n  meaning:\n", "s.yaml, line 2, rule A: the meaning is empty");
        refused(
                "segments:\n- segment: A\n  meaning: m\n  wen: {}\n",
                "s.yaml, line 4: a rule has no 'wen', only segment, meaning, when");
        refused("segments:\n- segment: A\n  segment: B\n", "s.yaml, line 3: 'segment' stands twice in a rule");
        refused("segments:\n- segment: [A]\n  meaning: m\n", "s.yaml, line 2: 'segment' must be a single value");
        refused(
                "segments:\n- segment: A\n  meaning: m\n  when:\n    recency: 4.5\n",
                "s.yaml, line 5, rule A: recency must be a score of 1 to 5");
        refused(
                "segments:\n- segment: A\n  meaning: m\n  when:\n    recency: [4, 5]\n",
                "s.yaml, line 5: the values of recency must be a single value");
        refused(
                "segments:\n- segment: A\n  meaning: m\n  when:\n    recency: 5\n    recency: 4\n",
                "s.yaml, line 6, rule A: recency stands twice");
        refused("segments:\n- segment: A\n  meaning: m\n  when: 5\n", "s.yaml, line 4: 'when' must be made of");
        refused("segments:\n- segment: A\n meaning: m\n", "s.yaml, line 3: this is no YAML: ");
        refused("a: 1\n---\nb: 2\n", "s.yaml, line 2: this is no YAML: ");
        refused("a: \u0000\n", "s.yaml: this is no YAML: ");
        refused("segments: *x\n", "s.yaml, line 1: this is no YAML: ");
        assertThatExceptionOfType(AttentionException.class)
                .isThrownBy(() -> SegmentRulesFile.read("s.yaml", new byte[] {'a', (byte) 0xFF}))
                .withMessage("s.yaml is no text in UTF-8; save it as such");
    }

    @Test
    void aFileThatIsNotThereIsRefusedByItsName(@TempDir Path folder) {
        assertThatExceptionOfType(AttentionException.class)
                .isThrownBy(() -> SegmentRulesFile.read(folder.resolve("none.yaml")))
                .withMessageEndingWith("none.yaml: the segment rules cannot be read; check that the file is there");
    }

    private static SegmentRules read(String text) {
        return SegmentRulesFile.read("s.yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    private static void refused(String text, String messageStart) {
        assertThatExceptionOfType(AttentionException.class)
                .isThrownBy(() -> read(text))
                .withMessageStartingWith(messageStart);
    }
}
