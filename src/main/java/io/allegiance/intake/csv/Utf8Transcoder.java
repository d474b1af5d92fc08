package io.allegiance.intake.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * A text in UTF-8 that is read from one in another encoding. In place of bytes that are none in that encoding it has the
 * byte FF, which is none in UTF-8: so the lines that hold them are refused as lines of bad UTF-8 are, and no others.
 */
final class Utf8Transcoder extends InputStream {

    private static final int BUFFER = 1 << 14;
    /** Java's decoder of UTF-16 would skip the character behind half a pair, which may part two fields. */
    private static final int LONGEST_SKIPPED = 2;

    private static final byte UNREADABLE = (byte) 0xff;

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final ByteBuffer source = ByteBuffer.allocate(BUFFER).limit(0);
    private final CharBuffer chars = CharBuffer.allocate(BUFFER);
    private ByteBuffer utf8 = ByteBuffer.allocate(0);
    private boolean ended;
    private boolean flushed;

    Utf8Transcoder(InputStream in, Charset charset) {
        this.in = in;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    @Override
    public int read() throws IOException {
        return fill() ? utf8.get() & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, utf8.remaining());
        utf8.get(into, offset, count);
        return count;
    }

    /** Returns whether there is a byte to give. */
    private boolean fill() throws IOException {
        while (!utf8.hasRemaining() && !flushed) {
            decode();
        }
        return utf8.hasRemaining();
    }

    private void decode() throws IOException {
        chars.clear();
        CoderResult result = decoder.decode(source, chars, ended);
        boolean unreadable = result.isError();
        if (unreadable) {
            source.position(source.position() + Math.min(result.length(), LONGEST_SKIPPED));
        } else if (result.isUnderflow() && ended) {
            flushed = decoder.flush(chars).isUnderflow();
        } else if (result.isUnderflow()) {
            readOn();
        }
        encode(unreadable);
    }

    private void readOn() throws IOException {
        source.compact();
        int count = in.read(source.array(), source.position(), source.remaining());
        ended = count < 0;
        source.position(source.position() + Math.max(count, 0)).flip();
    }

    private void encode(boolean unreadable) {
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(chars.flip());
        if (!unreadable) {
            utf8 = encoded;
            return;
        }
        utf8 = ByteBuffer.allocate(encoded.remaining() + 1)
                .put(encoded)
                .put(UNREADABLE)
                .flip();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
