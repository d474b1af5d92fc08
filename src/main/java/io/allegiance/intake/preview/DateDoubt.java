package io.allegiance.intake.preview;

import io.allegiance.intake.line.Rejection;
import io.allegiance.intake.line.RejectionReason;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates that no pattern reads: which pattern would. Of 03/04/2025 the order of day and month is known only where the file has
 * a number above 12 in one of the two places.
 */
final class DateDoubt implements Doubt {

    private static final Pattern NUMBERS = Pattern.compile(
            "(\\d{1,4})([/.-])(\\d{1,2})\\2(\\d{2}|\\d{4})(?:( |T)(\\d{1,2}):\\d\\d(:\\d\\d)?( ?[AaPp][Mm])?)?");

    private static final int MONTHS = 12;

    private String example = "";
    private String separator = "";
    private String time = "";
    private boolean yearFirst;
    private boolean shortYear;
    private int largestFirst;
    private int largestSecond;

    @Override
    public void addRefused(Rejection rejection, String text) {
        Matcher date = NUMBERS.matcher(text);
        if (rejection.reason() != RejectionReason.BAD_TIME || !date.matches()) {
            return;
        }
        if (example.isEmpty()) {
            example = text;
            separator = date.group(2);
            yearFirst = date.group(1).length() == 4;
            shortYear = date.group(4).length() == 2;
            time = timeOf(date);
        }
        largestFirst = Math.max(largestFirst, Integer.parseInt(date.group(1)));
        largestSecond = Math.max(largestSecond, Integer.parseInt(date.group(3)));
    }

    private static String timeOf(Matcher date) {
        if (date.group(6) == null) {
            return "";
        }
        String half = date.group(8);
        String clock = (half == null ? "H" : "h") + ":mm" + (date.group(7) == null ? "" : ":ss");
        String parting = date.group(5).equals("T") ? "'T'" : " ";
        return parting + clock + (half == null ? "" : half.startsWith(" ") ? " a" : "a");
    }

    @Override
    public Optional<String> describe() {
        if (example.isEmpty()) {
            return Optional.empty();
        }
        if (yearFirst) {
            return Optional.of(said("yyyy", "M", "d"));
        }
        String year = shortYear ? "yy" : "yyyy";
        if (largestFirst > MONTHS && largestSecond <= MONTHS) {
            return Optional.of(said("d", "M", year));
        }
        if (largestSecond > MONTHS && largestFirst <= MONTHS) {
            return Optional.of(said("M", "d", year));
        }
        return largestFirst > MONTHS
                ? Optional.of("dates such as " + example
                        + " have day and month now in one order, now in the other; correct" + " them in the file")
                : Optional.of(
                        "dates such as " + example + " may have the day first or the month, and no number of the file"
                                + " above 12 tells which: add " + option("d", "M", year) + " for the day first, or "
                                + option("M", "d", year) + " for the month");
    }

    private String said(String first, String second, String third) {
        return "dates such as " + example + " need a pattern: add " + option(first, second, third);
    }

    private String option(String first, String second, String third) {
        return "--date-pattern '" + first + separator + second + separator + third + time + "'";
    }
}
