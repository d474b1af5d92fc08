package io.allegiance.cli.exit;

/** The configuration as the failure of a command leaves it: what can still be asked of it. */
public enum ConfigurationState {
    /** It is not what failed. */
    USABLE,
    /** It has keys that the program does not know; the others can be asked. */
    REFUSED,
    /** A file of it could not be read; only the environment can be asked. */
    UNREADABLE
}
