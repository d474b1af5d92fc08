package io.allegiance.history.store;

import io.allegiance.decimal.FixedPoint;
import io.allegiance.history.HistoryDay;
import io.allegiance.history.LoyaltyFacts;
import io.allegiance.history.PurchaseGaps;
import io.allegiance.history.PurchaseHistory;
import io.allegiance.history.RecentDays;
import io.allegiance.history.SharedNames;
import io.allegiance.platform.load.BulkLoad;
import io.allegiance.platform.read.Columns;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A history as a row of {@code purchase_history}, days read as the numbers that TO_DAYS gives: customer_id, first_purchase_day, last_purchase_day, purchase_days,
 * gap_squares, purchase_days_90, purchase_days_365, spend_365, spend_days, spend, repeat_spend_days, repeat_spend,
 * quantity_days, quantity, discount_known_lines, full_price_lines, recent_spend_days, recent_spend, prior_spend_days,
 * prior_spend, incidents, forgiven, repeatable_lines, rebought_lines, category_lines, categories, effective_categories,
 * category_names, recent_days, gaps.
 */
public final class HistoryColumns {

    /** How many columns there are. */
    public static final int COUNT = 30;

    private static final int EFFECTIVE_DIGITS = 6;

    /** Stands in no category's name: input lines with other control characters than those of text are refused. */
    private static final char SEPARATOR = '\u001F';

    private HistoryColumns() {}

    /** Reads a history from the first {@link #COUNT} columns of a row, its categories' names being those that other rows have. */
    public static PurchaseHistory read(Columns row, SharedNames shared) throws SQLException {
        return new PurchaseHistory(
                row.requiredText(1),
                row.day(2),
                row.day(3),
                row.whole(4),
                row.number(5),
                new PurchaseHistory.Recent(row.whole(6), row.whole(7), row.unitsOrNull(8)),
                new PurchaseHistory.Spend(row.whole(9), row.units(10), row.whole(11), row.units(12)),
                new PurchaseHistory.Bought(row.whole(13), row.units(14)),
                readFacts(row, shared),
                readTiming(row));
    }

    private static PurchaseHistory.Timing readTiming(Columns row) throws SQLException {
        String days = row.text(29);
        String gaps = row.text(30);
        return new PurchaseHistory.Timing(
                days == null ? RecentDays.NONE : RecentDays.of(days),
                gaps == null ? PurchaseGaps.NONE : PurchaseGaps.of(gaps));
    }

    private static LoyaltyFacts readFacts(Columns row, SharedNames shared) throws SQLException {
        return new LoyaltyFacts(
                new LoyaltyFacts.Discounts(row.whole(15), row.whole(16)),
                new LoyaltyFacts.Growth(row.whole(17), row.units(18), row.whole(19), row.units(20)),
                new LoyaltyFacts.Incidents(row.whole(21), row.whole(22)),
                new LoyaltyFacts.Products(row.whole(23), row.whole(24)),
                new LoyaltyFacts.Categories(
                        row.whole(25), row.whole(26), row.units(27), shared.split(row.text(28), SEPARATOR)));
    }

    /** Reads a day from columns 2 to 5 of a row: number of the business date, purchase day, spend, quantity; null without a date. */
    static @Nullable HistoryDay readDay(Columns row) throws SQLException {
        LocalDate date = row.day(2);
        return date == null ? null : new HistoryDay(date, row.number(3) != 0, row.unitsOrNull(4), row.unitsOrNull(5));
    }

    /** The same of a row that has a date. */
    static HistoryDay readRequiredDay(Columns row) throws SQLException {
        return Objects.requireNonNull(readDay(row));
    }

    static void write(BulkLoad rows, PurchaseHistory history) throws SQLException {
        PurchaseHistory.Recent recent = history.recent();
        PurchaseHistory.Spend spend = history.spend();
        rows.text(history.customerId())
                .date(history.firstPurchaseDay())
                .date(history.lastPurchaseDay())
                .whole(history.purchaseDays())
                .whole(history.gapSquares())
                .whole(recent.purchaseDays90())
                .whole(recent.purchaseDays365())
                .decimal(recent.spend365(), FixedPoint.MONEY)
                .whole(spend.days())
                .decimal(spend.total(), FixedPoint.MONEY)
                .whole(spend.repeatDays())
                .decimal(spend.repeatTotal(), FixedPoint.MONEY)
                .whole(history.quantity().days())
                .decimal(history.quantity().total(), FixedPoint.QUANTITY);
        writeFacts(rows, history.loyalty());
        rows.text(history.timing().recentDays().toText())
                .text(history.timing().gaps().toText());
        rows.endRow();
    }

    private static void writeFacts(BulkLoad rows, LoyaltyFacts facts) {
        LoyaltyFacts.Growth growth = facts.growth();
        LoyaltyFacts.Categories categories = facts.categories();
        rows.whole(facts.discounts().knownLines())
                .whole(facts.discounts().fullPriceLines())
                .whole(growth.recentDays())
                .decimal(growth.recentSpend(), FixedPoint.MONEY)
                .whole(growth.priorDays())
                .decimal(growth.priorSpend(), FixedPoint.MONEY)
                .whole(facts.incidents().count())
                .whole(facts.incidents().forgiven())
                .whole(facts.products().repeatableLines())
                .whole(facts.products().reboughtLines())
                .whole(categories.lines())
                .whole(categories.count())
                .decimal(categories.effective(), EFFECTIVE_DIGITS)
                .text(categories.names().isEmpty() ? null : String.join(String.valueOf(SEPARATOR), categories.names()));
    }
}
