package io.allegiance.cli.text;

import io.allegiance.intake.feed.FileContent;
import io.allegiance.wording.Counted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the lines of a file are about, in one line. */
final class ContentText {

    private ContentText() {}

    /**
     * Describes lines of trade: days, customers, anonymous lines, currencies.
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
        if (!content.linesByCurrency().isEmpty()) {
            parts.add((content.moreCustomers() ? "more than " : "") + Counted.of(content.customers(), "customer"));
            parts.add(Counted.of(content.anonymous(), "anonymous line"));
            parts.add(currencies(content.linesByCurrency(), reportingCurrency));
        }
        return String.join(", ", parts);
    }

    private static String currencies(Map<String, Long> lines, String reportingCurrency) {
        if (lines.size() == 1) {
            return "in " + name(lines.keySet().iterator().next(), reportingCurrency);
        }
        return lines.entrySet().stream()
                .map(each -> Counted.of(each.getValue(), "line") + " in " + name(each.getKey(), reportingCurrency))
                .collect(Collectors.joining(", "));
    }

    private static String name(String currency, String reportingCurrency) {
        return currency.isEmpty() ? reportingCurrency : currency;
    }
}
