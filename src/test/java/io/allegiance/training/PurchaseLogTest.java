package io.allegiance.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.allegiance.btyd.PurchaseSummary;
import io.allegiance.calendar.ClosureRules;
import io.allegiance.calendar.DailyLines;
import io.allegiance.calendar.DateRange;
import io.allegiance.calendar.KnownClosures;
import io.allegiance.calendar.OpenDays;
import io.allegiance.churn.CustomerAsOf;
import io.allegiance.history.CustomerDays;
import io.allegiance.history.Deductions;
import io.allegiance.history.HistoryDay;
import io.allegiance.history.PurchaseHistory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PurchaseLogTest {

    private static final LocalDate D = Fits.AS_OF;

    @Test
    void itKnowsNothingOfDaysAfterItsLast() {
        PurchaseLog.Builder builder = new PurchaseLog.Builder(D, 10);
        builder.addCustomer(bought("A", 5, 1, -3));
        builder.addCustomer(bought("B", -1));
        PurchaseLog log = builder.build();
        assertThat(log.size()).isEqualTo(1);
        assertThat(log.getDays(0, D).days()).hasSize(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> log.findHistory(0, D.plusDays(1)))
                .withMessageContaining("ends on " + D);
        assertThatIllegalArgumentException().isThrownBy(() -> log.countPurchaseDays(0, D, 1));
    }

    @Test
    void historiesAreThoseThatTheFoldGives() {
        for (CustomerDays customer : Fits.customers(200, true)) {
            PurchaseLog log = log(10, customer);
            for (LocalDate asOf : List.of(D, D.minusDays(90), D.minusDays(400))) {
                assertThat(log.findHistory(0, asOf))
                        .isEqualTo(Fits.upTo(asOf, customer).findHistory(asOf, OpenDays.NONE));
            }
        }
    }

    @Test
    void aReturnReducesTheSpendOfItsPurchaseDayFromItsOwnDayOn() {
        Deductions deductions = new Deductions(List.of(
                new Deductions.Deduction(D.minusDays(20), D.minusDays(40), 4_000L),
                new Deductions.Deduction(D.minusDays(5), D.minusDays(10), 10_000L),
                new Deductions.Deduction(D.plusDays(1), D.minusDays(40), 1L)));
        PurchaseLog log = log(10, new CustomerDays("A", bought("A", 40, 10).days(), deductions))
                .sample(10);
        assertThat(spend(log, D.minusDays(21))).isEqualTo(new PurchaseHistory.Spend(1, 10_000L, 0, 0));
        assertThat(spend(log, D.minusDays(20))).isEqualTo(new PurchaseHistory.Spend(1, 6_000L, 0, 0));
        assertThat(spend(log, D.minusDays(6))).isEqualTo(new PurchaseHistory.Spend(2, 16_000L, 1, 10_000L));
        assertThat(spend(log, D)).isEqualTo(new PurchaseHistory.Spend(2, 6_000L, 0, 0));
    }

    private static PurchaseHistory.Spend spend(PurchaseLog log, LocalDate asOf) {
        return log.findHistory(0, asOf).orElseThrow().spend();
    }

    @Test
    void purchaseDaysAreCountedBehindTheDateUpToTheHorizon() {
        PurchaseLog log = log(10, bought("A", 100, 90, 89, 10, 0));
        assertThat(log.countPurchaseDays(0, D.minusDays(100), 10)).isEqualTo(1);
        assertThat(log.countPurchaseDays(0, D.minusDays(100), 11)).isEqualTo(2);
        assertThat(log.countPurchaseDays(0, D.minusDays(10), 10)).isEqualTo(1);
    }

    @Test
    void aFewAbsurdDatesMakeNoLongHistoryOfAShortOne() {
        List<CustomerDays> customers = new ArrayList<>();
        customers.add(bought("A", 7_300, 1));
        for (int i = 0; i < 150; i++) {
            customers.add(bought("C" + (100 + i), 60 + i % 2, 3));
        }
        PurchaseLog log = log(1_000, customers.toArray(CustomerDays[]::new));
        assertThat(log.findFirstDay()).contains(D.minusDays(7_300));
        assertThat(log.findStart()).contains(D.minusDays(61));
        assertThat(log(10, bought("A", 50)).findStart()).contains(D.minusDays(50));
        assertThat(log(10).findStart()).isEmpty();
    }

    @Test
    void closuresAreThoseKnownAtTheDateInSamplesAndTrainingSetsToo() {
        Map<LocalDate, Long> lines = new TreeMap<>();
        D.minusDays(300).datesUntil(D.plusDays(9)).forEach(day -> lines.put(day, 30L));
        DateRange shut = new DateRange(D.minusDays(60), D.minusDays(41));
        lines.keySet().removeIf(shut::contains);
        KnownClosures known = new KnownClosures(new ClosureRules(List.of(), true), DailyLines.of(lines));
        PurchaseLog.Builder builder = new PurchaseLog.Builder(D, 10, known);
        builder.addCustomer(bought("A", 100, 1));
        PurchaseLog log = builder.build();

        assertThat(log.openDays()).isEqualTo(OpenDays.without(List.of(shut)));
        assertThat(log.sample(1).openDays()).isEqualTo(log.openDays());
        assertThat(TrainingSet.of(log, D.minusDays(50)).log().openDays().closures())
                .containsExactly(new DateRange(shut.from(), D.minusDays(50)));
        assertThat(log.openDaysAsOf(D.minusDays(55))).isSameAs(OpenDays.NONE);
        assertThatIllegalArgumentException().isThrownBy(() -> log.openDaysAsOf(D.plusDays(1)));
        assertThat(log(10, bought("A", 3)).openDays()).isSameAs(OpenDays.NONE);
    }

    @Test
    void theHorizonIsOfOpenDays() {
        PurchaseLog log = shutLog(bought("A", 100, 40, 35, 31, 5));
        assertThat(log.countPurchaseDays(0, D.minusDays(70), 9)).isZero();
        assertThat(log.countPurchaseDays(0, D.minusDays(70), 10)).isEqualTo(1);
        assertThat(log.countPurchaseDays(0, D.minusDays(70), 18)).isEqualTo(2);
        assertThat(log.countPurchaseDays(0, D.minusDays(70), 19)).isEqualTo(3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> log.countPurchaseDays(0, D.minusDays(30), 31))
                .withMessageContaining("ends on " + D);
    }

    /** Shut from 60 days ago to 41 days ago. */
    @Test
    void historiesCountOpenDays() {
        PurchaseLog log = shutLog(bought("A", 100, 70, 31));
        PurchaseHistory history = log.findHistory(0, D).orElseThrow();
        assertThat(history.timing().gaps().toText()).isEqualTo("19 30");
        assertThat(history.gapSquares()).isEqualTo(30 * 30 + 19 * 19);
        assertThat(log.findSummary(0, D)).contains(new PurchaseSummary(2, 49, 80));
        // the closure has lasted for 11 days and is known by then
        assertThat(log.findSummary(0, D.minusDays(50))).contains(new PurchaseSummary(1, 30, 39));
        assertThat(log.findHistory(0, D.minusDays(50))
                        .orElseThrow()
                        .timing()
                        .gaps()
                        .toText())
                .isEqualTo("30");
    }

    @Test
    void summariesAreThoseOfTheHistories() {
        PurchaseLog log = shutLog(Fits.customers(300, false).toArray(CustomerDays[]::new));
        int found = 0;
        for (int ago = 0; ago < 720; ago += 17) {
            LocalDate date = D.minusDays(ago);
            for (int customer = 0; customer < log.size(); customer++) {
                PurchaseHistory history = log.findHistory(customer, date).orElse(null);
                assertThat(log.findSummary(customer, date).orElse(null))
                        .isEqualTo(
                                history == null ? null : CustomerAsOf.summary(history, date, log.openDaysAsOf(date)));
                found += history == null ? 0 : 1;
            }
        }
        assertThat(found).isGreaterThan(3_000);
    }

    /** A log of a shop that was shut from 60 days ago to 41 days ago, as its lines say. */
    private static PurchaseLog shutLog(CustomerDays... customers) {
        Map<LocalDate, Long> lines = new TreeMap<>();
        D.minusDays(300).datesUntil(D.plusDays(1)).forEach(day -> lines.put(day, 30L));
        lines.keySet().removeIf(new DateRange(D.minusDays(60), D.minusDays(41))::contains);
        PurchaseLog.Builder log = new PurchaseLog.Builder(
                D, 1_000, new KnownClosures(new ClosureRules(List.of(), true), DailyLines.of(lines)));
        Arrays.stream(customers).forEach(log::addCustomer);
        return log.build();
    }

    @Test
    void returnsAloneLeaveNoTrace() {
        CustomerDays returned = new CustomerDays("B", List.of(new HistoryDay(D, false, 0L, null)));
        assertThat(log(10, bought("A", 3), returned).size()).isEqualTo(1);
    }

    @Test
    void ofMoreCustomersThanWantedASampleByTheirIdsIsKept() {
        List<CustomerDays> customers = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            customers.add(bought("C" + (10_000 + i), 1 + i % 50));
        }
        PurchaseLog sample = log(1_000, customers.toArray(CustomerDays[]::new));
        assertThat(sample.size()).isBetween(500, 1_000);
        assertThat(ids(log(10_000, customers.toArray(CustomerDays[]::new)).sample(1_000)))
                .isEqualTo(ids(sample));

        List<CustomerDays> fewer = customers.subList(0, 2_500);
        List<String> sampledOfFewer =
                ids(sample).stream().filter(id -> id.compareTo("C12500") < 0).toList();
        assertThat(ids(log(1_000, fewer.toArray(CustomerDays[]::new)))).containsAll(sampledOfFewer);
    }

    @Test
    void customersComeInOrderEachOnce() {
        assertThatIllegalArgumentException().isThrownBy(() -> log(10, bought("B", 1), bought("A", 1)));
        assertThatIllegalArgumentException().isThrownBy(() -> log(10, bought("A", 1), bought("A", 1)));
    }

    private static List<String> ids(PurchaseLog log) {
        return IntStream.range(0, log.size()).mapToObj(log::customerId).toList();
    }

    private static CustomerDays bought(String id, int... daysAgo) {
        return new CustomerDays(
                id,
                Arrays.stream(daysAgo)
                        .mapToObj(ago -> new HistoryDay(D.minusDays(ago), true, 10_000L, null))
                        .toList());
    }

    private static PurchaseLog log(int most, CustomerDays... customers) {
        PurchaseLog.Builder log = new PurchaseLog.Builder(D.plusDays(10), most);
        Arrays.stream(customers).forEach(log::addCustomer);
        return log.build();
    }
}
