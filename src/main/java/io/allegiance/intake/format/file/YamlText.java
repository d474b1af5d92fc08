package io.allegiance.intake.format.file;

import io.allegiance.failure.AttentionException;
import io.allegiance.intake.format.NearestName;
import io.allegiance.platform.yaml.BoundedYaml;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * The nodes of a YAML file, each read as the text that it is, and refused with file, line and reason. Anchors are not
 * read, and size and depth are bounded, so no file costs more than its length.
 */
final class YamlText {

    private final String file;

    YamlText(String file) {
        this.file = file;
    }

    /**
     * Parses the text of a file.
     *
     * @throws AttentionException when it is no YAML, has anchors, or is empty
     */
    Node parse(byte[] bytes) {
        return new BoundedYaml(file)
                .findRoot(bytes)
                .orElseThrow(
                        () -> new AttentionException(file + " is empty; src/docs/formats.md says what a format needs"));
    }

    /** The entries of a mapping by their names, in the order of the file. */
    Map<String, Node> entries(Node node, String what) {
        if (!(node instanceof MappingNode mapping)) {
            throw refused(node, what + " must be made of 'name: value' lines");
        }
        Map<String, Node> entries = new LinkedHashMap<>();
        for (NodeTuple entry : mapping.getValue()) {
            String name = text(entry.getKeyNode(), "a name");
            if (entries.put(name, entry.getValueNode()) != null) {
                throw refused(entry.getKeyNode(), "'%s' occurs twice in %s".formatted(name, what));
            }
        }
        return entries;
    }

    /** The same, with no other names than those allowed. */
    Map<String, Node> entries(Node node, String what, List<String> allowed) {
        Map<String, Node> entries = entries(node, what);
        entries.forEach((name, value) -> {
            if (!allowed.contains(name)) {
                throw refused(
                        value,
                        "%s has no '%s'%s, only %s"
                                .formatted(what, name, NearestName.hint(name, allowed), String.join(", ", allowed)));
            }
        });
        return entries;
    }

    String text(Node node, String what) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw refused(node, what + " must be a single value");
    }

    String requiredText(Node node, String what) {
        String text = text(node, what);
        if (text.isBlank()) {
            throw refused(node, what + " is blank");
        }
        return text;
    }

    /** The values of a list; a single value is a list of one. */
    List<String> texts(@Nullable Node node, String what) {
        return nodes(node, what).stream().map(each -> text(each, what)).toList();
    }

    /** The parts of a list; a single part is a list of one. */
    List<Node> nodes(@Nullable Node node, String what) {
        if (node == null) {
            return List.of();
        }
        if (node instanceof SequenceNode list) {
            if (list.getValue().isEmpty()) {
                throw refused(node, what + " is an empty list");
            }
            return list.getValue();
        }
        return List.of(node);
    }

    boolean isTrue(@Nullable Node node, String what) {
        if (node == null) {
            return false;
        }
        return switch (text(node, what)) {
            case "true", "yes" -> true;
            case "false", "no" -> false;
            default -> throw refused(node, what + " must be yes or no");
        };
    }

    AttentionException refused(Node node, String reason) {
        return new AttentionException(
                "%s, line %d: %s".formatted(file, node.getStartMark().getLine() + 1, reason));
    }
}
