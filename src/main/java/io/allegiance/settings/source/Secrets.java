package io.allegiance.settings.source;

import java.util.regex.Pattern;

/** Hides what may be a secret. */
final class Secrets {

    private static final String HIDDEN = "******";
    private static final Pattern SECRET_KEY = Pattern.compile("password|secret|token|headers|webhook|command");
    private static final Pattern USER_IN_ADDRESS = Pattern.compile("(?<=//)[^/@\\s]*@");
    private static final Pattern QUERY_OF_ADDRESS = Pattern.compile("(?<=\\?).*");

    private Secrets() {}

    /** Returns a value as it may be shown: hidden where its key is that of a secret, an address without user and query. */
    static String hide(String key, String value) {
        if (value.isBlank()) {
            return value;
        }
        if (SECRET_KEY.matcher(key).find()) {
            return HIDDEN;
        }
        if (!value.contains("://")) {
            return value;
        }
        String withoutUser = USER_IN_ADDRESS.matcher(value).replaceAll(HIDDEN + "@");
        return QUERY_OF_ADDRESS.matcher(withoutUser).replaceAll(HIDDEN);
    }
}
