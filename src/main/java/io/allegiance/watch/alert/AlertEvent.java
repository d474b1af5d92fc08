package io.allegiance.watch.alert;

import java.util.Locale;

/** The events that raise an alert. */
public enum AlertEvent {
    /** The audit gate holds a publication back. */
    HELD,
    /** A job failed. */
    FAILED,
    /** A job is not done at its deadline. */
    LATE,
    /** A job ended well, and so quickly that probably something was left out. */
    EARLY,
    /** A training found that the calibration of past publications left its interval twice running. */
    MISCALIBRATED;

    /** Returns the event's name as alerts spell it. */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }
}
