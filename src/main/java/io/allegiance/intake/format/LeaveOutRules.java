package io.allegiance.intake.format;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** The rules by which rows of one file are left out. */
final class LeaveOutRules {

    /** A rule's name, and whether it holds for a row. */
    private record Rule(String name, Predicate<VendorRow> holds) {}

    private final List<Rule> rules;

    LeaveOutRules(List<LeaveOut> leaveOut, VendorColumns columns) {
        this.rules = leaveOut.stream()
                .map(rule -> new Rule(
                        rule.name(),
                        rule.conditions().stream()
                                .map(condition -> predicate(condition, columns.position(condition.column())))
                                .reduce(row -> false, Predicate::or)))
                .toList();
    }

    /** Finds the first rule that holds for a row. */
    Optional<String> find(VendorRow row) {
        for (Rule rule : rules) {
            if (rule.holds.test(row)) {
                return Optional.of(rule.name);
            }
        }
        return Optional.empty();
    }

    private static Predicate<VendorRow> predicate(LeaveOut.Condition condition, int position) {
        List<String> values = condition.values();
        if (position < 0) {
            return row -> false;
        }
        return switch (condition.test()) {
            case BLANK -> row -> row.text(position).isEmpty();
            case NOT_BLANK -> row -> !row.text(position).isEmpty();
            case IS -> row -> values.contains(text(row, position));
            case IS_NOT -> row -> !row.text(position).isEmpty() && !values.contains(text(row, position));
            case BEGINS_WITH -> row -> values.stream().anyMatch(text(row, position)::startsWith);
        };
    }

    private static String text(VendorRow row, int position) {
        String text = row.text(position);
        return text.isEmpty() ? "" : ByteText.show(text).toLowerCase(Locale.ROOT);
    }
}
