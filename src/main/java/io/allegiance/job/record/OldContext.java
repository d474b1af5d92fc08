package io.allegiance.job.record;

import io.allegiance.platform.SerialFilter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A context as earlier versions stored it: a map, serialized by Java, in Base64. Read through a filter, never written. */
final class OldContext {

    private OldContext() {}

    /**
     * Reads a context.
     *
     * @throws IllegalArgumentException when it holds anything but texts, numbers and truth values, or is damaged or too long
     */
    static Map<String, Object> read(String text) {
        try (ObjectInputStream in = new ObjectInputStream(
                new ByteArrayInputStream(Base64.getDecoder().decode(text)))) {
            in.setObjectInputFilter(SerialFilter.create());
            return checked(in.readObject());
        } catch (IOException | ClassNotFoundException | ClassCastException e) {
            throw new IllegalArgumentException("the text is no map of texts, numbers and truth values", e);
        }
    }

    private static Map<String, Object> checked(@Nullable Object read) {
        Map<String, Object> values = new HashMap<>();
        if (!(read instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException("the text is no map");
        }
        map.forEach((key, value) -> values.put((String) key, simple(value)));
        return values;
    }

    private static Object simple(@Nullable Object value) {
        if (value == null || value instanceof Map) {
            throw new IllegalArgumentException("a value is neither a text nor a number nor a truth value");
        }
        return value;
    }
}
