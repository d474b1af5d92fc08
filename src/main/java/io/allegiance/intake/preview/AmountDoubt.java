package io.allegiance.intake.preview;

import io.allegiance.intake.csv.LineFields;
import io.allegiance.intake.line.Column;
import io.allegiance.intake.line.RejectedLineException;
import io.allegiance.intake.line.Rejection;
import io.allegiance.intake.line.RejectionReason;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Amounts whose marks may part decimals or thousands: 1.234 where every amount with a dot has three digits after it, and
 * numbers with a comma, which are refused until the decimal mark is given.
 */
final class AmountDoubt implements Doubt {

    private static final Pattern COMMA = Pattern.compile("[-+]?[\\d.]*\\d,\\d+");
    private static final Pattern COMMA_AND_THREE = Pattern.compile("[-+]?\\d{1,3}(,\\d{3})+");
    private static final Pattern COMMAS_AND_DOT = Pattern.compile("[-+]?\\d{1,3}(,\\d{3})+\\.\\d+");
    private static final Pattern DOT_AND_THREE = Pattern.compile("[-+]?\\d{1,3}\\.\\d{3}");

    private final boolean markGiven;
    private String threeDecimals = "";
    private boolean otherDecimals;
    private String comma = "";
    private boolean commaIsDecimal;
    private String thousands = "";

    /** @param markGiven whether it is known what a dot and a comma mean */
    AmountDoubt(boolean markGiven) {
        this.markGiven = markGiven;
    }

    @Override
    public void addLine(LineFields fields) throws RejectedLineException {
        String amount = fields.text(Column.AMOUNT);
        if (markGiven || otherDecimals || amount.indexOf('.') < 0) {
            return;
        }
        if (DOT_AND_THREE.matcher(amount).matches()) {
            threeDecimals = threeDecimals.isEmpty() ? amount : threeDecimals;
        } else {
            otherDecimals = true;
        }
    }

    @Override
    public void addRefused(Rejection rejection, String text) {
        if (rejection.reason() != RejectionReason.BAD_NUMBER || markGiven) {
            return;
        }
        if (COMMAS_AND_DOT.matcher(text).matches()) {
            thousands = thousands.isEmpty() ? text : thousands;
        } else if (COMMA.matcher(text).matches()) {
            comma = comma.isEmpty() ? text : comma;
            commaIsDecimal |= !COMMA_AND_THREE.matcher(text).matches();
        }
    }

    @Override
    public Optional<String> describe() {
        if (!thousands.isEmpty()) {
            return Optional.of("numbers such as " + thousands + " have commas between thousands: add --decimal-mark .");
        }
        if (!comma.isEmpty()) {
            return Optional.of(
                    commaIsDecimal
                            ? "numbers such as " + comma + " have a decimal comma: add --decimal-mark ,"
                            : "the comma of numbers such as " + comma
                                    + " may part decimals or thousands: add --decimal-mark ,"
                                    + " for decimals, or --decimal-mark . for thousands");
        }
        return threeDecimals.isEmpty() || otherDecimals
                ? Optional.empty()
                : Optional.of("every amount with a dot has three digits after it, such as " + threeDecimals
                        + ", and is read with decimals: where the dot parts thousands, add --decimal-mark ,");
    }
}
