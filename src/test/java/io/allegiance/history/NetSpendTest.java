package io.allegiance.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.purchase.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NetSpendTest {

    private static final LocalDate D = LocalDate.of(2025, 6, 30);

    @Test
    void aReturnBelongsToTheNewestDayWithItsTransaction() {
        assertThat(net(
                        bought(9, "T1 tea 100"),
                        bought(8, "T2 tea 100"),
                        bought(7, "T3 tea 100"),
                        returned(1, "T2 tea 30")))
                .containsExactly(100L, 70L, 100L);
        assertThat(net(
                        bought(9, "T1 tea 100"),
                        bought(8, "T1 tea 100"),
                        bought(7, "T2 tea 100"),
                        returned(1, "T1 cup 30")))
                .containsExactly(100L, 70L, 100L);
    }

    @Test
    void elseToTheNewestDayWithItsProduct() {
        assertThat(net(
                        bought(9, "T1 tea 100"),
                        bought(8, "T2 tea 100"),
                        bought(7, "T3 cup 100"),
                        returned(1, "R tea 30")))
                .containsExactly(100L, 70L, 100L);
    }

    @Test
    void elseToTheNewestPurchaseDay() {
        assertThat(net(
                        bought(9, "T1 tea 100"),
                        bought(8, "T2 tea 100"),
                        returned(1, "R pot 30"),
                        bought(0, "T3 tea 5")))
                .containsExactly(100L, 70L, 5L);
        assertThat(net(bought(9, "T1 - 100"), bought(8, "T2 - 100"), returned(8, "R - 30")))
                .containsExactly(100L, 70L);
    }

    @Test
    void aPurchaseAfterTheReturnIsNotReduced() {
        assertThat(net(returned(9, "T1 tea 30"), bought(8, "T1 tea 100"))).containsExactly(100L);
        assertThat(net(bought(9, "T1 tea 10"), returned(8, "T2 tea 30"), bought(7, "T2 tea 100")))
                .containsExactly(0L, 100L);
    }

    @Test
    void whatADayCannotBearGoesOnByTheSameRule() {
        // 100 of T1, then 20 of the other day with tea, then 20 of the newest with something left
        assertThat(net(
                        bought(9, "T0 tea 20"),
                        bought(8, "T1 cup 100"),
                        bought(7, "T2 pot 50"),
                        returned(1, "T1 tea 140")))
                .containsExactly(0L, 0L, 30L);
        assertThat(net(bought(9, "T0 tea 20"), returned(1, "T0 tea 50"))).containsExactly(0L);
    }

    @Test
    void ofOneDayTheReturnsThatFindTheirTransactionComeFirst() {
        assertThat(net(
                        bought(9, "T1 tea 100"),
                        bought(8, "T2 cup 100"),
                        returned(1, "R pot 100"),
                        returned(1, "T2 cup 100")))
                .containsExactly(0L, 0L);
        assertThat(net(
                        bought(9, "T1 tea 100"),
                        bought(8, "T2 cup 100"),
                        returned(1, "R pot 60"),
                        returned(1, "T2 cup 100")))
                .containsExactly(40L, 0L);
    }

    @Test
    void anUnknownReturnMakesItsDayUnknownAndZeroStaysKnown() {
        assertThat(net(bought(9, "T1 tea 100"), bought(8, "T2 tea 0"), returned(1, "T1 tea ?")))
                .containsExactly(null, 0L);
        assertThat(net(bought(9, "T1 tea 100"), bought(8, "T2 tea ?"), returned(1, "T2 tea 500")))
                .containsExactly(100L, null);
    }

    @Test
    void onlyReturnsUpToTheDateCount() {
        List<TradeDay> days = List.of(
                bought(9, "T1 tea 100"), returned(5, "T1 tea 30"), bought(4, "T2 tea 50"), returned(2, "T1 tea 30"));
        assertThat(net(days, D.minusDays(6))).containsExactly(100L);
        assertThat(net(days, D.minusDays(5))).containsExactly(70L);
        assertThat(net(days, D.minusDays(3))).containsExactly(70L, 50L);
        assertThat(net(days, D)).containsExactly(40L, 50L);
    }

    @Test
    void itIsWhatTheDefinitionSaysOfAnyTradeAsOfAnyDate() {
        SplittableRandom random = new SplittableRandom(22);
        for (int trial = 0; trial < 2_000; trial++) {
            List<TradeDay> days = TradeDays.random(random, D);
            Deductions deductions = NetSpend.deduct(days);
            for (int ago : new int[] {0, 1, 40, 200}) {
                LocalDate asOf = D.minusDays(ago);
                List<TradeDay> known = days.stream()
                        .filter(day -> !day.day().businessDate().isAfter(asOf))
                        .toList();
                List<HistoryDay> gross = known.stream().map(TradeDay::day).toList();
                List<HistoryDay> net = deductions.net(gross, asOf);
                assertThat(net).isEqualTo(PlainNet.of(days, asOf));
                assertThat(net).isEqualTo(NetSpend.deduct(known).net(gross, asOf));
                requireNothingLost(known, gross, net);
            }
        }
    }

    /** Where all is known, purchases less returns are left at least, never below 0 on a day, and never more than was bought. */
    private static void requireNothingLost(List<TradeDay> days, List<HistoryDay> gross, List<HistoryDay> net) {
        assertThat(net)
                .allSatisfy(day ->
                        assertThat(day.spend() == null || day.spend() >= 0).isTrue());
        boolean known = gross.stream().filter(HistoryDay::purchaseDay).allMatch(day -> day.spend() != null)
                && net.stream().filter(HistoryDay::purchaseDay).allMatch(day -> day.spend() != null);
        boolean returnsKnown =
                days.stream().flatMap(day -> day.returns().stream()).noneMatch(each -> each.amount() == Money.UNKNOWN);
        if (known && returnsKnown) {
            long returned = days.stream()
                    .flatMap(day -> day.returns().stream())
                    .mapToLong(ReturnSum::amount)
                    .sum();
            assertThat(total(net)).isBetween(Math.max(0, total(gross) - returned), total(gross));
        }
    }

    private static long total(List<HistoryDay> days) {
        return days.stream()
                .filter(HistoryDay::purchaseDay)
                .mapToLong(day -> Objects.requireNonNull(day.spend()))
                .sum();
    }

    @Test
    void theOrderOfADaysReturnsLeavesNoTrace() {
        SplittableRandom random = new SplittableRandom(23);
        for (int trial = 0; trial < 500; trial++) {
            List<TradeDay> days = TradeDays.random(random, D);
            List<TradeDay> shuffled = new ArrayList<>();
            for (TradeDay day : days) {
                List<ReturnSum> returns = new ArrayList<>(day.returns());
                Collections.shuffle(returns, new Random(trial));
                shuffled.add(new TradeDay(day.day(), day.transactions(), day.products(), returns));
            }
            assertThat(NetSpend.deduct(shuffled)).isEqualTo(NetSpend.deduct(days));
        }
    }

    private static List<Long> net(TradeDay... days) {
        return net(List.of(days), D);
    }

    private static List<Long> net(List<TradeDay> days, LocalDate asOf) {
        List<HistoryDay> known = days.stream()
                .map(TradeDay::day)
                .filter(day -> !day.businessDate().isAfter(asOf))
                .toList();
        List<Long> net = new ArrayList<>();
        NetSpend.deduct(merged(days)).net(known, asOf).stream()
                .filter(HistoryDay::purchaseDay)
                .forEach(day -> net.add(day.spend()));
        return net;
    }

    /** Puts returns of one date into one day, behind its purchases. */
    private static List<TradeDay> merged(List<TradeDay> days) {
        List<TradeDay> merged = new ArrayList<>();
        for (TradeDay day : days) {
            TradeDay last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last == null || !last.day().businessDate().equals(day.day().businessDate())) {
                merged.add(day);
            } else {
                List<ReturnSum> returns = new ArrayList<>(last.returns());
                returns.addAll(day.returns());
                merged.set(merged.size() - 1, new TradeDay(last.day(), last.transactions(), last.products(), returns));
            }
        }
        return merged;
    }

    /** Transaction, product and amount, which may be unknown. */
    private static TradeDay bought(int daysAgo, String line) {
        String[] parts = line.split(" ");
        return new TradeDay(
                new HistoryDay(D.minusDays(daysAgo), true, parts[2].equals("?") ? null : Long.valueOf(parts[2]), null),
                Keys.ofNames(List.of(parts[0])),
                Keys.ofNames(List.of(parts[1].replace("-", ""))),
                List.of());
    }

    private static TradeDay returned(int daysAgo, String line) {
        String[] parts = line.split(" ");
        return new TradeDay(
                new HistoryDay(D.minusDays(daysAgo), false, 0L, null),
                Keys.NONE,
                Keys.NONE,
                List.of(TradeDays.returned(
                        parts[0],
                        parts[1].replace("-", ""),
                        parts[2].equals("?") ? Money.UNKNOWN : Long.parseLong(parts[2]))));
    }
}
