package io.allegiance.segment;

import java.util.List;

/**
 * A rule as written in a file, not parsed yet.
 *
 * @param line where it begins, from 1
 * @param segment the segment that it names
 * @param meaning one line for the people who use the segment
 * @param conditions what must hold; none at all for a rule that takes every customer left over
 */
public record RuleText(int line, String segment, String meaning, List<Condition> conditions) {

    public RuleText {
        conditions = List.copyOf(conditions);
    }

    /** A condition as written in a file: the line, a field's word, and the values that it asks for. */
    public record Condition(int line, String field, String values) {}
}
