package io.allegiance.hash;

/**
 * A 64-bit hash of a text: FNV-1a over its UTF-16 code units, with the finaliser of MurmurHash3 because FNV's low bits alone
 * are not even. The same text and seed give the same hash on every machine.
 */
public final class FnvHash {

    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private FnvHash() {}

    /** @param seed other seeds give other, unrelated hashes */
    public static long of(String text, long seed) {
        long hash = OFFSET ^ seed;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
        return hash ^ hash >>> 33;
    }
}
