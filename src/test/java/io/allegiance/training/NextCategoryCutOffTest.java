package io.allegiance.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.history.CustomerCategories;
import io.allegiance.history.CustomerCategories.First;
import io.allegiance.testing.SharedData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class NextCategoryCutOffTest {

    private static final int HORIZON_DAYS = 90;
    private static final LocalDate CUT_OFF = LocalDate.of(2011, 9, 10);

    private final CategoryLog.Builder log = new CategoryLog.Builder(CUT_OFF.plusDays(HORIZON_DAYS), List.of("POST"));
    private int customers;

    @Test
    void hitIsFirstPurchaseOfProposedCategory() {
        // Known at the cut-off: BREAD 250, TEA 230, CAKE 120, of them TEA and CAKE by 120
        add(250, "BREAD -9");
        add(100, "TEA -5", "CAKE 0");
        add(20, "TEA -5", "CAKE 0", "BREAD 90");
        add(60, "TEA -5");
        add(10, "TEA -5", "CAKE 1");
        add(7, "TEA -5", "CAKE 90");
        add(9, "TEA -5", "CAKE 91");
        add(14, "TEA -5", "BREAD 3");
        add(10, "TEA -5", "POST -5", "POST 3");
        // Of nothing known, and bought of TEA too late to be known
        add(3);
        add(5, "WINE 20");
        NextCategoryBacktest.CutOff found = new NextCategoryCutOff(log.build(), CUT_OFF, HORIZON_DAYS).run();
        assertThat(found).isEqualTo(new NextCategoryBacktest.CutOff(CUT_OFF, 488, 110, 17, 488, 34));
        assertThat(found.statement())
                .isEqualTo("cut-off 2011-09-10: of 488 customers 17 bought of the category proposed,"
                        + " 34 of the most popular one they lacked");
    }

    @Test
    void whoOwnsEverythingIsProposedNothing() {
        add(120, "TEA -1", "CAKE -1");
        add(1, "TEA -1");
        assertThat(new NextCategoryCutOff(log.build(), CUT_OFF, HORIZON_DAYS).run())
                .isEqualTo(new NextCategoryBacktest.CutOff(CUT_OFF, 121, 1, 0, 1, 0));
    }

    @Test
    void whoCameLaterIsNoCustomerYet() {
        add(120, "TEA -1", "CAKE -1");
        log.addCustomer(
                new CustomerCategories("Z", CUT_OFF.plusDays(1), List.of(new First("TEA", CUT_OFF.plusDays(1)))));
        assertThat(new NextCategoryCutOff(log.build(), CUT_OFF, HORIZON_DAYS)
                        .run()
                        .customers())
                .isEqualTo(120);
    }

    @Test
    void ratesAreOverAllCustomersOfAllCutOffs() {
        NextCategoryBacktest backtest = NextCategoryBacktest.of(List.of(
                new NextCategoryBacktest.CutOff(CUT_OFF, 100, 90, 30, 95, 10),
                new NextCategoryBacktest.CutOff(CUT_OFF.minusDays(30), 60, 50, 10, 55, 6)));
        assertThat(backtest.hitRate()).isEqualTo(40 / 160.0);
        assertThat(backtest.popularHitRate()).isEqualTo(16 / 160.0);
    }

    /** As measured on the same log with a second implementation, in numpy. */
    @Test
    void onRealTradeItBeatsTheMostPopularCategory() throws IOException {
        CategoryLog.Builder everything = new CategoryLog.Builder(CUT_OFF.plusDays(HORIZON_DAYS), List.of());
        firstDays().forEach((customer, bought) -> everything.addCustomer(categories(customer, bought)));
        assertThat(new NextCategoryCutOff(everything.build(), CUT_OFF, HORIZON_DAYS).run())
                .isEqualTo(new NextCategoryBacktest.CutOff(CUT_OFF, 5_283, 5_153, 163, 5_283, 88));
    }

    /**
     * Of each customer the first day of each category bought; the file has no quotes, and its lines are in order of
     * time.
     */
    private static Map<String, Map<String, LocalDate>> firstDays() throws IOException {
        Map<String, Map<String, LocalDate>> first = new TreeMap<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(SharedData.open("online_retail_ii.csv.gz"), StandardCharsets.UTF_8))) {
            lines.lines().skip(1).map(line -> line.split(",", -1)).forEach(cells -> {
                if (!cells[0].isEmpty() && cells[6].equals("purchase")) {
                    first.computeIfAbsent(cells[0], id -> new TreeMap<>())
                            .computeIfAbsent(cells[4], category -> LocalDate.parse(cells[1].substring(0, 10)));
                }
            });
        }
        return first;
    }

    private static CustomerCategories categories(String customer, Map<String, LocalDate> bought) {
        List<First> known = new ArrayList<>();
        bought.forEach((category, day) -> known.add(new First(category, day)));
        return new CustomerCategories(
                customer, bought.values().stream().min(LocalDate::compareTo).orElseThrow(), known);
    }

    /** So many customers, first seen nine days before the cut-off, who bought so many days after it. */
    private void add(int number, String... categories) {
        for (int i = 0; i < number; i++) {
            List<First> bought = new ArrayList<>();
            for (String category : categories) {
                String[] parts = category.split(" ", 2);
                bought.add(new First(parts[0], CUT_OFF.plusDays(Integer.parseInt(parts[1]))));
            }
            log.addCustomer(new CustomerCategories("C" + (1_000 + customers++), CUT_OFF.minusDays(9), bought));
        }
    }
}
