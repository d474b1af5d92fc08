package io.allegiance.platform;

import java.io.ObjectInputFilter;

/**
 * The filter of Java deserialization: it admits a small map of texts, whole numbers and truth values, as earlier versions stored
 * the contexts of steps, and refuses every other class, depth and size. The program itself serializes nothing.
 */
public final class SerialFilter {

    /** Admits bytes and references that far; a context of an earlier version has about 200 bytes and 10 references. */
    private static final String PATTERN = "maxbytes=65536;maxdepth=3;maxrefs=2000;maxarray=2000"
            + ";java.util.HashMap;java.util.Map$Entry;java.lang.String;java.lang.Boolean;java.lang.Number"
            + ";java.lang.Integer;java.lang.Long;java.lang.Double;!*";

    private SerialFilter() {}

    /** Creates the filter for one stream. */
    public static ObjectInputFilter create() {
        return ObjectInputFilter.Config.createFilter(PATTERN);
    }

    /** Makes it the filter of every stream of this process; a filter given by {@code -Djdk.serialFilter} stays. */
    public static void install() {
        if (ObjectInputFilter.Config.getSerialFilter() == null) {
            ObjectInputFilter.Config.setSerialFilter(create());
        }
    }
}
