package io.allegiance.cli.text;

import io.allegiance.publish.Publication;
import io.allegiance.status.Health;
import io.allegiance.status.Status;
import io.allegiance.wording.ZonedMoment;
import java.time.Duration;
import java.util.Locale;

/** The health of the program in the one line that monitors of the kind of Nagios read: words, a bar, figures. */
public final class HealthText {

    private static final int LONGEST = 400;

    private HealthText() {}

    /** Returns the line of a state that is known. */
    public static String of(Health health) {
        String words = health.reasons().isEmpty() ? describeGood(health.status()) : String.join("; ", health.reasons());
        return line(health.level(), words) + " | " + figures(health.status());
    }

    /** Returns the line of a state that could not be found out. */
    public static String ofUnknown(String message) {
        return line(Health.Level.UNKNOWN, message);
    }

    /** One line without the character that begins the figures, of a length that pagers show. */
    private static String line(Health.Level level, String words) {
        String one = words.replace('|', '/').replaceAll("\\s+", " ");
        return level + " - " + (one.length() <= LONGEST ? one : one.substring(0, LONGEST) + "...");
    }

    private static String describeGood(Status status) {
        Publication published = status.published();
        return published == null
                ? "nothing is published"
                : "publication " + published.publication() + " of " + published.scoreDate() + ", good until "
                        + ZonedMoment.describe(published.goodUntil(), status.zone());
    }

    /** {@code good_for} is in seconds, negative once the publication is no longer good; what is below 0 is critical. */
    private static String figures(Status status) {
        Publication published = status.published();
        String ofPublication = published == null
                ? ""
                : String.format(
                        Locale.ROOT,
                        "good_for=%ds;;0: customers=%d ",
                        Duration.between(status.at(), published.goodUntil()).toSeconds(),
                        published.customers());
        return ofPublication
                + String.format(
                        Locale.ROOT,
                        "unpublished=%d free_slots=%d",
                        status.unpublished().size(),
                        status.freeSlots());
    }
}
