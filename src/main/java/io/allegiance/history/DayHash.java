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
public final class DayHash {

    private final MessageDigest digest = md5();
    private ByteBuffer bytes = ByteBuffer.allocate(1_024);

    public byte[] of(CustomerDay day) {
        bytes.clear();
        updateNumber(day.purchaseLines());
        updateNumber(day.returnLines());
        updateNumber(day.purchaseTransactions());
        updateNumber(day.purchaseAmount());
        updateNumber(day.returnAmount());
        updateNumber(day.quantity());
        updateNumber(day.discountKnownLines());
        updateNumber(day.fullPriceLines());
        day.products().forEach(this::updateProduct);
        digest.update(bytes.flip());
        return digest.digest();
    }

    private void updateProduct(ProductDay product) {
        updateText(product.product());
        updateText(product.category());
        updateNumber(product.purchaseLines());
        updateNumber(product.purchaseAmount());
        updateNumber(product.quantity());
    }

    private void updateText(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        updateNumber(encoded.length);
        reserve(encoded.length);
        bytes.put(encoded);
    }

    private void updateNumber(@Nullable Long value) {
        updateNumber(value == null ? Long.MIN_VALUE : value.longValue());
    }

    private void updateNumber(long value) {
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
