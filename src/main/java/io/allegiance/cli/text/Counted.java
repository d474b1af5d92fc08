package io.allegiance.cli.text;

/** Numbers of things in English. */
final class Counted {

    private Counted() {}

    /** Returns such as {@code 1 line} and {@code 2 lines}, for a word that takes an s. */
    static String of(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}
