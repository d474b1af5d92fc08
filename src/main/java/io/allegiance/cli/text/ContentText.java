package io.allegiance.cli.text;

import io.allegiance.intake.feed.FileContent;
import io.allegiance.intake.feed.TradeSums;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** What the lines of a file are about, in one line. */
final class ContentText {

    private ContentText() {}

    /**
     * Describes lines of trade: days, customers, anonymous lines, and for each currency what purchases and returns come to.
     *
     * @param reportingCurrency the currency of lines that name none
     * @return empty where there is no line
     */
    static String describe(FileContent content, String reportingCurrency) {
        if (content.firstDay() == null) {
            return "";
        }
        List<String> parts = new ArrayList<>();
        parts.add(content.firstDay() + " to " + content.lastDay());
        if (!content.trade().isEmpty()) {
            parts.add((content.moreCustomers() ? "more than " : "") + Counted.of(content.customers(), "customer"));
            parts.add(Counted.of(content.anonymous(), "anonymous line"));
            boolean several = content.trade().size() > 1;
            content.trade().forEach((currency, sums) -> {
                String name = currency.isEmpty() ? reportingCurrency : currency;
                parts.add((several ? Counted.of(sums.lines(), "line") + " in " : "in ") + name + describe(sums));
            });
        }
        return String.join(", ", parts);
    }

    private static String describe(TradeSums sums) {
        return " (purchases " + money(sums.purchases())
                + (sums.returns().signum() == 0 ? "" : ", returns " + money(sums.returns()))
                + (sums.unknown() == 0 ? "" : ", " + Counted.of(sums.unknown(), "amount") + " unknown") + ")";
    }

    /* Four decimals only where there are more than two. */
    private static String money(BigDecimal amount) {
        BigDecimal shortest = amount.stripTrailingZeros();
        return shortest.setScale(Math.max(2, shortest.scale()), RoundingMode.UNNECESSARY)
                .toPlainString();
    }
}
