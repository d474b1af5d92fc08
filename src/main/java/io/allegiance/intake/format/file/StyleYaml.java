package io.allegiance.intake.format.file;

import io.allegiance.intake.format.FileLayout;
import io.allegiance.intake.format.NumberStyle;
import io.allegiance.intake.format.TimeStyle;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Reads how the text, the numbers and the times of a file are written. */
final class StyleYaml {

    private static final Map<String, Character> DELIMITERS =
            Map.of("comma", ',', "semicolon", ';', "tab", '\t', "pipe", '|');

    private final YamlText yaml;

    StyleYaml(YamlText yaml) {
        this.yaml = yaml;
    }

    FileLayout layout(@Nullable Node delimiter, @Nullable Node encoding) {
        return new FileLayout(
                delimiter == null ? null : delimiter(delimiter), encoding == null ? null : encoding(encoding));
    }

    private char delimiter(Node node) {
        String name = yaml.text(node, "'delimiter'");
        Character delimiter = DELIMITERS.get(name);
        if (delimiter == null) {
            throw yaml.refused(node, "'delimiter' is comma, semicolon, tab or pipe, not '" + name + "'");
        }
        return delimiter;
    }

    private String encoding(Node node) {
        String name = yaml.text(node, "'encoding'");
        try {
            return Charset.forName(name).name();
        } catch (IllegalArgumentException e) {
            throw yaml.refused(node, "there is no encoding '" + name + "'; UTF-8, UTF-16 and windows-1252 are some");
        }
    }

    NumberStyle numbers(@Nullable Node node) {
        if (node == null) {
            return NumberStyle.PLAIN;
        }
        Map<String, Node> entries = yaml.entries(node, "'numbers'", List.of("decimal", "grouping", "currency_signs"));
        Character decimal = sign(entries.get("decimal"), "'decimal'");
        Character grouping = sign(entries.get("grouping"), "'grouping'");
        try {
            return new NumberStyle(
                    decimal == null ? '.' : decimal,
                    grouping,
                    yaml.isTrue(entries.get("currency_signs"), "'currency_signs'"));
        } catch (IllegalArgumentException e) {
            throw yaml.refused(node, String.valueOf(e.getMessage()));
        }
    }

    private @Nullable Character sign(@Nullable Node node, String what) {
        if (node == null) {
            return null;
        }
        String text = yaml.text(node, what);
        if (text.length() != 1) {
            throw yaml.refused(node, what + " must be one sign in quotes, such as \",\"");
        }
        return text.charAt(0);
    }

    TimeStyle times(@Nullable Node node) {
        if (node == null) {
            return TimeStyle.ISO;
        }
        Map<String, Node> entries = yaml.entries(node, "'dates'", List.of("patterns", "zone"));
        Node patterns = entries.get("patterns");
        for (Node pattern : yaml.nodes(patterns, "'patterns'")) {
            requirePattern(pattern);
        }
        return new TimeStyle(yaml.texts(patterns, "'patterns'"), zone(entries.get("zone")));
    }

    private void requirePattern(Node node) {
        String pattern = yaml.requiredText(node, "a pattern");
        try {
            TimeStyle.requirePattern(pattern);
        } catch (IllegalArgumentException e) {
            throw yaml.refused(
                    node,
                    "'%s' is no pattern of a date (%s); dd/MM/yyyy HH:mm is one".formatted(pattern, e.getMessage()));
        }
    }

    private @Nullable ZoneId zone(@Nullable Node node) {
        if (node == null) {
            return null;
        }
        String name = yaml.text(node, "'zone'");
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw yaml.refused(node, "there is no zone '" + name + "'; Europe/Berlin and UTC are some");
        }
    }
}
