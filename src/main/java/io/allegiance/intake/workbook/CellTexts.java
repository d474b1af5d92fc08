package io.allegiance.intake.workbook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a workbook's cells: of a date in ISO format, of a number in plain decimals, of a formula its last
 * result, of an error its name.
 */
final class CellTexts {

    /** Excel computes and shows as many; what is stored beyond them is noise, as in 0.30000000000000004. */
    private static final MathContext EXCELS_DIGITS = new MathContext(15);

    /** Excel's largest number has 309 digits. */
    private static final int MOST_DIGITS = 400;

    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]+");

    /** How a workbook writes characters that XML cannot hold. */
    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final boolean from1904;
    private final Map<Integer, DateKind> kinds = new HashMap<>();

    CellTexts(boolean from1904) {
        this.from1904 = from1904;
    }

    /** The text of a cell; empty for a cell that is not there. */
    String text(@Nullable Cell cell) {
        if (cell == null) {
            return "";
        }
        Object value = cell.getValue();
        if (value instanceof BigDecimal number) {
            return text(cell, number);
        }
        if (value instanceof Boolean truth) {
            return truth ? "TRUE" : "FALSE";
        }
        String text = value == null ? cell.getRawValue() : value.toString();
        return text == null ? "" : unescape(text);
    }

    private String text(Cell cell, BigDecimal number) {
        if (Math.abs((long) number.precision() - number.scale()) > MOST_DIGITS
                || Math.abs((long) number.scale()) > MOST_DIGITS) {
            return cell.getRawValue();
        }
        DateKind kind = kind(cell);
        return kind == DateKind.NUMBER
                ? text(cell.getRawValue(), number)
                : SerialDate.format(number, kind, from1904).orElseGet(() -> text(cell.getRawValue(), number));
    }

    private DateKind kind(Cell cell) {
        Integer id = cell.getDataFormatId();
        return id == null
                ? DateKind.NUMBER
                : kinds.computeIfAbsent(id, each -> DateKind.of(each, cell.getDataFormatString()));
    }

    /** A whole number may be an id, so it keeps all of its digits. */
    private static String text(String stored, BigDecimal number) {
        if (WHOLE_NUMBER.matcher(stored).matches()) {
            return stored;
        }
        BigDecimal rounded = number.round(EXCELS_DIGITS).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }

    private static String unescape(String text) {
        return text.contains("_x")
                ? ESCAPE.matcher(text)
                        .replaceAll(match ->
                                Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(match.group(1), 16))))
                : text;
    }
}
