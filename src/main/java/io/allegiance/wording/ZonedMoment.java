package io.allegiance.wording;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A moment in the zone of the shop, with UTC beside it: {@code 2025-12-02 02:10 Europe/Berlin (01:10 UTC)}. */
public final class ZonedMoment {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private ZonedMoment() {}

    /**
     * Describes a moment to the minute. UTC has its date where that is another one; in a zone that is UTC it is alone.
     *
     * @param utc the moment in UTC
     */
    public static String describe(LocalDateTime utc, ZoneId zone) {
        if (zone.normalized().equals(ZoneOffset.UTC)) {
            return MINUTE.format(utc) + " UTC";
        }
        ZonedDateTime there = utc.atOffset(ZoneOffset.UTC).atZoneSameInstant(zone);
        boolean sameDay = there.toLocalDate().equals(utc.toLocalDate());
        return MINUTE.format(there) + " " + zone.getId() + " (" + (sameDay ? TIME : MINUTE).format(utc) + " UTC)";
    }
}
