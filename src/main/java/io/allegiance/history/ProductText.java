package io.allegiance.history;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The products of a day as the one text that {@code customer_day.products} holds: of each, product, category and
 * purchase lines, with the unit separator U+001F between them and the record separator U+001E between products. Neither
 * occurs in a name: input lines with other control characters than those of text are refused. Days taken in before V016
 * also have amount and quantity of each, behind two more separators.
 */
public final class ProductText {

    private static final char FIELD = '\u001F';
    private static final char PRODUCT = '\u001E';
    private static final int USUAL_LENGTH = 32;

    private ProductText() {}

    /** Writes products; null where there are none. */
    static @Nullable public String write(List<ProductDay> products) {
        if (products.isEmpty()) {
            return null;
        }
        StringBuilder text = new StringBuilder(USUAL_LENGTH * products.size());
        for (ProductDay product : products) {
            if (text.length() > 0) {
                text.append(PRODUCT);
            }
            text.append(product.product())
                    .append(FIELD)
                    .append(product.category())
                    .append(FIELD)
                    .append(product.purchaseLines());
        }
        return text.toString();
    }

    /**
     * Reads them; none of null.
     *
     * @throws IllegalArgumentException when the text is not in this form
     */
    public static List<LoyaltyDay.ProductLines> read(@Nullable String text, SharedNames shared) {
        if (text == null) {
            return List.of();
        }
        List<LoyaltyDay.ProductLines> products = new ArrayList<>();
        int from = 0;
        while (from <= text.length()) {
            int end = text.indexOf(PRODUCT, from);
            int to = end < 0 ? text.length() : end;
            products.add(readOne(text, from, to, shared));
            from = to + 1;
        }
        return products;
    }

    private static LoyaltyDay.ProductLines readOne(String text, int from, int to, SharedNames shared) {
        int category = text.indexOf(FIELD, from) + 1;
        int lines = text.indexOf(FIELD, category) + 1;
        if (category <= from || lines <= category || lines > to) {
            throw new IllegalArgumentException("the products of a day are not in the form in which they are written");
        }
        int amount = text.indexOf(FIELD, lines);
        return new LoyaltyDay.ProductLines(
                text.substring(from, category - 1),
                shared.share(text.substring(category, lines - 1)),
                Integer.parseInt(text, lines, amount < 0 || amount > to ? to : amount, 10));
    }
}
