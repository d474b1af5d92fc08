package io.allegiance.platform.embedded;

/** An account of the server. */
record Account(String username, String password) {

    /** Leaves the password out. */
    @Override
    public String toString() {
        return username;
    }
}
