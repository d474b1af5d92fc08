package io.allegiance.history;

import java.util.List;

/**
 * A customer's day before returns are taken off.
 *
 * @param day its spend being what was bought less discounts
 * @param transactions hashes of those bought; none where they are unknown
 * @param products hashes of those bought whose name is known
 * @param returns what was returned on the day
 */
public record TradeDay(HistoryDay day, Keys transactions, Keys products, List<ReturnSum> returns) {

    public TradeDay {
        returns = List.copyOf(returns);
    }
}
