package io.allegiance.watch;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses on the web as settings give them. They may hold a secret in their path, so that no message repeats them. */
public final class WebAddress {

    /** The scheme, a user that is left out, the host, and what is left out after it, marked by a slash. */
    private static final Pattern SECRETS =
            Pattern.compile("(?i)\\b(https?://)(?:[^\\s/?#]*@)?([^\\s/?#\"']*)(/?)[^\\s\"']*");

    private WebAddress() {}

    /**
     * Checks an address.
     *
     * @throws IllegalArgumentException when it is neither empty nor an address of http or https without a user
     */
    public static void check(String setting, String address) {
        if (!address.isBlank() && parse(address).isEmpty()) {
            throw new IllegalArgumentException(
                    setting + " must be an address such as https://host/path, without user and password in it");
        }
    }

    /** Finds an address that was checked; empty where none is set. */
    public static Optional<URI> find(String address) {
        return address.isBlank() ? Optional.empty() : parse(address);
    }

    /** Hides in a text what follows the host of each address, and a user before it: either may be a secret. */
    public static String hide(String text) {
        return SECRETS.matcher(text).replaceAll("$1$2$3");
    }

    private static Optional<URI> parse(String address) {
        try {
            URI uri = new URI(address.strip());
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null && uri.getUserInfo() == null ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
