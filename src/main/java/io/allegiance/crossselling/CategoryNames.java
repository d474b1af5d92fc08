package io.allegiance.crossselling;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;

/** The order of categories' names: that of their UTF-8 bytes, as the database has it. */
public final class CategoryNames {

    /** Java's own order differs from it beyond the basic plane. */
    public static final Comparator<String> ORDER =
            Comparator.comparing(name -> name.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    private CategoryNames() {}
}
