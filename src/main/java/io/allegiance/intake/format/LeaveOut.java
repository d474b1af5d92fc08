package io.allegiance.intake.format;

import java.util.List;
import java.util.stream.Stream;

/**
 * A kind of rows that give no line.
 *
 * @param name what they are: {@code cancelled}, {@code test}; they are counted under it
 * @param conditions a row for which any of them holds is left out
 * @param cancels whether an order of which only such rows are left is cancelled, also where it landed before
 */
public record LeaveOut(String name, List<Condition> conditions, boolean cancels) {

    public LeaveOut {
        conditions = List.copyOf(conditions);
    }

    Stream<String> columns() {
        return conditions.stream().map(Condition::column);
    }

    /** What a column is held against; texts compare without regard to letter case. */
    public enum Test {
        /** The column is one of the values. */
        IS,
        /** The column is not blank and none of the values. */
        IS_NOT,
        /** The column begins with one of the values. */
        BEGINS_WITH,
        BLANK,
        NOT_BLANK
    }

    /**
     * A condition on a column of the vendor's.
     *
     * @param values in lower case; empty for a test that needs none
     */
    public record Condition(String column, Test test, List<String> values) {
        public Condition {
            values = List.copyOf(values);
        }
    }
}
