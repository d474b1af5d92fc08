package io.allegiance.intake.format.file;

import io.allegiance.failure.AttentionException;
import io.allegiance.intake.format.NearestName;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
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

    private static final int MOST_CHARACTERS = 200_000;
    private static final int DEEPEST = 20;

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
        String text = decoded(bytes);
        try {
            refuseAliases(text);
            Node root = yaml().compose(new StringReader(text));
            if (root == null) {
                throw new AttentionException(file + " is empty; src/docs/formats.md says what a format needs");
            }
            return root;
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new AttentionException("%s, line %d: this is not YAML: %s".formatted(file, line, e.getProblem()), e);
        } catch (YAMLException e) {
            String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw new AttentionException("%s: this is not YAML: %s".formatted(file, reason), e);
        }
    }

    private static Yaml yaml() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MOST_CHARACTERS);
        options.setNestingDepthLimit(DEEPEST);
        options.setMaxAliasesForCollections(0);
        return new Yaml(new SafeConstructor(options));
    }

    private void refuseAliases(String text) {
        for (Event event : yaml().parse(new StringReader(text))) {
            if (event instanceof AliasEvent) {
                throw new AttentionException("%s, line %d: anchors (&, *) are not read; write it out in full"
                        .formatted(file, event.getStartMark().getLine() + 1));
            }
        }
    }

    private String decoded(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new AttentionException(file + " is not a text in UTF-8; save it as such", e);
        }
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
