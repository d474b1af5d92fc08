package io.allegiance.intake.format;

import io.allegiance.customer.CustomerId;
import io.allegiance.hash.HashedForm;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a mapping does to a text: translate, lower-case, hash, shorten, in this order. */
final class TextRule {

    private static final int KEPT = 55;
    private static final int HASH_DIGITS = 8;
    /** No UTF-8, so that our own format refuses the line, and shows nothing of an id that was to be hashed. */
    private static final String NO_TEXT = "\u00ff";

    private final ColumnMapping mapping;
    private final Map<String, String> values;
    private final @Nullable KeyedHash hash;

    TextRule(ColumnMapping mapping, @Nullable KeyedHash hash) {
        this.mapping = mapping;
        this.values = mapping.values();
        this.hash = hash;
    }

    String apply(String bytes) {
        if (bytes.isEmpty()) {
            return "";
        }
        String text = ByteText.decode(bytes);
        if (text == null) {
            return hash == null ? bytes : NO_TEXT;
        }
        String changed = mapping.lowerCase() ? translated(text).toLowerCase(Locale.ROOT) : translated(text);
        String hashed = hash == null ? changed : hash.of(changed);
        return ByteText.encode(mapping.shorten() ? shortened(hashed) : hashed);
    }

    private String translated(String text) {
        if (values.isEmpty() && mapping.other() == null) {
            return text;
        }
        String value = values.get(text.toLowerCase(Locale.ROOT));
        String other = mapping.other();
        return value != null ? value : other != null ? other : text;
    }

    private static String shortened(String text) {
        if (!CustomerId.isTooLong(text)) {
            return text;
        }
        byte[] all = new HashedForm(512).text(text).hash();
        long digits = Integer.toUnsignedLong(ByteBuffer.wrap(all).getInt());
        String end = HexFormat.of().toHexDigits(digits, HASH_DIGITS);
        return text.substring(0, text.offsetByCodePoints(0, KEPT)).strip() + "~" + end;
    }
}
