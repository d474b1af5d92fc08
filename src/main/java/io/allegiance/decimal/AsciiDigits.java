package io.allegiance.decimal;

import java.time.LocalDate;

/** Numbers and dates as ASCII, to and from bytes without an object in between: millions of rows go this way. */
public final class AsciiDigits {

    /** Room that any number or date fits into. */
    public static final int MOST = 24;

    private static final int TEN = 10;
    private static final int HUNDRED = 100;
    private static final int MOST_OF_A_LONG = 19;

    /** The two digits of each number below a hundred. */
    private static final byte[] PAIRS = pairs();

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
     * Writes a decimal given in units of its last digit, such as 1250000 with 6 digits: 1.250000.
     *
     * @param digits after the point, 0 or more and at most 20; 0 writes no point
     * @param into has room for {@link #MOST} bytes from there on
     * @return where the next byte goes
     */
    public static int decimal(long units, int digits, byte[] into, int at) {
        int start = at;
        if (units < 0) {
            into[start++] = '-';
        }
        int whole = Math.max(count(units) - digits, 1);
        int point = start + whole;
        // Negative numbers reach one further than positive ones.
        long rest = units < 0 ? units : -units;
        if (digits == 0) {
            write(rest, into, start, point);
            return point;
        }
        int end = point + 1 + digits;
        rest = write(rest, into, point + 1, end);
        into[point] = '.';
        write(rest, into, start, point);
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
        int year = date.getYear();
        pair(year / HUNDRED, into, at);
        pair(year % HUNDRED, into, at + 2);
        into[at + 4] = '-';
        pair(date.getMonthValue(), into, at + 5);
        into[at + 7] = '-';
        pair(date.getDayOfMonth(), into, at + 8);
        return at + 10;
    }

    /** Writes the last digits of a number of 0 or less from one place to before another; gives what is left of it. */
    private static long write(long number, byte[] into, int from, int to) {
        long rest = number;
        int at = to;
        while (at - from >= 2) {
            at -= 2;
            long next = rest / HUNDRED;
            pair((int) (next * HUNDRED - rest), into, at);
            rest = next;
        }
        if (at > from) {
            long next = rest / TEN;
            into[from] = (byte) ('0' + (next * TEN - rest));
            rest = next;
        }
        return rest;
    }

    private static void pair(int number, byte[] into, int at) {
        into[at] = PAIRS[2 * number];
        into[at + 1] = PAIRS[2 * number + 1];
    }

    private static byte[] pairs() {
        byte[] pairs = new byte[2 * HUNDRED];
        for (int number = 0; number < HUNDRED; number++) {
            pairs[2 * number] = (byte) ('0' + number / TEN);
            pairs[2 * number + 1] = (byte) ('0' + number % TEN);
        }
        return pairs;
    }

    private static int count(long number) {
        long above = number < 0 ? number : -number;
        int digits = 1;
        for (long power = -TEN; above <= power && digits < MOST_OF_A_LONG; power *= TEN) {
            digits++;
        }
        return digits;
    }
}
