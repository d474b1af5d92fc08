package io.allegiance.history.store;

import io.allegiance.history.CustomerCategories;
import io.allegiance.history.DayLimits;
import io.allegiance.history.LoyaltyDay;
import io.allegiance.history.ProductText;
import io.allegiance.history.SharedNames;
import io.allegiance.platform.read.Columns;
import io.allegiance.platform.read.RowStream;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Folds streamed rows of what was bought on days, in order of customer and date, into the categories of each customer,
 * at most {@link DayLimits#MOST_CATEGORIES_OF_CUSTOMER}.
 */
public final class CategoryStream implements AutoCloseable {

    private static final String UNKNOWN = "";

    private final RowStream rows;
    private final SharedNames shared = new SharedNames();
    private @Nullable Row ahead;

    /**
     * @param rows a started stream of customer, number of the business date, products
     */
    CategoryStream(RowStream rows) {
        this.rows = rows;
        this.ahead = nextRow();
    }

    /** Reads the next customer with a purchase; null at the end. */
    public @Nullable CustomerCategories read() {
        if (ahead == null) {
            return null;
        }
        String customer = ahead.customerId();
        LocalDate first = ahead.day();
        Set<String> seen = new HashSet<>();
        List<CustomerCategories.First> bought = new ArrayList<>();
        while (ahead != null && ahead.customerId().equals(customer)) {
            for (LoyaltyDay.ProductLines product : ahead.products()) {
                if (!product.category().equals(UNKNOWN)
                        && seen.size() < DayLimits.MOST_CATEGORIES_OF_CUSTOMER
                        && seen.add(product.category())) {
                    bought.add(new CustomerCategories.First(product.category(), ahead.day()));
                }
            }
            ahead = nextRow();
        }
        return new CustomerCategories(customer, first, bought);
    }

    private @Nullable Row nextRow() {
        return rows.read(this::toRow);
    }

    private Row toRow(Columns row) throws SQLException {
        return new Row(row.requiredText(1), row.requiredDay(2), ProductText.read(row.text(3), shared));
    }

    @Override
    public void close() {
        rows.close();
    }

    private record Row(String customerId, LocalDate day, List<LoyaltyDay.ProductLines> products) {}
}
