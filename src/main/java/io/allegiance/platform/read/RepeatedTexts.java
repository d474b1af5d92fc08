package io.allegiance.platform.read;

import com.mysql.cj.conf.PropertySet;
import com.mysql.cj.result.Field;
import com.mysql.cj.result.StringValueFactory;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Decodes one column's bytes to texts, and returns the previous object where the bytes are the same: the lines of a
 * receipt name it each, and a shop has few channels. It remembers a few hundred texts, of equal places in that memory
 * the one that came last.
 */
final class RepeatedTexts extends StringValueFactory {

    private static final int PLACES = 512;
    private static final int LONGEST = 64;
    private static final int TELLING = 4;

    private final @Nullable Text[] places = new Text[PLACES];
    private @Nullable Text last;

    RepeatedTexts(PropertySet settings) {
        super(settings);
    }

    @Override
    public String createFromBytes(byte[] bytes, int offset, int length, Field field) {
        Text before = last;
        if (before != null && before.isOf(bytes, offset, length)) {
            return before.text;
        }
        return length > LONGEST
                ? super.createFromBytes(bytes, offset, length, field)
                : remember(bytes, offset, length, field).text;
    }

    private Text remember(byte[] bytes, int offset, int length, Field field) {
        int place = place(bytes, offset, length);
        Text known = places[place];
        if (known == null || !known.isOf(bytes, offset, length)) {
            known = new Text(
                    Arrays.copyOfRange(bytes, offset, offset + length),
                    super.createFromBytes(bytes, offset, length, field));
            places[place] = known;
        }
        last = known;
        return known;
    }

    /** By the last bytes, in which ids and names that are counted up differ. */
    private static int place(byte[] bytes, int offset, int length) {
        int hash = length;
        for (int i = offset + Math.max(0, length - TELLING); i < offset + length; i++) {
            hash = 31 * hash + bytes[i];
        }
        return (hash ^ (hash >>> 9)) & (PLACES - 1);
    }

    private static final class Text {

        private final byte[] bytes;
        private final String text;

        Text(byte[] bytes, String text) {
            this.bytes = bytes;
            this.text = text;
        }

        boolean isOf(byte[] other, int offset, int length) {
            return Arrays.equals(bytes, 0, bytes.length, other, offset, offset + length);
        }
    }
}
