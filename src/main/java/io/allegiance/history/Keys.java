package io.allegiance.history;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Hashes of the names of transactions or of products, each once, ascending. Immutable; 8 bytes for each. */
public final class Keys {

    /** No name. */
    public static final Keys NONE = new Keys(new long[0]);

    private final long[] sorted;

    private Keys(long[] sorted) {
        this.sorted = sorted;
    }

    /** Those of some hashes, in any order and as often as they like; the hash of an unknown name is left out. */
    static Keys of(long... hashes) {
        if (hashes.length == 1 && hashes[0] != MatchKey.NONE) {
            return new Keys(hashes.clone());
        }
        long[] known = Arrays.stream(hashes)
                .filter(hash -> hash != MatchKey.NONE)
                .sorted()
                .distinct()
                .toArray();
        return known.length == 0 ? NONE : new Keys(known);
    }

    /** Those of names. */
    public static Keys ofNames(Iterable<String> names) {
        long[] hashes = new long[8];
        int count = 0;
        for (String name : names) {
            hashes = count == hashes.length ? Arrays.copyOf(hashes, 2 * count) : hashes;
            hashes[count++] = MatchKey.of(name);
        }
        return of(Arrays.copyOf(hashes, count));
    }

    /**
     * Those of bytes that {@link #toBytes} gave; none of null.
     *
     * @throws IllegalArgumentException when they are not in this form
     */
    public static Keys ofBytes(byte @Nullable [] bytes) {
        if (bytes == null) {
            return NONE;
        }
        if (bytes.length % Long.BYTES != 0) {
            throw new IllegalArgumentException("hashes of 8 bytes each were expected; were " + bytes.length + " bytes");
        }
        long[] hashes = new long[bytes.length / Long.BYTES];
        ByteBuffer.wrap(bytes).asLongBuffer().get(hashes);
        return of(hashes);
    }

    /** The lowest of them, at most so many. */
    Keys lowest(int most) {
        return sorted.length <= most ? this : new Keys(Arrays.copyOf(sorted, most));
    }

    /** Eight bytes for each hash, the highest first; null for none. */
    public byte @Nullable [] toBytes() {
        if (sorted.length == 0) {
            return null;
        }
        ByteBuffer bytes = ByteBuffer.allocate(sorted.length * Long.BYTES);
        bytes.asLongBuffer().put(sorted);
        return bytes.array();
    }

    void forEach(LongConsumer each) {
        for (long key : sorted) {
            each.accept(key);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Keys that && Arrays.equals(sorted, that.sorted);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sorted);
    }

    @Override
    public String toString() {
        return Arrays.toString(sorted);
    }
}
