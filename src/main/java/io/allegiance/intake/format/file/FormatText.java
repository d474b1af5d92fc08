package io.allegiance.intake.format.file;

import io.allegiance.intake.format.ColumnMapping;
import io.allegiance.intake.format.FileFormat;
import io.allegiance.intake.format.LeaveOut;
import io.allegiance.intake.format.NumberStyle;
import io.allegiance.intake.format.Refund;
import io.allegiance.intake.format.Source;
import io.allegiance.intake.format.TimeStyle;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Writes a format as YAML that {@link FormatFile} reads as the same format. */
final class FormatText {

    private static final Map<Character, String> DELIMITERS =
            Map.of(',', "comma", ';', "semicolon", '\t', "tab", '|', "pipe");

    private final StringBuilder text = new StringBuilder();

    private FormatText() {}

    static String of(String name, FileFormat format) {
        FormatText text = new FormatText();
        text.write(name, format);
        return text.text.toString();
    }

    private void write(String name, FileFormat format) {
        line("# The format " + name + ". src/docs/formats.md describes the keys; change what is wrong, by hand.");
        line("title: " + quoted(format.title().equals("columns named on the command line") ? name : format.title()));
        line("# A file with these columns is taken for this format.");
        list("header", format.header());
        list("without", format.without());
        list("optional", new TreeSet<>(format.optional()));
        layout(format);
        numbers(format.numbers());
        times(format.times());
        if (format.orderColumn() != null) {
            line("order: " + quoted(format.orderColumn()));
        }
        list("first_row", format.firstRow());
        line("columns:");
        format.columns().forEach((column, mapping) -> line("  " + column.title() + ": " + mapping(mapping)));
        leaveOut(format.leaveOut());
        if (format.refund() != null) {
            refund(format.refund());
        }
    }

    private void layout(FileFormat format) {
        Character delimiter = format.layout().delimiter();
        if (delimiter != null) {
            line("delimiter: " + DELIMITERS.getOrDefault(delimiter, "comma"));
        }
        if (format.layout().encoding() != null) {
            line("encoding: " + format.layout().encoding());
        }
    }

    private void numbers(NumberStyle style) {
        if (!style.isPlain()) {
            String grouping = style.grouping() == null ? "" : ", grouping: " + quoted(String.valueOf(style.grouping()));
            String signs = style.currencySigns() ? ", currency_signs: yes" : "";
            line("numbers: {decimal: " + quoted(String.valueOf(style.decimal())) + grouping + signs + "}");
        }
    }

    private void times(TimeStyle style) {
        if (!style.equals(TimeStyle.ISO)) {
            String patterns = style.patterns().isEmpty() ? "" : "patterns: " + flow(style.patterns());
            String zone =
                    style.zone() == null ? "" : "zone: " + quoted(style.zone().getId());
            line("dates: {" + patterns + (patterns.isEmpty() || zone.isEmpty() ? "" : ", ") + zone + "}");
        }
    }

    private void leaveOut(List<LeaveOut> rules) {
        if (!rules.isEmpty()) {
            line("leave_out:");
        }
        for (LeaveOut rule : rules) {
            line("  " + rule.name() + ":");
            rule.conditions().forEach(condition -> line("    - " + condition(condition)));
        }
        List<String> cancels =
                rules.stream().filter(LeaveOut::cancels).map(LeaveOut::name).toList();
        if (!cancels.isEmpty()) {
            line("cancels: " + flow(cancels));
        }
    }

    private static String condition(LeaveOut.Condition condition) {
        String test = condition.test().name().toLowerCase(Locale.ROOT);
        String values = condition.values().isEmpty() ? "yes" : flow(condition.values());
        return "{column: " + quoted(condition.column()) + ", " + test + ": " + values + "}";
    }

    private void refund(Refund refund) {
        line("refund:");
        line("  amount: " + source(refund.amount()));
        if (refund.date() != null) {
            line("  date: " + source(refund.date()));
        }
        line("  each: " + (refund.ofEachRow() ? "row" : "order"));
    }

    private static String mapping(ColumnMapping mapping) {
        String changes = values(mapping)
                + (mapping.other() == null ? "" : ", other: " + quoted(mapping.other()))
                + (mapping.lowerCase() ? ", lower_case: yes" : "")
                + (mapping.shorten() ? ", shorten: yes" : "")
                + (mapping.keyVariable() == null ? "" : ", hash_key: " + mapping.keyVariable());
        return changes.isEmpty() ? source(mapping.source()) : "{" + bare(mapping.source()) + changes + "}";
    }

    private static String values(ColumnMapping mapping) {
        return mapping.values().isEmpty()
                ? ""
                : new TreeMap<>(mapping.values())
                        .entrySet().stream()
                                .map(value -> quoted(value.getKey()) + ": " + quoted(value.getValue()))
                                .collect(Collectors.joining(", ", ", values: {", "}"));
    }

    private static String source(Source source) {
        return source instanceof Source.FromColumn column ? quoted(column.name()) : "{" + bare(source) + "}";
    }

    private static String bare(Source source) {
        if (source instanceof Source.FromColumn column) {
            return "column: " + quoted(column.name());
        }
        if (source instanceof Source.Constant constant) {
            return "constant: " + quoted(constant.text());
        }
        if (source instanceof Source.Share share) {
            return "share: " + source(share.total()) + ", over: " + source(share.over());
        }
        if (source instanceof Source.Joined joined) {
            return "join: " + parts(joined.parts()) + ", with: " + quoted(joined.with());
        }
        if (source instanceof Source.FirstOf first) {
            return "first_of: " + parts(first.parts());
        }
        return figure(source);
    }

    private static String figure(Source source) {
        if (source instanceof Source.Product product) {
            return "product: " + parts(product.parts());
        }
        if (source instanceof Source.Sum sum) {
            return "sum: " + parts(sum.parts());
        }
        if (source instanceof Source.Difference difference) {
            return "difference: " + parts(difference.parts());
        }
        if (source instanceof Source.Sign sign) {
            return "sign: " + source(sign.of());
        }
        return "position: yes";
    }

    private static String parts(List<Source> parts) {
        return parts.stream().map(FormatText::source).collect(Collectors.joining(", ", "[", "]"));
    }

    private void list(String key, Collection<String> values) {
        if (!values.isEmpty()) {
            line(key + ": " + flow(values));
        }
    }

    private static String flow(Collection<String> values) {
        return values.stream().map(FormatText::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String quoted(String text) {
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\t", "\\t")
                        .replace("\n", "\\n")
                + '"';
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
