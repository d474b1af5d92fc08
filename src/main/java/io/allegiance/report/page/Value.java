package io.allegiance.report.page;

/**
 * One figure of the page.
 *
 * @param pointer where it stands in the JSON beside the page, as a JSON pointer
 * @param known whether there is a value
 * @param raw the value as it stands there; empty where there is none
 * @param shown the value for people, or why there is none
 */
record Value(String pointer, boolean known, String raw, String shown) {

    static Value missing(String pointer, String reason) {
        return new Value(pointer, false, "", reason);
    }
}
