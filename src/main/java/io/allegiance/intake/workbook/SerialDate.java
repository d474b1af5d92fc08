package io.allegiance.intake.workbook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;

/** Excel's dates: days since the beginning of 1900 or 1904, with the time of day as a fraction. */
final class SerialDate {

    private static final long MILLIS_OF_DAY = 86_400_000;
    private static final BigDecimal MILLIS = BigDecimal.valueOf(MILLIS_OF_DAY);
    private static final LocalDate OF_1904 = LocalDate.of(1904, 1, 1);

    /** The day 0 of the days from 1 March 1900 on; Excel has a 29 February 1900, which was none. */
    private static final LocalDate OF_1900 = LocalDate.of(1899, 12, 30);

    private static final int FIRST_DAY_OF_1900 = 61;
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_466);

    private SerialDate() {}

    /**
     * Formats a number as a date or time, to the millisecond: {@code 2024-02-29}, {@code 2024-02-29 13:45:00} or
     * {@code 13:45:00}.
     *
     * @param from1904 whether days count from 1 January 1904
     * @return empty where the number is no such date
     */
    static Optional<String> format(BigDecimal serial, DateKind kind, boolean from1904) {
        if (serial.signum() < 0 || serial.compareTo(LAST_DAY) >= 0) {
            return Optional.empty();
        }
        long millis = serial.multiply(MILLIS).setScale(0, RoundingMode.HALF_UP).longValueExact();
        long days = millis / MILLIS_OF_DAY;
        LocalTime time = LocalTime.ofNanoOfDay(millis % MILLIS_OF_DAY * 1_000_000);
        if (days == 0 && kind == DateKind.TIME) {
            return Optional.of(text(time));
        }
        if (!from1904 && days < FIRST_DAY_OF_1900) {
            return Optional.empty();
        }
        LocalDateTime moment = (from1904 ? OF_1904 : OF_1900).plusDays(days).atTime(time);
        boolean dateAlone = kind == DateKind.DATE && time.equals(LocalTime.MIDNIGHT);
        return Optional.of(dateAlone ? moment.toLocalDate().toString() : moment.toLocalDate() + " " + text(time));
    }

    private static String text(LocalTime time) {
        String text = time.toString();
        return text.length() == "13:45".length() ? text + ":00" : text;
    }
}
