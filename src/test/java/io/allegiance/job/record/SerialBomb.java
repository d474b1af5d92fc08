package io.allegiance.job.record;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Objects as Spring Batch's own serializer stores them, among them one that no unfiltered reader gets to the end of. */
public final class SerialBomb {

    private static final int DEPTH = 30;

    private SerialBomb() {}

    /** Sets within sets, each named twice by the one around it: to hash them takes two to the power of the depth. */
    public static String nestedSets() {
        Set<Object> root = new HashSet<>();
        Set<Object> left = root;
        Set<Object> right = new HashSet<>();
        for (int i = 0; i < DEPTH; i++) {
            Set<Object> nextLeft = new HashSet<>();
            Set<Object> nextRight = new HashSet<>();
            nextLeft.add("a text that makes the two differ");
            left.add(nextLeft);
            left.add(nextRight);
            right.add(nextLeft);
            right.add(nextRight);
            left = nextLeft;
            right = nextRight;
        }
        return of(root);
    }

    /** A map as an earlier version stored a context. */
    public static String of(Map<String, Object> context) {
        return of((Object) context);
    }

    static String of(Object object) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
