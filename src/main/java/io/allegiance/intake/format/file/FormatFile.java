package io.allegiance.intake.format.file;

import io.allegiance.failure.AttentionException;
import io.allegiance.intake.format.ColumnMapping;
import io.allegiance.intake.format.FileFormat;
import io.allegiance.intake.format.FormatHash;
import io.allegiance.intake.format.LeaveOut;
import io.allegiance.intake.format.NearestName;
import io.allegiance.intake.format.Source;
import io.allegiance.intake.line.Column;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a {@link FileFormat} from YAML; {@code src/docs/formats.md} describes the keys. */
public final class FormatFile {

    private static final List<String> KEYS = List.of(
            "title",
            "header",
            "without",
            "optional",
            "delimiter",
            "encoding",
            "numbers",
            "dates",
            "order",
            "first_row",
            "columns",
            "leave_out",
            "cancels",
            "refund");
    private static final Set<Column> OURS = EnumSet.range(Column.TRANSACTION_ID, Column.CHANNEL);
    private static final List<String> TITLES = OURS.stream().map(Column::title).toList();

    private final YamlText yaml;
    private final SourceYaml sources;
    private final StyleYaml styles;
    private final RowRuleYaml rules;

    private FormatFile(String file) {
        this.yaml = new YamlText(file);
        this.sources = new SourceYaml(yaml);
        this.styles = new StyleYaml(yaml);
        this.rules = new RowRuleYaml(yaml, sources);
    }

    /**
     * Reads a format from the bytes of a file.
     *
     * @param name of the format
     * @param file its name for messages
     * @throws AttentionException with file, line and reason, when it is refused
     */
    public static FileFormat read(String name, String file, byte[] bytes) {
        return new FormatFile(file).read(name, bytes);
    }

    private FileFormat read(String name, byte[] bytes) {
        Node root = yaml.parse(bytes);
        Map<String, Node> entries = yaml.entries(root, "a format", KEYS);
        Node columns = entries.get("columns");
        if (columns == null) {
            throw yaml.refused(root, "a format needs 'columns'");
        }
        String order = textOrNull(entries.get("order"), "'order'");
        FileFormat format = new FileFormat(
                name,
                orElse(textOrNull(entries.get("title"), "'title'"), name),
                yaml.texts(entries.get("header"), "'header'"),
                yaml.texts(entries.get("without"), "'without'"),
                new HashSet<>(yaml.texts(entries.get("optional"), "'optional'")),
                styles.layout(entries.get("delimiter"), entries.get("encoding")),
                styles.numbers(entries.get("numbers")),
                styles.times(entries.get("dates")),
                order,
                yaml.texts(entries.get("first_row"), "'first_row'"),
                columns(columns, order),
                rules.leaveOut(entries.get("leave_out"), yaml.texts(entries.get("cancels"), "'cancels'")),
                rules.refund(entries.get("refund")),
                FormatHash.of(bytes));
        requireOrder(root, entries, format);
        return format;
    }

    private Map<Column, ColumnMapping> columns(Node node, @Nullable String order) {
        Map<Column, ColumnMapping> columns = new EnumMap<>(Column.class);
        yaml.entries(node, "'columns'").forEach((name, source) -> {
            Column column = Column.named(name).filter(OURS::contains).orElse(null);
            if (column == null) {
                throw yaml.refused(
                        source,
                        "'%s' is no column of ours%s; they are %s"
                                .formatted(name, NearestName.hint(name, TITLES), String.join(", ", TITLES)));
            }
            columns.put(column, sources.mapping(column, source));
        });
        for (Column required : List.of(Column.CUSTOMER_ID, Column.OCCURRED_AT)) {
            if (!columns.containsKey(required)) {
                throw yaml.refused(node, "'columns' lacks %s, which every line needs".formatted(required.title()));
            }
        }
        if (order != null && !columns.containsKey(Column.LINE_KEY) && !columns.containsKey(Column.LINE_NUMBER)) {
            columns.put(Column.LINE_KEY, ColumnMapping.of(new Source.Position()));
        }
        return columns;
    }

    private void requireOrder(Node root, Map<String, Node> entries, FileFormat format) {
        if (format.orderColumn() == null) {
            refuseWithoutOrder(entries, format);
        }
        requireCancelled(root, entries, format);
        if (format.refund() != null && !format.columns().containsKey(Column.TRANSACTION_ID)) {
            throw yaml.refused(
                    entries.getOrDefault("refund", root),
                    "'refund' needs the column transaction_id, to which what was given back belongs");
        }
    }

    private void requireCancelled(Node root, Map<String, Node> entries, FileFormat format) {
        Node node = entries.getOrDefault("cancels", root);
        List<String> names = format.leaveOut().stream().map(LeaveOut::name).toList();
        for (String name : yaml.texts(entries.get("cancels"), "'cancels'")) {
            if (!names.contains(name)) {
                throw yaml.refused(
                        node, "'%s' is no rule of 'leave_out'%s".formatted(name, NearestName.hint(name, names)));
            }
        }
        if (entries.containsKey("cancels") && !format.columns().containsKey(Column.TRANSACTION_ID)) {
            throw yaml.refused(node, "'cancels' needs the column transaction_id, to name the order that is cancelled");
        }
    }

    private void refuseWithoutOrder(Map<String, Node> entries, FileFormat format) {
        Node firstRow = entries.get("first_row");
        if (firstRow != null) {
            throw yaml.refused(firstRow, "'first_row' needs 'order', the column with the id of an order");
        }
        format.columns().forEach((column, mapping) -> {
            if (mapping.source() instanceof Source.Share || mapping.source() instanceof Source.Position) {
                throw yaml.refused(
                        entries.getOrDefault(
                                "columns", entries.values().iterator().next()),
                        "%s needs 'order', the column with the id of an order".formatted(column.title()));
            }
        });
    }

    private @Nullable String textOrNull(@Nullable Node node, String what) {
        return node == null ? null : yaml.requiredText(node, what);
    }

    private static String orElse(@Nullable String text, String other) {
        return text == null ? other : text;
    }
}
