package io.allegiance.history;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/**
 * The 128-bit hash of a customer's day and its products, by which a day that is read again is known to be unchanged.
 * MD5, because it is short, fast and in every JDK; nothing secret hangs on it.
 */
final class DayHash {

    private final MessageDigest digest = md5();
    private ByteBuffer bytes = ByteBuffer.allocate(1_024);

    byte[] of(CustomerDay day) {
        bytes.clear();
        add(day.purchaseLines());
        add(day.returnLines());
        add(day.purchaseTransactions());
        add(day.purchaseAmount());
        add(day.returnAmount());
        add(day.quantity());
        add(day.discountKnownLines());
        add(day.fullPriceLines());
        day.products().forEach(this::add);
        digest.update(bytes.flip());
        return digest.digest();
    }

    private void add(ProductDay product) {
        add(product.product());
        add(product.category());
        add(product.purchaseLines());
        add(product.purchaseAmount());
        add(product.quantity());
    }

    private void add(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        add(encoded.length);
        reserve(encoded.length);
        bytes.put(encoded);
    }

    private void add(@Nullable Long value) {
        add(value == null ? Long.MIN_VALUE : value.longValue());
    }

    private void add(long value) {
        reserve(Long.BYTES);
        bytes.putLong(value);
    }

    private void reserve(int more) {
        if (bytes.remaining() < more) {
            bytes = ByteBuffer.allocate(2 * bytes.capacity() + more).put(bytes.flip());
        }
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }
}
