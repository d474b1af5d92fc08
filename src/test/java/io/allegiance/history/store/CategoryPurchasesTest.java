package io.allegiance.history.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.history.CustomerCategories;
import io.allegiance.history.CustomerCategories.First;
import io.allegiance.history.CustomerDay;
import io.allegiance.history.DayReturns;
import io.allegiance.history.Keys;
import io.allegiance.history.ProductDay;
import io.allegiance.purchase.Money;
import io.allegiance.testing.Repositories;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class CategoryPurchasesTest {

    private static final LocalDate D = LocalDate.of(2025, 3, 1);

    @AutoClose
    private static final Repositories REPOSITORIES = Repositories.of(CategoryPurchases.class, DayWriter.class);

    @Test
    void firstDayOfEachCategoryIsReadByCustomer() {
        write("b", D.minusDays(5), "P1 TEA", "P2 TEA", "P3 ");
        write("b", D, "P1 CAKE", "P2 TEA", "P9 tea");
        write("b", D.plusDays(1), "P1 WINE");
        write("a", D.minusDays(3), "P3 ");
        write("é", D.minusDays(2), "P1 Käse");
        write("later", D.plusDays(1), "P1 TEA");
        write("returned", D);
        assertThat(read(D))
                .containsExactly(
                        new CustomerCategories("a", D.minusDays(3), List.of()),
                        new CustomerCategories(
                                "b",
                                D.minusDays(5),
                                List.of(new First("TEA", D.minusDays(5)), new First("CAKE", D), new First("tea", D))),
                        new CustomerCategories("é", D.minusDays(2), List.of(new First("Käse", D.minusDays(2)))));
        assertThat(read(D.minusDays(6))).isEmpty();
    }

    private static List<CustomerCategories> read(LocalDate asOf) {
        List<CustomerCategories> customers = new ArrayList<>();
        try (CategoryStream stream = REPOSITORIES.get(CategoryPurchases.class).streamAll(asOf)) {
            for (CustomerCategories next = stream.read(); next != null; next = stream.read()) {
                customers.add(next);
            }
        }
        return customers;
    }

    /** A day with a return, and purchases of products and their categories. */
    private static void write(String customer, LocalDate date, String... products) {
        List<ProductDay> bought = Stream.of(products)
                .map(each -> each.split(" ", -1))
                .map(each -> new ProductDay(each[0], each[1], 1, Money.UNKNOWN, Money.UNKNOWN))
                .toList();
        CustomerDay day = new CustomerDay(
                customer, date, bought.size(), 1, 1, 0L, 0L, null, 0, 0, Keys.NONE, DayReturns.NONE, bought);
        DayChange change = new DayChange(customer, date, false, DayRows.of(day));
        REPOSITORIES.inTransaction(() -> REPOSITORIES.get(DayWriter.class).write(List.of(change)));
    }
}
