package io.allegiance.intake.csv;

import io.allegiance.failure.UsageException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The encoding of a text, by its mark of byte order, else as given, else UTF-16 where the zeros of ASCII characters show
 * it, else UTF-8.
 *
 * @param mark length of the mark of byte order in bytes, 0 for none
 */
record TextEncoding(Charset charset, int mark) {

    private static final int LOOKED_AT = 64;
    private static final int FEWEST_BYTES = 8;

    /**
     * Finds the encoding of a text from its beginning, and leaves the text at the beginning.
     *
     * @param name of the file
     * @throws UsageException when it is UTF-32
     */
    static TextEncoding of(BufferedInputStream text, @Nullable Charset given, String name) throws IOException {
        text.mark(LOOKED_AT + 1);
        byte[] start = text.readNBytes(LOOKED_AT);
        text.reset();
        TextEncoding marked = byMark(start, name);
        if (marked != null) {
            return marked;
        }
        if (given != null && !given.equals(StandardCharsets.UTF_16)) {
            return new TextEncoding(given, 0);
        }
        Charset zeros = byZeros(start);
        if (zeros != null) {
            return new TextEncoding(zeros, 0);
        }
        return new TextEncoding(given == null ? StandardCharsets.UTF_8 : StandardCharsets.UTF_16LE, 0);
    }

    private static @Nullable TextEncoding byMark(byte[] start, String name) {
        if (begins(start, 0xff, 0xfe, 0, 0) || begins(start, 0, 0, 0xfe, 0xff)) {
            throw new UsageException("The file " + name + " is UTF-32; save it as UTF-8.");
        }
        if (begins(start, 0xef, 0xbb, 0xbf)) {
            return new TextEncoding(StandardCharsets.UTF_8, 3);
        }
        if (begins(start, 0xff, 0xfe)) {
            return new TextEncoding(StandardCharsets.UTF_16LE, 2);
        }
        return begins(start, 0xfe, 0xff) ? new TextEncoding(StandardCharsets.UTF_16BE, 2) : null;
    }

    private static boolean begins(byte[] start, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= start.length || (start[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Charset byZeros(byte[] start) {
        if (start.length < FEWEST_BYTES) {
            return null;
        }
        if (alternates(start, 1)) {
            return StandardCharsets.UTF_16LE;
        }
        return alternates(start, 0) ? StandardCharsets.UTF_16BE : null;
    }

    /** Returns whether the bytes at even or odd places are zero, and no others. */
    private static boolean alternates(byte[] start, int zeros) {
        for (int i = 0; i < start.length; i++) {
            if ((start[i] == 0) != (i % 2 == zeros)) {
                return false;
            }
        }
        return true;
    }

    /** The text behind its mark, in UTF-8 as far as it can be read. */
    InputStream decode(BufferedInputStream text) throws IOException {
        text.skipNBytes(mark);
        return charset.equals(StandardCharsets.UTF_8) ? text : new Utf8Transcoder(text, charset);
    }

    /** Decodes the beginning of a text that is in UTF-8 by now. */
    static String ofUtf8(byte[] start) {
        return new String(Arrays.copyOf(start, Math.min(start.length, LOOKED_AT)), StandardCharsets.UTF_8);
    }
}
