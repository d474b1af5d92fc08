package io.allegiance.scoring;

import java.util.regex.Pattern;

/**
 * A fingerprint of a set of rows that does not depend on their order: the sum modulo 2¹²⁸ of the first half of the
 * SHA-256 of each row's bytes, read as an unsigned number with its first byte highest. Sums of parts add up to the sum
 * of the whole; no rows give 0.
 *
 * @param high the upper 64 bits
 * @param low the lower 64 bits
 */
public record RowDigest(long high, long low) {

    /* Why half of SHA-256: it is in every JDK, and both MariaDB and MySQL have SHA2() built in (MySQL 9.7 has no
     * MD5() any more), so that a reader can recompute a digest from the rows alone; 128 bits distinguish any two
     * publications. It shows that two runs gave the same; it does not protect against forgery. A sum and not an
     * exclusive or, because two equal rows would cancel out. */

    /** The digest of no rows. */
    public static final RowDigest ZERO = new RowDigest(0, 0);

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

    /** The digest of the rows of both. */
    public RowDigest plus(RowDigest other) {
        long sum = low + other.low;
        long carry = Long.compareUnsigned(sum, low) < 0 ? 1 : 0;
        return new RowDigest(high + other.high + carry, sum);
    }

    /**
     * Reads what {@link #toString()} gave.
     *
     * @throws IllegalArgumentException when the text is not 32 digits of 0-9 and a-f
     */
    public static RowDigest parse(String hex) {
        if (!FORM.matcher(hex).matches()) {
            throw new IllegalArgumentException("a digest has 32 digits of 0-9 and a-f; was '" + hex + "'");
        }
        return new RowDigest(
                Long.parseUnsignedLong(hex.substring(0, 16), 16), Long.parseUnsignedLong(hex.substring(16), 16));
    }

    /** 32 digits of 0-9 and a-f. */
    @Override
    public String toString() {
        return digits(high) + digits(low);
    }

    private static String digits(long half) {
        String hex = Long.toHexString(half);
        return "0".repeat(16 - hex.length()) + hex;
    }
}
