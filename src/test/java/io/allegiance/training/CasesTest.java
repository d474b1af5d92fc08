package io.allegiance.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.allegiance.calendar.ClosureRules;
import io.allegiance.intake.csv.FileProgress;
import io.allegiance.intake.line.IntakeSettings;
import io.allegiance.testing.SharedData;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Small shops on which the probabilities were wrong where it hurts most. */
class CasesTest {

    private static final int HORIZON_DAYS = 90;

    /** The churn probabilities at a cut-off by customer. */
    private static Map<String, Double> predict(PurchaseLog log, LocalDate cutOff) {
        Map<String, Double> churn = new TreeMap<>();
        new Backtest("1.2.3", HORIZON_DAYS, ModelFitter.SCORED_WITH, sentence -> {})
                .predict(log, cutOff, (date, customer, probability, purchases) -> churn.put(customer, probability));
        return churn;
    }

    private static PurchaseLog read(String name, LocalDate last) {
        return PurchaseFile.read(
                        SharedData.casePath(name),
                        new IntakeSettings(ZoneOffset.UTC, "EUR"),
                        new ClosureRules(List.of(), true),
                        last,
                        FileProgress.NONE)
                .log();
    }

    private static double mean(Map<String, Double> churn) {
        return churn.values().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElseThrow();
    }

    @Test
    void theBestOfFewBusinessCustomersAreAmongThoseWhoStay() {
        List<LocalDate> cutOffs =
                List.of(LocalDate.of(2004, 11, 2), LocalDate.of(2005, 1, 1), LocalDate.of(2005, 3, 2));
        PurchaseLog log = read("01-b2b-best-customer/orders.csv", cutOffs.get(2));
        for (LocalDate cutOff : cutOffs) {
            Map<String, Double> churn = predict(log, cutOff);
            assertThat(churn).as("%s", cutOff).hasSize(92);
            for (String best : List.of("B034", "B056")) {
                assertThat(churn.get(best)).as("%s on %s", best, cutOff).isLessThan(mean(churn) - 0.1);
                assertThat(churn.values().stream().filter(other -> other < churn.get(best)))
                        .as("those with less churn than %s on %s", best, cutOff)
                        .hasSizeLessThan(92 / 5);
            }
        }
    }

    @Test
    void aShopThatWasShutForMonthsFindsItsRegularsWhereItLeftThem() {
        LocalDate reopening = LocalDate.of(2024, 5, 31);
        PurchaseLog log = read("13-closed-two-months/shop.csv.gz", reopening);
        assertThat(log.openDaysAsOf(reopening).isClosed(reopening)).isTrue();
        Map<String, Double> churn = predict(log, reopening);
        assertThat(mean(churn)).isCloseTo(0.356, within(0.1));
        double regulars = churn.entrySet().stream()
                .filter(each -> countPurchaseDays(log, each.getKey(), reopening) > 20)
                .mapToDouble(Map.Entry::getValue)
                .average()
                .orElseThrow();
        assertThat(regulars).isCloseTo(0.115, within(0.1));
    }

    private static int countPurchaseDays(PurchaseLog log, String customer, LocalDate asOf) {
        for (int i = 0; i < log.size(); i++) {
            if (log.customerId(i).equals(customer)) {
                return log.getDays(i, asOf).days().size();
            }
        }
        throw new IllegalArgumentException(customer);
    }

    @Test
    void aShopOfOneSeasonAYearKnowsThatItsSeasonComes() {
        LocalDate before = LocalDate.of(2025, 10, 31);
        PurchaseLog log = read("08-christmas-shop/shop.csv.gz", before);
        assertThat(log.openDaysAsOf(before).closures()).isEmpty();
        assertThat(mean(predict(log, before))).isCloseTo(0.39, within(0.1));
        // A year earlier, with one season less to learn from.
        assertThat(mean(predict(log, before.minusYears(1)))).isCloseTo(0.39, within(0.1));
    }
}
