package io.allegiance.segment;

import io.allegiance.rfm.RfmScore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Ordered rules that name the segment of every RFM score: the first rule that matches wins.
 *
 * <p>Total by construction: each of the 150 scores (monetary may be unknown) has a rule, and each rule is the first that
 * matches for some score, or there are no such rules. Customers without a purchase have no score; the segment
 * {@link #NO_PURCHASE} is the program's own.
 */
public final class SegmentRules {

    /** The segment of a customer without a single purchase day; no rule may bear its name. */
    public static final String NO_PURCHASE = "NO_PURCHASE";

    private final String file;
    private final List<SegmentRule> rules;
    private final List<SegmentRule> ruleOfScore;

    private SegmentRules(String file, List<SegmentRule> rules) {
        this.file = file;
        this.rules = List.copyOf(rules);
        requireDistinct();
        this.ruleOfScore = ruleOfEveryScore();
        requireReachable();
    }

    /**
     * Checks rules and puts them in force.
     *
     * @param file the name of the file for messages
     * @throws IllegalArgumentException with file, line and reason, when a rule cannot be understood, a segment stands
     *     twice, a rule can never win, or a score has no rule
     */
    public static SegmentRules of(String file, List<RuleText> rules) {
        return new SegmentRules(
                file, rules.stream().map(text -> SegmentRule.of(file, text)).toList());
    }

    /** The segment of a customer with this score. */
    public String segmentOf(RfmScore score) {
        return ruleOf(score).segment();
    }

    /** The rule that decides for this score. */
    public SegmentRule ruleOf(RfmScore score) {
        return ruleOfScore.get(score.ordinal());
    }

    /** The rules in their order. */
    public List<SegmentRule> rules() {
        return rules;
    }

    /** What the rules decide, without comments, meanings and layout: equal exactly when the rules are. */
    public String canonicalText() {
        return rules.stream().map(rule -> rule.canonicalText() + "\n").collect(Collectors.joining());
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

    private List<SegmentRule> ruleOfEveryScore() {
        List<SegmentRule> found = new ArrayList<>();
        List<RfmScore> uncovered = new ArrayList<>();
        for (RfmScore score : RfmScore.everyScore()) {
            SegmentRule rule = firstMatch(score);
            if (rule == null) {
                uncovered.add(score);
            } else {
                found.add(rule);
            }
        }
        requireNone(uncovered);
        return List.copyOf(found);
    }

    private void requireNone(List<RfmScore> uncovered) {
        if (!uncovered.isEmpty()) {
            throw new IllegalArgumentException(
                    "%s%s: no rule covers %s%s; widen a rule, or end with one that has no conditions"
                            .formatted(file, lastLine(), text(uncovered.get(0)), more(uncovered.size() - 1)));
        }
    }

    private void requireReachable() {
        Set<SegmentRule> winners = new LinkedHashSet<>(ruleOfScore);
        for (SegmentRule rule : rules) {
            if (!winners.contains(rule)) {
                throw refused(rule, whyNever(rule));
            }
        }
    }

    private String whyNever(SegmentRule rule) {
        String takers = RfmScore.everyScore().stream()
                .filter(rule::matches)
                .map(this::ruleOf)
                .distinct()
                .map(taker -> "%s (line %d)".formatted(taker.segment(), taker.line()))
                .collect(Collectors.joining(", "));
        return takers.isEmpty()
                ? "it can never match: no customer has such scores together"
                : "it can never match: all that it covers is taken above it by " + takers;
    }

    private @Nullable SegmentRule firstMatch(RfmScore score) {
        return rules.stream().filter(rule -> rule.matches(score)).findFirst().orElse(null);
    }

    private String lastLine() {
        if (rules.isEmpty()) {
            return "";
        }
        SegmentRule last = rules.get(rules.size() - 1);
        return ", line %d, after the last rule %s".formatted(last.line(), last.segment());
    }

    private static String text(RfmScore score) {
        return "recency %d, frequency %d, monetary %s"
                .formatted(
                        score.recency(),
                        score.frequency(),
                        score.monetary() == null ? "unknown" : score.monetary().toString());
    }

    private static String more(int others) {
        return others == 0 ? "" : " (nor %d other scores)".formatted(others);
    }

    private IllegalArgumentException refused(SegmentRule rule, String reason) {
        return new IllegalArgumentException(
                "%s, line %d, rule %s: %s".formatted(file, rule.line(), rule.segment(), reason));
    }
}
