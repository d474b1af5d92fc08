package io.allegiance.history;

import io.allegiance.platform.BulkLoad;
import io.allegiance.platform.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A history as a row of {@code purchase_history}, days read as the numbers that TO_DAYS gives: customer_id, first_purchase_day, last_purchase_day, purchase_days,
 * gap_squares, purchase_days_90, purchase_days_365, spend_365, spend_days, spend, repeat_spend_days, repeat_spend,
 * quantity_days, quantity, discount_known_lines, full_price_lines, recent_spend_days, recent_spend, prior_spend_days,
 * prior_spend, incidents, forgiven, repeatable_lines, rebought_lines, category_lines, categories, effective_categories,
 * category_names.
 */
public final class HistoryColumns {

    /** How many columns there are. */
    public static final int COUNT = 28;

    private static final int MONEY_DIGITS = 4;
    private static final int QUANTITY_DIGITS = 3;
    private static final int EFFECTIVE_DIGITS = 6;

    /** Stands in no category's name: input lines with other control characters than those of text are refused. */
    private static final char SEPARATOR = '\u001F';

    private HistoryColumns() {}

    /** Reads a history from the first {@link #COUNT} columns of a row. */
    public static PurchaseHistory read(ResultSet row) throws SQLException {
        return read(row, new SharedNames());
    }

    /** The same, its categories' names being those that other rows have. */
    public static PurchaseHistory read(ResultSet row, SharedNames shared) throws SQLException {
        return new PurchaseHistory(
                row.getString(1),
                Columns.day(row, 2),
                Columns.day(row, 3),
                row.getInt(4),
                row.getLong(5),
                new PurchaseHistory.Recent(row.getInt(6), row.getInt(7), Columns.unitsOrNull(row, 8)),
                new PurchaseHistory.Spend(
                        row.getInt(9), Columns.units(row, 10), row.getInt(11), Columns.units(row, 12)),
                new PurchaseHistory.Bought(row.getInt(13), Columns.units(row, 14)),
                readFacts(row, shared));
    }

    private static LoyaltyFacts readFacts(ResultSet row, SharedNames shared) throws SQLException {
        return new LoyaltyFacts(
                new LoyaltyFacts.Discounts(row.getInt(15), row.getInt(16)),
                new LoyaltyFacts.Growth(row.getInt(17), Columns.units(row, 18), row.getInt(19), Columns.units(row, 20)),
                new LoyaltyFacts.Incidents(row.getInt(21), row.getInt(22)),
                new LoyaltyFacts.Products(row.getInt(23), row.getInt(24)),
                new LoyaltyFacts.Categories(
                        row.getInt(25),
                        row.getInt(26),
                        Columns.units(row, 27),
                        shared.split(row.getString(28), SEPARATOR)));
    }

    /** Reads a day from columns 2 to 5 of a row: business date, purchase day, spend, quantity; null without a date. */
    static @Nullable HistoryDay readDay(ResultSet row) throws SQLException {
        LocalDate date = row.getObject(2, LocalDate.class);
        return date == null
                ? null
                : new HistoryDay(date, row.getBoolean(3), Columns.unitsOrNull(row, 4), Columns.unitsOrNull(row, 5));
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
                .decimal(recent.spend365(), MONEY_DIGITS)
                .whole(spend.days())
                .decimal(spend.total(), MONEY_DIGITS)
                .whole(spend.repeatDays())
                .decimal(spend.repeatTotal(), MONEY_DIGITS)
                .whole(history.quantity().days())
                .decimal(history.quantity().total(), QUANTITY_DIGITS);
        writeFacts(rows, history.loyalty());
        rows.endRow();
    }

    private static void writeFacts(BulkLoad rows, LoyaltyFacts facts) {
        LoyaltyFacts.Growth growth = facts.growth();
        LoyaltyFacts.Categories categories = facts.categories();
        rows.whole(facts.discounts().knownLines())
                .whole(facts.discounts().fullPriceLines())
                .whole(growth.recentDays())
                .decimal(growth.recentSpend(), MONEY_DIGITS)
                .whole(growth.priorDays())
                .decimal(growth.priorSpend(), MONEY_DIGITS)
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
