package io.allegiance.purchase;

import java.time.LocalDate;

/** Numbers and dates as ASCII, to and from bytes without an object in between: millions of rows go this way. */
public final class AsciiDigits {

    /** Room that any number or date fits into. */
    public static final int MOST = 24;

    private AsciiDigits() {}

    /**
     * Reads a decimal as units of its last digit: {@code 12.5000} and {@code 125000} alike as 125000.
     *
     * @param decimal one or more digits, a minus sign before them, a point among them
     * @throws NumberFormatException when it is not of that form or does not fit a long
     */
    public static long parseUnits(byte[] decimal) {
        int start = decimal.length > 0 && decimal[0] == '-' ? 1 : 0;
        long units = 0;
        int digits = 0;
        for (int i = start; i < decimal.length; i++) {
            int digit = decimal[i] - '0';
            if (digit >= 0 && digit <= 9) {
                units = Math.multiplyHigh(units, 10) == 0 ? units * 10 + digit : -1;
                digits++;
            } else if (decimal[i] != '.') {
                throw new NumberFormatException("no decimal number");
            }
            if (units < 0) {
                throw new NumberFormatException("a decimal number that does not fit");
            }
        }
        if (digits == 0) {
            throw new NumberFormatException("a decimal number without digits");
        }
        return start == 1 ? -units : units;
    }

    /**
     * Writes a decimal of so many units of its last digit, such as 1250000 with 6 digits: 1.250000.
     *
     * @param digits after the point, 0 or more and at most 20; with 0 there is no point
     * @param into has room for {@link #MOST} bytes from there on
     * @return where the next byte goes
     */
    public static int decimal(long units, int digits, byte[] into, int at) {
        int start = at;
        if (units < 0) {
            into[start++] = '-';
        }
        int end = start + Math.max(count(units), digits + 1) + (digits > 0 ? 1 : 0);
        int point = digits > 0 ? end - 1 - digits : -1;
        // Negative numbers reach one further than positive ones.
        long rest = units < 0 ? units : -units;
        for (int i = end - 1; i >= start; i--) {
            if (i == point) {
                into[i] = '.';
            } else {
                long next = rest / 10;
                into[i] = (byte) ('0' + (next * 10 - rest));
                rest = next;
            }
        }
        return end;
    }

    /**
     * Writes a date as YYYY-MM-DD.
     *
     * @param date of the years 0 to 9999
     * @param into has room for {@link #MOST} bytes from there on
     * @return where the next byte goes
     */
    public static int date(LocalDate date, byte[] into, int at) {
        padded(date.getYear(), 4, into, at);
        into[at + 4] = '-';
        padded(date.getMonthValue(), 2, into, at + 5);
        into[at + 7] = '-';
        padded(date.getDayOfMonth(), 2, into, at + 8);
        return at + 10;
    }

    private static void padded(int number, int width, byte[] into, int at) {
        int rest = number;
        for (int i = at + width - 1; i >= at; i--) {
            into[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    private static int count(long number) {
        int digits = 1;
        for (long rest = number / 10; rest != 0; rest /= 10) {
            digits++;
        }
        return digits;
    }
}
