package io.allegiance.settings.source;

import java.util.regex.Pattern;

/** Hides what may be a secret. */
final class Secrets {

    private static final String HIDDEN = "******";
    private static final Pattern SECRET_KEY = Pattern.compile("(?i)password|secret|token|headers|webhook|command");

    /** Up to the last of several hosts, each of which may have a user. */
    private static final Pattern USER_IN_ADDRESS = Pattern.compile("(?<=//)[^?\\s]*@");

    /** A host of the driver's with options of its own. */
    private static final Pattern OPTIONS_OF_HOST = Pattern.compile("\\([^)]*\\)");

    private static final Pattern QUERY_OF_ADDRESS = Pattern.compile("(?<=\\?).*");

    /** What receivers of metrics are told by: some have a key of theirs in it. */
    private static final Pattern PATH_ON_THE_WEB = Pattern.compile("(?i)(https?://[^/?#\\s]+/)[^,\\s]+");

    private Secrets() {}

    /**
     * Returns a value as it may be shown: hidden where its key is that of a secret, an address without users, options and query, and one
     * of the web without its path.
     */
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
        String withoutOptions = OPTIONS_OF_HOST.matcher(withoutUser).replaceAll("(" + HIDDEN + ")");
        String withoutPath = PATH_ON_THE_WEB.matcher(withoutOptions).replaceAll("$1" + HIDDEN);
        return QUERY_OF_ADDRESS.matcher(withoutPath).replaceAll(HIDDEN);
    }
}
