package io.allegiance.segment;

import io.allegiance.rfm.RfmScore;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One rule: a customer that matches every condition, and no rule above, belongs to its segment.
 *
 * @param line its line in the file, from 1
 * @param conditions in the order of {@link SegmentFields}
 */
public record SegmentRule(int line, String segment, String meaning, Map<SegmentField, ValueRange> conditions) {

    private static final Pattern NAME = Pattern.compile("[A-Z][A-Z0-9_]{0,31}");

    public SegmentRule {
        conditions = Collections.unmodifiableMap(new LinkedHashMap<>(conditions));
    }

    /**
     * Returns whether customers with these RFM scores can be of its segment, as far as its conditions on RFM scores go.
     */
    boolean admits(RfmScore score) {
        SegmentFacts facts = SegmentFacts.of(score, 0);
        return conditions.entrySet().stream()
                .filter(condition -> condition.getKey().isOfRfm())
                .allMatch(condition ->
                        condition.getValue().contains(condition.getKey().valueOf(facts)));
    }

    /** The rule in one line without its meaning, the same for the same rule. */
    String canonicalText() {
        return segment + ":"
                + conditions.entrySet().stream()
                        .map(condition -> " " + text(condition.getKey(), condition.getValue()))
                        .collect(Collectors.joining());
    }

    /** Returns file and line, for messages. */
    String place() {
        return "%s (line %d)".formatted(segment, line);
    }

    static String text(SegmentField field, ValueRange range) {
        return field.word() + " " + field.form().text(range);
    }

    static SegmentRule of(String file, RuleText text, SegmentFields fields) {
        if (!NAME.matcher(text.segment()).matches()) {
            throw new IllegalArgumentException(
                    "%s, line %d: a segment's name is 1 to 32 of A-Z, 0-9 and _, a letter first; was '%s'"
                            .formatted(file, text.line(), text.segment()));
        }
        if (text.segment().equals(SegmentRules.NO_PURCHASE)) {
            throw refused(file, text.line(), text, "the name is the program's own, for customers without a purchase");
        }
        if (text.meaning().isBlank()) {
            throw refused(file, text.line(), text, "the meaning is empty; say in one line which customers it holds");
        }
        return new SegmentRule(text.line(), text.segment(), text.meaning().strip(), conditions(file, text, fields));
    }

    private static Map<SegmentField, ValueRange> conditions(String file, RuleText text, SegmentFields fields) {
        Map<SegmentField, ValueRange> asWritten = new HashMap<>();
        for (RuleText.Condition condition : text.conditions()) {
            SegmentField field = fields.find(condition.field())
                    .orElseThrow(() -> refused(file, condition.line(), text, unknown(condition.field(), fields)));
            if (asWritten.put(field, range(file, text, field, condition)) != null) {
                throw refused(file, condition.line(), text, field.word() + " occurs twice");
            }
        }
        Map<SegmentField, ValueRange> inOrder = new LinkedHashMap<>();
        for (SegmentField field : fields.list()) {
            Optional.ofNullable(asWritten.get(field)).ifPresent(range -> inOrder.put(field, range));
        }
        return inOrder;
    }

    private static ValueRange range(String file, RuleText text, SegmentField field, RuleText.Condition condition) {
        try {
            return field.form().parse(field, condition.values());
        } catch (IllegalArgumentException e) {
            throw refused(file, condition.line(), text, String.valueOf(e.getMessage()));
        }
    }

    private static String unknown(String field, SegmentFields fields) {
        return "no such field: '" + field + "'; the fields are " + fields.words();
    }

    private static IllegalArgumentException refused(String file, int line, RuleText text, String reason) {
        return new IllegalArgumentException("%s, line %d, rule %s: %s".formatted(file, line, text.segment(), reason));
    }
}
