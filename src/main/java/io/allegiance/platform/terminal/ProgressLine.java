package io.allegiance.platform.terminal;

import io.allegiance.wording.TimeSpan;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.slf4j.MarkerFactory;

/**
 * The one line of progress on a terminal, rewritten in place. Where standard error is no terminal nothing of it is shown, and
 * the lines of the log say how far the work is; those carry {@link #LOGGED}, so that a terminal leaves them out.
 */
public final class ProgressLine {

    /** Marks a line of the log that says what the line of progress says as well. */
    public static final Marker LOGGED = MarkerFactory.getMarker("PROGRESS");

    /** The logger that writes the line of progress; logback-spring.xml switches it off where there is no terminal. */
    static final String LOGGER = "allegiance.progress";

    /** What clears the line of progress, and is harmless where there is none. */
    public static final String CLEAR = "\r\u001b[K";

    private static final Logger LINE = LoggerFactory.getLogger(LOGGER);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final double PERCENT = 100;
    private static final double LEAST_SHARE = 0.001;

    private ProgressLine() {}

    /** Returns whether there is a terminal to show it on: figures for it alone need not be found out otherwise. */
    public static boolean isShown() {
        return LINE.isInfoEnabled();
    }

    /** Shows how far some work is. */
    public static void show(String text) {
        LINE.info(text);
    }

    /**
     * Describes how much of the work is done, and when the rest should be at the pace so far: {@code 24 %, 3 min left, done about
     * 02:14}; only the share before a pace is known.
     *
     * @param share of the work that is done, 0 to 1
     * @param spent how long that took
     * @param now the time in the configured zone
     */
    public static String describe(double share, Duration spent, ZonedDateTime now) {
        String done = String.format(Locale.ROOT, "%.0f %%", Math.floor(PERCENT * share));
        if (share < LEAST_SHARE || share >= 1) {
            return done;
        }
        Duration left = Duration.ofMillis(Math.round(spent.toMillis() / share * (1 - share)));
        return done + ", " + TimeSpan.describe(left) + " left, done about " + TIME.format(now.plus(left));
    }
}
