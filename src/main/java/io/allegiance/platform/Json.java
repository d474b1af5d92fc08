package io.allegiance.platform;

import io.allegiance.wording.Printable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes and reads JSON as it is stored and as {@code --json} prints it: equal values give equal text. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private Json() {}

    /** Writes a value on one line. */
    public static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** Writes a record on one line, a number of a name before what it holds. */
    public static String writeNumbered(String name, int number, Object value) {
        ObjectNode all = MAPPER.createObjectNode().put(name, number);
        MAPPER.valueToTree(value).properties().forEach(each -> all.set(each.getKey(), each.getValue()));
        return MAPPER.writeValueAsString(all);
    }

    /** Writes a value for a person to read; characters that a terminal would obey are escaped. */
    public static String writePretty(Object value) {
        return Printable.json(
                MAPPER.writer().with(SerializationFeature.INDENT_OUTPUT).writeValueAsString(value));
    }

    /** Does the same on one line. */
    public static String writeLine(Object value) {
        return Printable.json(write(value));
    }

    /** Reads what {@link #write} wrote. */
    public static <T> T read(String json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }
}
