package io.allegiance.hash;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * The bytes of a value's parts one after the other, and the MD5 of them. A number takes eight bytes, highest first; a text is
 * its length in UTF-8 bytes as a number, then these bytes. So two lists of parts of the same types share no form. For one
 * thread, which may use it for one value after the other.
 */
public final class HashedForm {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final MessageDigest md5 = HashFunction.MD5.newDigest();
    private byte[] bytes;
    private int length;

    /** @param capacity bytes to begin with; the form grows as needed */
    public HashedForm(int capacity) {
        this.bytes = new byte[capacity];
    }

    /** Appends a text. */
    public HashedForm text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        number(utf8.length);
        reserve(utf8.length);
        System.arraycopy(utf8, 0, bytes, length, utf8.length);
        length += utf8.length;
        return this;
    }

    /** Appends a number. */
    public HashedForm number(long number) {
        reserve(Long.BYTES);
        LONGS.set(bytes, length, number);
        length += Long.BYTES;
        return this;
    }

    private void reserve(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }

    /** Computes the 16 bytes of the MD5 of what was appended, and begins the next form. */
    public byte[] hash() {
        md5.update(bytes, 0, length);
        length = 0;
        return md5.digest();
    }
}
