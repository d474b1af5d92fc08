package io.allegiance.history.store;

import io.allegiance.history.HistoryDay;
import io.allegiance.history.Keys;
import io.allegiance.history.LoyaltyDay;
import io.allegiance.history.NetSpend;
import io.allegiance.history.ProductText;
import io.allegiance.history.ReturnText;
import io.allegiance.history.SharedNames;
import io.allegiance.history.TradeDay;
import io.allegiance.platform.read.Columns;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A day of a customer whose history is folded whole.
 *
 * @param loyalty the day, no return taken off
 * @param receipts as the column of {@code customer_day} has them
 * @param returns the same
 */
record DueDay(
        LoyaltyDay loyalty,
        byte @Nullable [] receipts,
        @Nullable String returns) {

    /** Reads a day from columns 2 to 10 of a row of stream_days_of. */
    static DueDay read(Columns row, SharedNames shared) throws SQLException {
        String returns = row.text(10);
        return new DueDay(
                new LoyaltyDay(
                        HistoryColumns.readRequiredDay(row),
                        returns != null,
                        row.whole(6),
                        row.whole(7),
                        ProductText.read(row.text(8), shared)),
                row.bytes(9),
                returns);
    }

    /** The days of one customer with net spend as of a date. */
    static List<LoyaltyDay> net(List<DueDay> days, LocalDate asOf) {
        List<LoyaltyDay> net =
                new ArrayList<>(days.stream().map(DueDay::loyalty).toList());
        if (days.stream().anyMatch(day -> day.returns != null)) {
            List<TradeDay> trade = days.stream().map(DueDay::toTradeDay).toList();
            List<HistoryDay> spent =
                    NetSpend.deduct(trade).net(trade.stream().map(TradeDay::day).toList(), asOf);
            for (int i = 0; i < spent.size(); i++) {
                net.set(i, net.get(i).with(spent.get(i)));
            }
        }
        return net;
    }

    private TradeDay toTradeDay() {
        return new TradeDay(
                loyalty.day(),
                Keys.ofBytes(receipts),
                Keys.ofNames(loyalty.products().stream()
                        .map(LoyaltyDay.ProductLines::product)
                        .toList()),
                ReturnText.read(returns));
    }
}
