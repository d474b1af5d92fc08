package io.allegiance.customer;

/** The order of customer ids: that of their UTF-8 bytes, which is that of their code points. */
public final class CustomerOrder {

    private CustomerOrder() {}

    /** Compares two ids by code points; Java's own order differs from it beyond the basic plane. */
    public static int compare(String a, String b) {
        int length = Math.min(a.length(), b.length());
        for (int i = 0; i < length; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                return Character.isSurrogate(x) == Character.isSurrogate(y)
                        ? Character.compare(x, y)
                        : Boolean.compare(Character.isSurrogate(x), Character.isSurrogate(y));
            }
        }
        return Integer.compare(a.length(), b.length());
    }
}
