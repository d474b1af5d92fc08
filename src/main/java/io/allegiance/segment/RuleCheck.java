package io.allegiance.segment;

import io.allegiance.rfm.RfmScore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Checks that every customer there can be finds a rule, and that every rule finds customers. For each RFM score,
 * customers are boxes over the other fields. A rule can match unless the boxes of the rules above it cover its own, and
 * there is a gap unless the boxes of all rules cover everybody. Boxes are subtracted, nothing is sampled, so nothing is
 * missed.
 *
 * <p>Where each night sets the edges between churn bands, the check goes by any edges: every band is tried with every churn
 * probability. Rules that leave no gap then leave none whatever the edges are, and a rule that can match does so for some.
 */
final class RuleCheck {

    private static final String ANY_EDGES =
            "; as churn-bands are shares, each night sets the edges, and any band can have any churn probability";

    private final String file;
    private final List<SegmentRule> rules;
    private final boolean anyEdges;
    private final FactBox everybody;
    private final Map<SegmentRule, FactBox> boxes = new HashMap<>();
    /** For each RFM score, by its ordinal, the rules that can match as far as that alone goes. */
    private final List<List<SegmentRule>> admitting;

    private final UncoveredRegion cutter = new UncoveredRegion();
    /** Scores that the same rules admit leave the same customers over. */
    private final Map<List<SegmentRule>, Optional<FactBox>> gaps = new HashMap<>();

    /** @param edges what the bands are; null for any edges */
    RuleCheck(String file, List<SegmentRule> rules, SegmentFields fields, @Nullable BandEdges edges) {
        SegmentFields axes = edges == null ? fields.withBandsApart() : fields;
        this.file = file;
        this.rules = rules;
        this.anyEdges = edges == null;
        this.everybody = FactBox.everybody(axes);
        rules.forEach(rule -> FactBox.of(axes, rule.conditions(), edges).ifPresent(box -> boxes.put(rule, box)));
        this.admitting = RfmScore.everyScore().stream()
                .map(score -> rules.stream()
                        .filter(rule -> boxes.containsKey(rule) && rule.admits(score))
                        .toList())
                .toList();
    }

    /**
     * Checks all of it.
     *
     * @throws IllegalArgumentException with file, line and reason, when a segment has two rules, a customer has none,
     *     or a rule has no customer
     */
    void requireSound() {
        requireComplete();
        rules.forEach(this::requireReachable);
    }

    /**
     * Checks all but whether each rule has customers.
     *
     * @throws IllegalArgumentException as {@link #requireSound}, when a segment has two rules or a customer has none
     */
    void requireComplete() {
        requireDistinct();
        requireTotal();
    }

    /** The rules that can match customers with an RFM score, as far as that alone goes. */
    List<SegmentRule> admitting(RfmScore score) {
        return admitting.get(score.ordinal());
    }

    /** The customers of a rule that {@link #admitting} named, their RFM scores apart. */
    FactBox boxOf(SegmentRule rule) {
        return Optional.ofNullable(boxes.get(rule)).orElseThrow();
    }

    private void requireDistinct() {
        Map<String, SegmentRule> seen = new HashMap<>();
        for (SegmentRule rule : rules) {
            SegmentRule before = seen.putIfAbsent(rule.segment(), rule);
            if (before != null) {
                throw refused(rule, "the segment has a rule in line " + before.line() + " already");
            }
        }
    }

    private void requireTotal() {
        List<RfmScore> uncovered = RfmScore.everyScore().stream()
                .filter(score -> findGap(score).isPresent())
                .toList();
        if (!uncovered.isEmpty()) {
            RfmScore first = uncovered.get(0);
            String gap = text(first) + findGap(first).orElseThrow().example() + more(uncovered.size() - 1);
            throw new IllegalArgumentException(
                    "%s%s: no rule covers %s%s; widen a rule, or end with one that has no conditions"
                            .formatted(file, lastLine(), gap, anyEdges ? ANY_EDGES : ""));
        }
    }

    private Optional<FactBox> findGap(RfmScore score) {
        return gaps.computeIfAbsent(admitting(score), those -> findOutside(everybody, those, lastLine()));
    }

    private void requireReachable(SegmentRule rule) {
        if (RfmScore.everyScore().stream().noneMatch(score -> matchesFirst(rule, score, rule))) {
            throw refused(rule, explainUnreachable(rule));
        }
    }

    private String explainUnreachable(SegmentRule rule) {
        String takers = rules.subList(0, rules.indexOf(rule)).stream()
                .filter(above -> RfmScore.everyScore().stream().anyMatch(score -> matchesFirst(above, score, rule)))
                .map(SegmentRule::place)
                .collect(Collectors.joining(", "));
        return takers.isEmpty()
                ? "it can never match: no customer has such values together"
                : "it can never match: all that it covers is taken above it by " + takers;
    }

    /** Returns whether a rule is the first match for some customers of a score that another rule covers. */
    private boolean matchesFirst(SegmentRule rule, RfmScore score, SegmentRule other) {
        List<SegmentRule> those = admitting(score);
        int place = those.indexOf(rule);
        if (place < 0 || !those.contains(other) || !boxOf(rule).meets(boxOf(other))) {
            return false;
        }
        return findOutside(boxOf(rule).intersection(boxOf(other)), those.subList(0, place), placeOf(rule))
                .isPresent();
    }

    private Optional<FactBox> findOutside(FactBox box, List<SegmentRule> others, String place) {
        try {
            return cutter.findOutside(box, others.stream().map(this::boxOf).toList());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("%s%s: %s".formatted(file, place, e.getMessage()), e);
        }
    }

    private String lastLine() {
        return rules.isEmpty() ? "" : ", line %d, after the last rule %s".formatted(last().line(), last().segment());
    }

    private SegmentRule last() {
        return rules.get(rules.size() - 1);
    }

    private static String placeOf(SegmentRule rule) {
        return ", line %d, rule %s".formatted(rule.line(), rule.segment());
    }

    private static String text(RfmScore score) {
        return "recency %d, frequency %d, monetary %s"
                .formatted(
                        score.recency(),
                        score.frequency(),
                        score.monetary() == null
                                ? SegmentField.UNKNOWN
                                : score.monetary().toString());
    }

    private static String more(int others) {
        return others == 0 ? "" : " (nor some with %d other RFM scores)".formatted(others);
    }

    private IllegalArgumentException refused(SegmentRule rule, String reason) {
        return new IllegalArgumentException(file + placeOf(rule) + ": " + reason);
    }
}
