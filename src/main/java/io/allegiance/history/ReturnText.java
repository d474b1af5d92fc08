package io.allegiance.history;

import io.allegiance.purchase.Money;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The returns of a day as the text that {@code customer_day.returns} holds: of each, the hashes of transaction and product in
 * hexadecimal, 0 where unknown, and the ten-thousandths, empty where unknown, with colons between them and a space between returns.
 */
public final class ReturnText {

    private static final Pattern BETWEEN = Pattern.compile(" ");
    private static final Pattern ONE = Pattern.compile(":");
    private static final int PARTS = 3;
    private static final int HEXADECIMAL = 16;

    private ReturnText() {}

    /** Writes returns; null where there are none. */
    public static @Nullable String write(List<ReturnSum> returns) {
        return returns.isEmpty()
                ? null
                : returns.stream().map(ReturnText::writeOne).collect(Collectors.joining(" "));
    }

    private static String writeOne(ReturnSum sum) {
        return Long.toHexString(sum.transaction())
                + ":" + Long.toHexString(sum.product())
                + ":" + (sum.amount() == Money.UNKNOWN ? "" : sum.amount());
    }

    /**
     * Reads them; none of null.
     *
     * @throws IllegalArgumentException when the text is not in this form
     */
    public static List<ReturnSum> read(@Nullable String text) {
        return text == null
                ? List.of()
                : Stream.of(BETWEEN.split(text)).map(ReturnText::readOne).toList();
    }

    private static ReturnSum readOne(String text) {
        String[] parts = ONE.split(text, -1);
        if (parts.length != PARTS) {
            throw new IllegalArgumentException("the returns of a day are not in the form in which they are written");
        }
        return new ReturnSum(
                Long.parseUnsignedLong(parts[0], HEXADECIMAL),
                Long.parseUnsignedLong(parts[1], HEXADECIMAL),
                parts[2].isEmpty() ? Money.UNKNOWN : Long.parseLong(parts[2]));
    }
}
