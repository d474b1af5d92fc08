package io.allegiance.history;

import java.util.HashMap;
import java.util.Map;

/**
 * Gives equal names as one object, because a chunk holds the names of the categories of thousands of customers. Holds as many
 * as there are different ones. For one thread.
 */
public final class SharedNames {

    private final Map<String, String> names = new HashMap<>();

    String share(String name) {
        String known = names.putIfAbsent(name, name);
        return known == null ? name : known;
    }
}
