package io.allegiance.report.page;

/**
 * One figure of the page.
 *
 * @param pointer its place in the JSON beside the page, as a JSON pointer
 * @param known whether there is a value
 * @param raw the value as it is there; empty without one
 * @param shown the value for people, or the reason why it is missing
 */
record Value(String pointer, boolean known, String raw, String shown) {

    static Value missing(String pointer, String reason) {
        return new Value(pointer, false, "", reason);
    }
}
