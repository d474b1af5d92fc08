package io.allegiance.customer;

import org.jspecify.annotations.Nullable;

/**
 * The rules of a customer's id: white space around it does not count, blank or missing is an anonymous sale, it has at
 * most 64 characters (code points) and no control character, so that ids sort alike as UTF-8 bytes and in the database.
 */
public final class CustomerId {

    /** The id of an anonymous sale. */
    public static final String ANONYMOUS = "";

    /** The most characters (code points) that an id may have. */
    public static final int LONGEST = 64;

    private CustomerId() {}

    /** The id without white space around it; {@link #ANONYMOUS} for none. */
    public static String of(@Nullable String text) {
        return text == null ? ANONYMOUS : text.strip();
    }

    /** Returns whether the id has more than 64 characters; an emoji counts as one. */
    public static boolean isTooLong(String id) {
        return id.length() > LONGEST && id.codePointCount(0, id.length()) > LONGEST;
    }

    /** Returns whether the id holds a control character, U+0000 to U+001F or U+007F. */
    public static boolean hasControlCharacter(String id) {
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            if (c < ' ' || c == '\u007f') {
                return true;
            }
        }
        return false;
    }
}
