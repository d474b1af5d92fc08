package io.allegiance.settings.source;

/**
 * A key of the configuration that the program does not read.
 *
 * @param name as it is written
 * @param origin where it is
 * @param hint what was most likely meant; empty where that is not known
 */
record UnknownKey(String name, String origin, String hint) {

    String describe() {
        String place = origin.endsWith(" " + name) ? origin : name + " in " + origin;
        return hint.isEmpty() ? place : place + " (" + hint + ")";
    }
}
