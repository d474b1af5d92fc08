package io.allegiance.segment;

import io.allegiance.rfm.RfmScore;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Ordered rules that name the segment of every customer with a purchase day: the first rule that matches wins.
 *
 * <p>Total by construction: whatever values the fields of a customer have, there is a rule, and each rule is the first
 * that matches for some values, or there are no such rules. With edges between churn bands that each night sets, a rule is
 * the first that matches for some values and some edges. Customers without a purchase have no scores; the segment
 * {@link #NO_PURCHASE} is the program's own.
 */
public final class SegmentRules {

    /** The segment of a customer without a single purchase day; no rule may bear its name. */
    public static final String NO_PURCHASE = "NO_PURCHASE";

    private final List<SegmentRule> rules;
    private final Set<String> segments;
    /** For each RFM score, by its ordinal, the rules that can match, in their order. */
    private final CompiledRule[][] claims;

    private SegmentRules(List<SegmentRule> rules, RuleCheck check) {
        this.rules = List.copyOf(rules);
        this.segments = rules.stream().map(SegmentRule::segment).collect(Collectors.toUnmodifiableSet());
        this.claims = RfmScore.everyScore().stream()
                .map(score -> check.admitting(score).stream()
                        .map(rule -> CompiledRule.of(rule, check.boxOf(rule)))
                        .toArray(CompiledRule[]::new))
                .toArray(CompiledRule[][]::new);
    }

    /** Checks rules that ask about the fields of the program, and puts them in force. */
    public static SegmentRules of(String file, List<RuleText> texts, BandEdges edges) {
        return of(file, texts, SegmentFields.ALL, edges);
    }

    /**
     * Checks rules and puts them in force.
     *
     * @param file the name of the file for messages
     * @param fields what rules can ask about
     * @param edges what the bands are that rules ask about
     * @throws IllegalArgumentException with file, line and reason, when a rule cannot be understood, a segment stands
     *     twice, a rule can never win, or a customer has no rule
     */
    public static SegmentRules of(String file, List<RuleText> texts, SegmentFields fields, BandEdges edges) {
        List<SegmentRule> rules = parse(file, texts, fields);
        RuleCheck check = new RuleCheck(file, rules, fields, edges);
        check.requireSound();
        return new SegmentRules(rules, check);
    }

    /**
     * Checks rules where each night sets the edges between bands: they leave nobody out whatever the edges are, and each
     * can match for some edges.
     *
     * @throws IllegalArgumentException as {@link #of(String, List, SegmentFields, BandEdges)}
     */
    public static void requireSoundForAnyEdges(String file, List<RuleText> texts) {
        List<SegmentRule> rules = parse(file, texts, SegmentFields.ALL);
        new RuleCheck(file, rules, SegmentFields.ALL, null).requireSound();
    }

    /**
     * Puts rules in force that were checked before, with the edges of one night. A rule that can match with other edges may
     * match nobody with these.
     *
     * @throws IllegalArgumentException with file, line and reason, when a rule cannot be understood, a segment has two
     *     rules, or a customer has none
     */
    public static SegmentRules ofNight(String file, List<RuleText> texts, BandEdges edges) {
        List<SegmentRule> rules = parse(file, texts, SegmentFields.ALL);
        RuleCheck check = new RuleCheck(file, rules, SegmentFields.ALL, edges);
        check.requireComplete();
        return new SegmentRules(rules, check);
    }

    private static List<SegmentRule> parse(String file, List<RuleText> texts, SegmentFields fields) {
        return texts.stream().map(text -> SegmentRule.of(file, text, fields)).toList();
    }

    /** The segment of a customer. */
    public String segmentOf(SegmentFacts facts) {
        return ruleOf(facts).segment();
    }

    /** The rule that decides for a customer. */
    public SegmentRule ruleOf(SegmentFacts facts) {
        for (CompiledRule claim : claims[facts.rfm().ordinal()]) {
            if (claim.holds(facts)) {
                return claim.rule();
            }
        }
        throw new IllegalStateException("the rules were found to leave nobody out, yet they leave out a customer");
    }

    /** The rules in their order. */
    public List<SegmentRule> rules() {
        return rules;
    }

    /** The segments that the rules name. */
    public Set<String> segments() {
        return segments;
    }

    /** The rules without comments, meanings and layout: equal exactly when the rules are equal. */
    public String canonicalText() {
        return rules.stream().map(rule -> rule.canonicalText() + "\n").collect(Collectors.joining());
    }
}
