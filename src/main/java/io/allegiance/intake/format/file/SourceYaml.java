package io.allegiance.intake.format.file;

import io.allegiance.intake.format.ColumnMapping;
import io.allegiance.intake.format.Source;
import io.allegiance.intake.line.Column;
import io.allegiance.intake.line.TransactionType;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads where one of our columns comes from. */
final class SourceYaml {

    private static final Set<Column> FIGURES = EnumSet.of(Column.AMOUNT, Column.QUANTITY, Column.DISCOUNT);
    private static final List<String> KINDS = List.of(
            "column", "constant", "first_of", "product", "sum", "difference", "share", "join", "position", "sign");
    private static final Set<String> OF_FIGURES = Set.of("product", "sum", "difference", "share");
    private static final Set<String> OF_TEXTS = Set.of("join", "position", "sign");
    private static final List<String> CHANGES = List.of("values", "other", "lower_case", "shorten", "hash_key");
    private static final List<String> KEYS = Stream.of(KINDS, List.of("over", "with"), CHANGES)
            .flatMap(List::stream)
            .toList();

    private final YamlText yaml;

    SourceYaml(YamlText yaml) {
        this.yaml = yaml;
    }

    ColumnMapping mapping(Column column, Node node) {
        boolean figure = FIGURES.contains(column);
        Source source = source(node, column.title(), figure);
        if (node instanceof ScalarNode) {
            return ColumnMapping.of(source);
        }
        Map<String, Node> entries = yaml.entries(node, column.title(), KEYS);
        if (figure || column == Column.OCCURRED_AT) {
            refuseChanges(column, entries);
        }
        return new ColumnMapping(
                source,
                values(column, entries.get("values")),
                textOrNull(entries.get("other"), "'other'"),
                yaml.isTrue(entries.get("lower_case"), "'lower_case'"),
                yaml.isTrue(entries.get("shorten"), "'shorten'"),
                hashKey(entries.get("hash_key")));
    }

    private void refuseChanges(Column column, Map<String, Node> entries) {
        for (String change : CHANGES) {
            Node node = entries.get(change);
            if (node != null) {
                throw yaml.refused(node, "'%s' is for texts, and %s is none".formatted(change, column.title()));
            }
        }
    }

    private @Nullable String textOrNull(@Nullable Node node, String what) {
        return node == null ? null : yaml.text(node, what);
    }

    private @Nullable String hashKey(@Nullable Node node) {
        if (node == null) {
            return null;
        }
        String variable = yaml.text(node, "'hash_key'");
        if (!variable.matches("[A-Z][A-Z0-9_]{2,63}")) {
            throw yaml.refused(
                    node,
                    "'hash_key' is the name of an environment variable, such as CUSTOMER_KEY; the key itself is never"
                            + " in this file");
        }
        return variable;
    }

    private Map<String, String> values(Column column, @Nullable Node node) {
        Map<String, String> values = new LinkedHashMap<>();
        if (node != null) {
            yaml.entries(node, "'values'").forEach((from, to) -> {
                String value = yaml.text(to, "a value");
                refuseUnknownType(column, to, value);
                values.put(from.strip().toLowerCase(Locale.ROOT), value);
            });
        }
        return values;
    }

    private void refuseUnknownType(Column column, Node node, String value) {
        if (column == Column.TYPE
                && Arrays.stream(TransactionType.values())
                        .noneMatch(type -> type.name().equals(value))) {
            throw yaml.refused(
                    node, "type is one of %s, not '%s'".formatted(Arrays.toString(TransactionType.values()), value));
        }
    }

    /** Reads a source without changes of its text. */
    Source source(Node node, String what, boolean figure) {
        if (node instanceof ScalarNode) {
            return new Source.FromColumn(yaml.requiredText(node, what));
        }
        Map<String, Node> entries = yaml.entries(node, what, KEYS);
        List<String> kinds = KINDS.stream().filter(entries::containsKey).toList();
        if (kinds.size() != 1) {
            throw yaml.refused(
                    node,
                    "%s needs one of %s%s"
                            .formatted(
                                    what,
                                    String.join(", ", KINDS),
                                    kinds.isEmpty() ? "" : ", and has " + String.join(" and ", kinds)));
        }
        String kind = kinds.get(0);
        if (figure ? OF_TEXTS.contains(kind) : OF_FIGURES.contains(kind)) {
            throw yaml.refused(
                    node,
                    "'%s' gives a %s, and %s is a %s"
                            .formatted(kind, figure ? "text" : "number", what, figure ? "number" : "text"));
        }
        return source(kind, entries, what, figure);
    }

    @SuppressWarnings("NullAway") // the entry of the kind is there
    private Source source(String kind, Map<String, Node> entries, String what, boolean figure) {
        Node node = entries.get(kind);
        return switch (kind) {
            case "column" -> new Source.FromColumn(yaml.requiredText(node, "'column'"));
            case "constant" -> new Source.Constant(yaml.requiredText(node, "'constant'"));
            case "first_of" -> new Source.FirstOf(parts(node, "'first_of'", figure));
            case "product" -> new Source.Product(parts(node, "'product'", true));
            case "sum" -> new Source.Sum(parts(node, "'sum'", true));
            case "difference" -> new Source.Difference(parts(node, "'difference'", true));
            case "share" -> share(node, entries.get("over"));
            case "join" -> new Source.Joined(parts(node, "'join'", false), with(entries.get("with")));
            case "position" -> position(node);
            case "sign" -> new Source.Sign(source(node, "'sign'", true));
            default -> throw yaml.refused(node, what + " comes from nothing that is known");
        };
    }

    private Source position(Node node) {
        if (!yaml.isTrue(node, "'position'")) {
            throw yaml.refused(node, "'position' must be yes");
        }
        return new Source.Position();
    }

    private Source share(Node total, @Nullable Node over) {
        if (over == null) {
            throw yaml.refused(total, "'share' needs 'over', the amount of each row by which it is parted");
        }
        return new Source.Share(source(total, "'share'", true), source(over, "'over'", true));
    }

    private String with(@Nullable Node node) {
        return node == null ? " " : yaml.text(node, "'with'");
    }

    private List<Source> parts(Node node, String what, boolean figure) {
        List<Node> nodes = yaml.nodes(node, what);
        if (nodes.size() < 2) {
            throw yaml.refused(node, what + " needs a list of two or more");
        }
        return nodes.stream().map(part -> source(part, what, figure)).toList();
    }
}
