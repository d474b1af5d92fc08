package io.allegiance.wording;

/** Numbers of things in English. */
public final class Counted {

    private Counted() {}

    /** Returns such as {@code 1 line} and {@code 2 lines}, for a word that takes an s. */
    public static String of(long number, String thing) {
        return of(number, thing, thing + "s");
    }

    /** Returns such as {@code 1 line was} and {@code 2 lines were}: the words for one, and those for any other number. */
    public static String of(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
