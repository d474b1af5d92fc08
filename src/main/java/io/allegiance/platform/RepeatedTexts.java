package io.allegiance.platform;

import com.mysql.cj.conf.PropertySet;
import com.mysql.cj.result.Field;
import com.mysql.cj.result.StringValueFactory;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Makes texts of one column's bytes, and gives the object that it made before where the bytes are the same: the lines of a receipt
 * name it each, and a shop has few channels. It remembers a few hundred texts, of equal places in that memory the one that came
 * last.
 */
final class RepeatedTexts extends StringValueFactory {

    private static final int PLACES = 512;
    private static final int LONGEST = 64;

    private final @Nullable Text[] places = new Text[PLACES];

    RepeatedTexts(PropertySet settings) {
        super(settings);
    }

    @Override
    public String createFromBytes(byte[] bytes, int offset, int length, Field field) {
        if (length > LONGEST) {
            return super.createFromBytes(bytes, offset, length, field);
        }
        int place = hash(bytes, offset, length) & PLACES - 1;
        Text known = places[place];
        if (known == null || !known.isOf(bytes, offset, length)) {
            known = new Text(
                    Arrays.copyOfRange(bytes, offset, offset + length),
                    super.createFromBytes(bytes, offset, length, field));
            places[place] = known;
        }
        return known.text;
    }

    private static int hash(byte[] bytes, int offset, int length) {
        int hash = length;
        for (int i = offset; i < offset + length; i++) {
            hash = 31 * hash + bytes[i];
        }
        return hash ^ hash >>> 16;
    }

    private record Text(byte[] bytes, String text) {

        boolean isOf(byte[] other, int offset, int length) {
            return Arrays.equals(bytes, 0, bytes.length, other, offset, offset + length);
        }
    }
}
