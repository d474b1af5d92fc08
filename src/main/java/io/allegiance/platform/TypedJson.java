package io.allegiance.platform;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A map of texts, whole numbers, decimal numbers and truth values as JSON that keeps their types, such as
 * {@code {"rows":{"long":5}}}. What is read can be nothing else: no class is ever named by the text.
 */
public final class TypedJson {

    /** The longest text that is read or written, in characters. */
    public static final int LONGEST = 65_535;

    private static final int DEEPEST = 2;
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_NUMBER = 40;
    private static final Map<Class<?>, String> NAMES = Map.of(
            String.class, "string",
            Long.class, "long",
            Integer.class, "int",
            Double.class, "double",
            Boolean.class, "boolean");

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxStringLength(LONGEST)
                            .maxNameLength(LONGEST_NAME)
                            .maxNumberLength(LONGEST_NUMBER)
                            .maxDocumentLength(LONGEST)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build();

    private TypedJson() {}

    /**
     * Writes a map; equal maps give equal text.
     *
     * @throws IllegalArgumentException when a value is of another type, or the text becomes longer than {@link #LONGEST}
     */
    public static String write(Map<String, ?> values) {
        ObjectNode all = MAPPER.createObjectNode();
        new TreeMap<>(values).forEach((key, value) -> all.putObject(key).putPOJO(nameOf(key, value), value));
        String text = MAPPER.writeValueAsString(all);
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("the values take " + text.length() + " characters");
        }
        return text;
    }

    private static String nameOf(String key, Object value) {
        String name = NAMES.get(value.getClass());
        if (name == null) {
            throw new IllegalArgumentException(
                    "the value of " + key + " must be a text, a number or a truth value; is a "
                            + value.getClass().getName());
        }
        return name;
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException when the text is anything else; the message repeats nothing of it
     */
    public static Map<String, Object> read(String text) {
        JsonNode all = parse(text);
        require(all.isObject());
        Map<String, Object> values = new TreeMap<>();
        all.properties().forEach(each -> values.put(each.getKey(), valueOf(each.getValue())));
        return values;
    }

    private static JsonNode parse(String text) {
        require(text.length() <= LONGEST);
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException e) {
            throw refused();
        }
    }

    private static Object valueOf(JsonNode typed) {
        require(typed.isObject() && typed.size() == 1);
        Map.Entry<String, JsonNode> only = typed.properties().iterator().next();
        JsonNode value = only.getValue();
        return switch (only.getKey()) {
            case "string" -> checked(value, value.isString(), JsonNode::stringValue);
            case "long" -> checked(value, value.isIntegralNumber() && value.canConvertToLong(), JsonNode::longValue);
            case "int" -> checked(value, value.isIntegralNumber() && value.canConvertToInt(), JsonNode::intValue);
            case "double" -> checked(value, value.isFloatingPointNumber(), JsonNode::doubleValue);
            case "boolean" -> checked(value, value.isBoolean(), JsonNode::booleanValue);
            default -> throw refused();
        };
    }

    private static Object checked(JsonNode value, boolean fits, Function<JsonNode, Object> read) {
        require(fits);
        return read.apply(value);
    }

    private static void require(boolean sound) {
        if (!sound) {
            throw refused();
        }
    }

    private static IllegalArgumentException refused() {
        return new IllegalArgumentException("the text is not a map of typed values");
    }
}
