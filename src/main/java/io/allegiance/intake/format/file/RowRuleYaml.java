package io.allegiance.intake.format.file;

import io.allegiance.intake.format.LeaveOut;
import io.allegiance.intake.format.Refund;
import io.allegiance.intake.format.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Reads which rows are left out, and what was given back. */
final class RowRuleYaml {

    private static final List<String> TESTS = List.of("is", "is_not", "begins_with", "blank", "not_blank");
    private static final List<String> KEYS = List.of("column", "is", "is_not", "begins_with", "blank", "not_blank");

    private final YamlText yaml;
    private final SourceYaml sources;

    RowRuleYaml(YamlText yaml, SourceYaml sources) {
        this.yaml = yaml;
        this.sources = sources;
    }

    /**
     * Reads the rules.
     *
     * @param cancels the names of those that cancel an order
     */
    List<LeaveOut> leaveOut(@Nullable Node node, List<String> cancels) {
        List<LeaveOut> rules = new ArrayList<>();
        if (node != null) {
            yaml.entries(node, "'leave_out'").forEach((name, rule) -> {
                if (!name.matches("[a-z][a-z0-9_]{0,39}")) {
                    throw yaml.refused(rule, "'%s' is no name of a rule: small letters, digits and _".formatted(name));
                }
                rules.add(new LeaveOut(
                        name,
                        yaml.nodes(rule, "'" + name + "'").stream()
                                .map(condition -> condition(condition, name))
                                .toList(),
                        cancels.contains(name)));
            });
        }
        return rules;
    }

    @SuppressWarnings("NullAway") // the entry of the test is there
    private LeaveOut.Condition condition(Node node, String name) {
        Map<String, Node> entries = yaml.entries(node, "'" + name + "'", KEYS);
        Node column = entries.get("column");
        List<String> tests = TESTS.stream().filter(entries::containsKey).toList();
        if (column == null || tests.size() != 1) {
            throw yaml.refused(node, "'%s' needs 'column' and one of %s".formatted(name, String.join(", ", TESTS)));
        }
        LeaveOut.Test test = LeaveOut.Test.valueOf(tests.get(0).toUpperCase(Locale.ROOT));
        return new LeaveOut.Condition(
                yaml.requiredText(column, "'column'"), test, values(test, entries.get(tests.get(0))));
    }

    private List<String> values(LeaveOut.Test test, Node node) {
        if (test == LeaveOut.Test.BLANK || test == LeaveOut.Test.NOT_BLANK) {
            if (!yaml.isTrue(node, "'" + test.name().toLowerCase(Locale.ROOT) + "'")) {
                throw yaml.refused(node, "this must be yes; its opposite is a test of its own");
            }
            return List.of();
        }
        return yaml.texts(node, "the values").stream()
                .map(value -> value.strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    @Nullable
    Refund refund(@Nullable Node node) {
        if (node == null) {
            return null;
        }
        Map<String, Node> entries = yaml.entries(node, "'refund'", List.of("amount", "date", "each"));
        Node amount = entries.get("amount");
        if (amount == null) {
            throw yaml.refused(node, "'refund' needs 'amount', how much was given back");
        }
        Node date = entries.get("date");
        Source at = date == null ? null : sources.source(date, "'date'", false);
        return new Refund(sources.source(amount, "'amount'", true), at, ofEachRow(entries.get("each")));
    }

    private boolean ofEachRow(@Nullable Node node) {
        if (node == null) {
            return false;
        }
        return switch (yaml.text(node, "'each'")) {
            case "row" -> true;
            case "order" -> false;
            default -> throw yaml.refused(node, "'each' is order or row");
        };
    }
}
