package io.allegiance.report.plot;

import java.util.Locale;

/** Places in a drawing as text: a tenth of a unit is finer than any screen shows. */
final class Coordinate {

    private Coordinate() {}

    static String of(double place) {
        return String.format(Locale.ROOT, "%.1f", place);
    }
}
