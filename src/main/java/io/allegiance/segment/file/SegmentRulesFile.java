package io.allegiance.segment.file;

import io.allegiance.failure.AttentionException;
import io.allegiance.platform.yaml.BoundedYaml;
import io.allegiance.segment.BandEdges;
import io.allegiance.segment.RuleText;
import io.allegiance.segment.SegmentRules;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Reads {@link SegmentRules} from YAML, keeping the line of every rule and condition for messages. Nodes are read as
 * the text that they are, so 4..5, 5 and "5" mean what they show and no YAML type gets in the way.
 */
public final class SegmentRulesFile {

    private static final String SHIPPED = "jobs/segments.yaml";
    private static final List<String> RULE_KEYS = List.of("segment", "meaning", "when");

    private final String file;

    private SegmentRulesFile(String file) {
        this.file = file;
    }

    /**
     * Reads the rules of a file.
     *
     * @param edges what the bands are that rules ask about
     * @throws AttentionException with file, line and reason, when the file cannot be read or its rules are refused
     */
    public static SegmentRules read(Path file, BandEdges edges) {
        try {
            return read(file.toString(), new BoundedYaml(file.toString()).read(file), edges);
        } catch (IOException e) {
            throw new AttentionException(file + ": the segment rules cannot be read; check that the file is there", e);
        }
    }

    /** Reads the rules that come with the program: {@code jobs/segments.yaml}. */
    public static SegmentRules shipped(BandEdges edges) {
        try (InputStream file = SegmentRulesFile.class.getResourceAsStream("/" + SHIPPED)) {
            if (file == null) {
                throw new IllegalStateException("the program was built without " + SHIPPED);
            }
            return read(SHIPPED, file.readAllBytes(), edges);
        } catch (IOException e) {
            throw new AttentionException(SHIPPED + " cannot be read from the program's jar", e);
        }
    }

    /**
     * Reads rules from the bytes of a file.
     *
     * @param file the name for messages
     * @param edges what the bands are that rules ask about
     * @throws AttentionException with file, line and reason, when the rules are refused
     */
    public static SegmentRules read(String file, byte[] bytes, BandEdges edges) {
        return new SegmentRulesFile(file).accepted(bytes, rules -> SegmentRules.of(file, rules, edges));
    }

    /**
     * Checks rules from the bytes of a file where each night sets the edges between bands.
     *
     * @param file the name for messages
     * @throws AttentionException with file, line and reason, when the rules are refused for some edges
     */
    public static void requireSoundForAnyEdges(String file, byte[] bytes) {
        new SegmentRulesFile(file).accepted(bytes, rules -> {
            SegmentRules.requireSoundForAnyEdges(file, rules);
            return rules;
        });
    }

    /**
     * Reads rules that were checked before, with the edges of one night.
     *
     * @param file the name for messages
     * @throws AttentionException with file, line and reason, when the rules leave a customer out or cannot be understood
     */
    public static SegmentRules readForNight(String file, byte[] bytes, BandEdges edges) {
        return new SegmentRulesFile(file).accepted(bytes, rules -> SegmentRules.ofNight(file, rules, edges));
    }

    private <T> T accepted(byte[] bytes, Function<List<RuleText>, T> use) {
        List<RuleText> rules = rules(bytes);
        try {
            return use.apply(rules);
        } catch (IllegalArgumentException e) {
            throw new AttentionException(String.valueOf(e.getMessage()), e);
        }
    }

    private List<RuleText> rules(byte[] bytes) {
        Node root = new BoundedYaml(file)
                .findRoot(bytes)
                .orElseThrow(() -> new AttentionException(file + " is empty; it must list rules under 'segments'"));
        Node segments = fields(root, "the file", List.of("segments")).get("segments");
        if (!(segments instanceof SequenceNode list) || list.getValue().isEmpty()) {
            throw refused(segments == null ? root : segments, "'segments' must be a list of rules");
        }
        List<RuleText> rules = new ArrayList<>();
        for (Node rule : list.getValue()) {
            rules.add(rule(rule));
        }
        return rules;
    }

    private RuleText rule(Node node) {
        Map<String, Node> fields = fields(node, "a rule", RULE_KEYS);
        String segment = scalar(node, fields, "segment");
        return new RuleText(line(node), segment, scalar(node, fields, "meaning"), conditions(fields.get("when")));
    }

    private List<RuleText.Condition> conditions(@Nullable Node when) {
        List<RuleText.Condition> conditions = new ArrayList<>();
        if (when == null) {
            return conditions;
        }
        for (NodeTuple entry : mapping(when, "'when'").getValue()) {
            String field = text(entry.getKeyNode(), "a field's name");
            conditions.add(new RuleText.Condition(
                    line(entry.getKeyNode()), field, text(entry.getValueNode(), "the values of " + field)));
        }
        return conditions;
    }

    private Map<String, Node> fields(Node node, String what, List<String> allowed) {
        Map<String, Node> fields = new LinkedHashMap<>();
        for (NodeTuple entry : mapping(node, what).getValue()) {
            String name = text(entry.getKeyNode(), "a name");
            if (!allowed.contains(name)) {
                throw refused(
                        entry.getKeyNode(),
                        "%s has no '%s', only %s".formatted(what, name, String.join(", ", allowed)));
            }
            if (fields.put(name, entry.getValueNode()) != null) {
                throw refused(entry.getKeyNode(), "'%s' occurs twice in %s".formatted(name, what));
            }
        }
        return fields;
    }

    private String scalar(Node rule, Map<String, Node> fields, String name) {
        Node value = fields.get(name);
        if (value == null) {
            throw refused(rule, "a rule needs '" + name + "'");
        }
        return text(value, "'" + name + "'");
    }

    private MappingNode mapping(Node node, String what) {
        if (node instanceof MappingNode mapping) {
            return mapping;
        }
        throw refused(node, what + " must be made of 'name: value' lines");
    }

    private String text(Node node, String what) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw refused(node, what + " must be a single value");
    }

    private AttentionException refused(Node node, String reason) {
        return new AttentionException("%s, line %d: %s".formatted(file, line(node), reason));
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
