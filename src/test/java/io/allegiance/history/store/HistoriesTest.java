package io.allegiance.history.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.allegiance.calendar.OpenDays;
import io.allegiance.customer.CustomerRange;
import io.allegiance.history.CustomerDay;
import io.allegiance.history.CustomerHistory;
import io.allegiance.history.DayReturns;
import io.allegiance.history.FoldRules;
import io.allegiance.history.HistoryDay;
import io.allegiance.history.LoyaltyDay;
import io.allegiance.history.LoyaltyDays;
import io.allegiance.history.LoyaltyFacts;
import io.allegiance.history.PlainHistory;
import io.allegiance.history.PlainLoyalty;
import io.allegiance.history.PlainNet;
import io.allegiance.history.ProductDay;
import io.allegiance.history.PurchaseHistory;
import io.allegiance.history.SharedNames;
import io.allegiance.history.TradeDay;
import io.allegiance.history.TradeDays;
import io.allegiance.platform.read.Columns;
import io.allegiance.platform.sql.Sql;
import io.allegiance.purchase.Money;
import io.allegiance.testing.Repositories;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

@Tag("database")
class HistoriesTest {

    private static final LocalDate D = LocalDate.of(2025, 3, 1);
    private static final FoldRules RULES = new FoldRules(60, List.of("Postage"), OpenDays.NONE);

    /** Of those written around a move. */
    private static final List<String> DUE_OF_A_MOVE = List.of(
            "enters first",
            "enters last",
            "enters with a return",
            "incident becomes old enough first",
            "incident becomes old enough last",
            "leaves first",
            "leaves last",
            "leaves the short window first",
            "leaves the short window last",
            "leaves the year before",
            "return becomes old enough first",
            "return becomes old enough last");

    @AutoClose
    private static final Repositories REPOSITORIES = Repositories.of(
            Map.of("allegiance.nightly.chunk.histories", 2), Histories.class, HistoryMove.class, DayWriter.class);

    private final Histories histories = REPOSITORIES.get(Histories.class);
    private final HistoryMove move = REPOSITORIES.get(HistoryMove.class);
    private final Map<String, TreeMap<LocalDate, LoyaltyDay>> days = new TreeMap<>();
    private final Map<String, TreeMap<Integer, LocalDate>> incidents = new TreeMap<>();

    @BeforeEach
    void empty() {
        REPOSITORIES.empty("customer_day", "purchase_history", "history_due", "service_incident", "incident_change");
        REPOSITORIES.sql().sql("UPDATE history_state SET as_of = NULL").update();
    }

    @Test
    void theFirstDateMakesEverybodyDue() {
        write("old", D.minusDays(900));
        write("new", D);
        settle();
        moveTo(D);
        assertThat(due()).containsExactly("new", "old");
        assertThat(histories.findAsOf()).contains(D);
    }

    @Test
    void aDayAfterTheDateMakesNobodyDueUntilTheDatePassesIt() {
        write("old", D.minusDays(900));
        moveTo(D);
        settle();
        write("late", D);
        write("tomorrow", D.plusDays(1));
        write("later", D.plusDays(2));
        assertThat(due()).containsExactly("late");
        settle();
        moveTo(D.plusDays(1));
        assertThat(due()).containsExactly("tomorrow");
    }

    @Test
    void movedWindowMakesAffectedCustomersDue() {
        writeAroundTheMove(D, D.plusDays(3));
        moveTo(D.plusDays(3));
        assertThat(due()).containsExactlyElementsOf(DUE_OF_A_MOVE);
        assertThat(due("WHERE NOT whole"))
                .containsExactly(
                        "leaves first",
                        "leaves last",
                        "leaves the short window first",
                        "leaves the short window last",
                        "leaves the year before");
    }

    @Test
    void movingBackMakesTheSameDue() {
        writeAroundTheMove(D, D.plusDays(3));
        moveTo(D.plusDays(3));
        settle();
        moveTo(D);
        assertThat(due()).containsExactlyElementsOf(DUE_OF_A_MOVE);
    }

    @Test
    void whoseWindowsAreDueIsDueWholeOnceMoreChanges() {
        writeAroundTheMove(D, D.plusDays(3));
        moveTo(D.plusDays(3));
        write("leaves first", D.minusDays(10));
        land("leaves last", 1, D.minusDays(100));
        moveTo(D.plusDays(3));
        assertThat(due("WHERE NOT whole"))
                .containsExactly(
                        "leaves the short window first", "leaves the short window last", "leaves the year before");
    }

    @Test
    void whoIsDueWholeStaysSoWhenAWindowMoves() {
        writeAroundTheMove(D, D.plusDays(3));
        write("leaves first", D.minusDays(10));
        moveTo(D.plusDays(3));
        assertThat(due("WHERE whole")).contains("leaves first");
    }

    @Test
    void stayingMakesNobodyDue() {
        writeAroundTheMove(D, D.plusDays(3));
        moveTo(D);
        assertThat(due()).isEmpty();
    }

    @Test
    void streamsOfWhichOneCannotStartLeaveNoConnectionOpen() {
        long before = connections();
        REPOSITORIES.sql().sql("RENAME TABLE service_incident TO elsewhere").update();
        try {
            assertThatThrownBy(() ->
                            histories.streamDue(CustomerRange.between(List.of()).get(0), D, RULES))
                    .isInstanceOf(DataAccessException.class);
        } finally {
            REPOSITORIES.sql().sql("RENAME TABLE elsewhere TO service_incident").update();
        }
        Awaitility.await("the end of connections").until(() -> connections() <= before);
    }

    private static long connections() {
        return REPOSITORIES
                .sql()
                .sql("SELECT COUNT(*) FROM information_schema.processlist WHERE db = DATABASE()")
                .query(Long.class)
                .single();
    }

    @Test
    void anIncidentThatLandsMakesItsCustomerDueOnce() {
        write("customer", D.minusDays(300));
        write("other", D.minusDays(300));
        moveTo(D);
        settle();
        land("customer", 1, D.minusDays(100));
        moveTo(D);
        assertThat(due()).containsExactly("customer");
        settle();
        moveTo(D);
        assertThat(due()).isEmpty();
    }

    @Test
    void otherRulesMakeEverybodyDue() {
        write("customer", D.minusDays(300));
        write("other", D);
        moveTo(D);
        settle();
        move.to(D, new FoldRules(60, List.of(), OpenDays.NONE));
        assertThat(due()).containsExactly("customer", "other");
    }

    @Test
    void whoseDaysHaveAllGoneHasNoHistory() {
        write("gone", D);
        write("stays", D);
        moveTo(D);
        fold();
        change("gone", D, null);
        moveTo(D);
        fold();
        assertThat(stored()).containsOnlyKeys("stays");
    }

    @Test
    void historiesKeptFromNightToNightEqualThoseFoldedFromScratch() {
        SplittableRandom random = new SplittableRandom(31);
        LocalDate date = D.minusDays(500);
        for (int night = 0; night < 40; night++) {
            date = date.plusDays(random.nextInt(8) == 0 ? -random.nextInt(90) : 1 + random.nextInt(60));
            for (int i = 0; i < 60; i++) {
                changeSomething(random, date);
            }
            moveTo(date);
            if (random.nextInt(4) == 0) {
                continue; // cut off before anybody's was folded
            }
            fold();
            assertThat(due()).isEmpty();
            assertThat(stored()).as("as of %s", date).isEqualTo(expected(date));
            Map<String, PurchaseHistory> withoutFacts = new TreeMap<>();
            expected(date).forEach((customer, history) -> withoutFacts.put(customer, history.with(LoyaltyFacts.NONE)));
            assertThat(streamed(date)).isEqualTo(withoutFacts);
        }
    }

    private void changeSomething(SplittableRandom random, LocalDate date) {
        String customer = List.of("a", "é", "客", "\ufffd", "😀").get(random.nextInt(5)) + random.nextInt(9);
        LocalDate day = date.plusDays(20 - random.nextInt(random.nextBoolean() ? 60 : 600));
        if (random.nextInt(8) == 0) {
            land(customer, random.nextInt(4), day);
        } else {
            change(customer, day, random.nextInt(6) == 0 ? null : LoyaltyDays.random(random, day));
        }
    }

    /** As the import of incidents does it; the same incident again moves to its new date. */
    private void land(String customer, int number, LocalDate day) {
        incidents.computeIfAbsent(customer, c -> new TreeMap<>()).put(number, day);
        REPOSITORIES.inTransaction(() -> {
            REPOSITORIES
                    .sql()
                    .sql(Sql.get("intake/feed/put_incidents"))
                    .params(customer + number, customer, day.atTime(23, 59, 59), "late", 1)
                    .update();
            REPOSITORIES
                    .sql()
                    .sql(Sql.get("intake/feed/insert_incident_change"))
                    .param(customer)
                    .update();
        });
    }

    private Map<String, PurchaseHistory> expected(LocalDate asOf) {
        Map<String, PurchaseHistory> expected = new TreeMap<>();
        days.forEach((customer, ofCustomer) -> {
            Collection<LoyaltyDay> upTo = net(customer, asOf);
            if (!upTo.isEmpty()) {
                LoyaltyFacts facts = PlainLoyalty.of(
                        asOf,
                        RULES,
                        upTo,
                        incidents.getOrDefault(customer, new TreeMap<>()).values());
                expected.put(customer, purchases(customer, asOf).with(facts));
            }
        });
        return expected;
    }

    private List<LoyaltyDay> net(String customer, LocalDate asOf) {
        List<LoyaltyDay> upTo =
                new ArrayList<>(days.get(customer).headMap(asOf, true).values());
        List<HistoryDay> spent = PlainNet.of(
                upTo.stream().map(day -> TradeDays.of(customer.hashCode(), day)).toList(), asOf);
        IntStream.range(0, upTo.size()).forEach(i -> upTo.set(i, upTo.get(i).with(spent.get(i))));
        return upTo;
    }

    private PurchaseHistory purchases(String customer, LocalDate asOf) {
        return PlainHistory.of(
                customer,
                asOf,
                net(customer, asOf).stream().map(LoyaltyDay::day).toList());
    }

    private Map<String, PurchaseHistory> streamed(LocalDate asOf) {
        Map<String, PurchaseHistory> streamed = new TreeMap<>();
        try (HistoryStream stream = histories.streamAll(asOf, OpenDays.NONE)) {
            for (CustomerHistory next = stream.read(); next != null; next = stream.read()) {
                streamed.put(next.customerId(), next.history());
            }
        }
        return streamed;
    }

    private void writeAroundTheMove(LocalDate from, LocalDate to) {
        write("long before", from.minusDays(400));
        write("left already", from.minusDays(365));
        write("leaves first", from.minusDays(364));
        write("leaves last", to.minusDays(365));
        write("stays", to.minusDays(364));
        write("left the short window already", from.minusDays(90));
        write("leaves the short window first", from.minusDays(89));
        write("leaves the short window last", to.minusDays(90));
        write("stays in the short window", to.minusDays(89));
        write("leaves the year before", from.minusDays(729));
        write("left the year before already", from.minusDays(730));
        write("becomes old enough to judge", to.minusDays(60));
        giveBack("return becomes old enough first", from.minusDays(59));
        giveBack("return becomes old enough last", to.minusDays(60));
        giveBack("return was old enough already", from.minusDays(60));
        giveBack("return is not old enough", to.minusDays(59));
        landBeforeTheMove("incident becomes old enough first", from.minusDays(59));
        landBeforeTheMove("incident becomes old enough last", to.minusDays(60));
        landBeforeTheMove("incident was old enough already", from.minusDays(60));
        landBeforeTheMove("incident is not old enough", to.minusDays(59));
        write("there", from);
        write("enters first", from.plusDays(1));
        write("enters last", to);
        giveBack("enters with a return", to);
        write("later", to.plusDays(1));
        moveTo(from);
        settle();
    }

    private void landBeforeTheMove(String customer, LocalDate day) {
        write(customer, day.minusDays(200));
        land(customer, 1, day);
    }

    private void write(String customer, LocalDate day) {
        change(customer, day, withoutProducts(new HistoryDay(day, true, 50_000L, 1_000L)));
    }

    private void giveBack(String customer, LocalDate day) {
        change(customer, day, withoutProducts(new HistoryDay(day, false, 0L, null)));
    }

    private static LoyaltyDay withoutProducts(HistoryDay day) {
        return new LoyaltyDay(day, !day.purchaseDay(), 0, 0, List.of());
    }

    private void change(String customer, LocalDate date, LoyaltyDay day) {
        Map<LocalDate, LoyaltyDay> ofCustomer = days.computeIfAbsent(customer, c -> new TreeMap<>());
        boolean replaces = ofCustomer.containsKey(date);
        if (day == null && !replaces) {
            return;
        }
        if (day == null) {
            ofCustomer.remove(date);
        } else {
            ofCustomer.put(date, day);
        }
        DayChange change =
                new DayChange(customer, date, replaces, day == null ? null : DayRows.of(toCustomerDay(customer, day)));
        REPOSITORIES.inTransaction(() -> REPOSITORIES.get(DayWriter.class).write(List.of(change)));
    }

    private static CustomerDay toCustomerDay(String customer, LoyaltyDay day) {
        HistoryDay known = day.day();
        TradeDay trade = TradeDays.of(customer.hashCode(), day);
        return new CustomerDay(
                customer,
                known.businessDate(),
                known.purchaseDay() ? 1 : 0,
                day.returned() ? 1 : 0,
                1,
                known.spend(),
                null,
                known.quantity(),
                day.discountKnownLines(),
                day.fullPriceLines(),
                trade.transactions(),
                new DayReturns(0, Set.of(), trade.returns()),
                day.products().stream()
                        .map(lines -> new ProductDay(
                                lines.product(), lines.category(), lines.lines(), Money.UNKNOWN, Money.UNKNOWN))
                        .toList());
    }

    @Test
    void aMarkOfAllThatWasInterruptedIsMadeAgain() {
        for (String customer : List.of("A", "B", "C", "D", "E")) {
            write(customer, D);
        }
        settle();
        AtomicInteger begun = new AtomicInteger();
        TransactionOperations killed = new TransactionOperations() {
            @Override
            public <T> T execute(TransactionCallback<T> work) {
                if (begun.incrementAndGet() == 2) {
                    throw new IllegalStateException("killed");
                }
                return REPOSITORIES.get(TransactionTemplate.class).execute(work);
            }
        };
        assertThatThrownBy(() -> new HistoryMove(REPOSITORIES.sql(), histories, killed, 2).to(D, RULES))
                .hasMessage("killed");
        assertThat(due()).containsExactly("A", "B");
        assertThat(histories.findAsOf()).isEmpty();

        moveTo(D);
        assertThat(due()).containsExactly("A", "B", "C", "D", "E");
        assertThat(histories.findAsOf()).contains(D);
    }

    private void moveTo(LocalDate date) {
        move.to(date, RULES);
    }

    /** As if all that was due had been folded. */
    private static void settle() {
        REPOSITORIES.empty("history_due");
    }

    private void fold() {
        LocalDate asOf = histories.findAsOf().orElseThrow();
        for (CustomerRange range : histories.listDueRanges(3)) {
            List<CustomerHistory> due = new ArrayList<>();
            try (DueHistories stream = histories.streamDue(range, asOf, RULES)) {
                for (CustomerHistory next = stream.read(); next != null; next = stream.read()) {
                    due.add(next);
                }
            }
            int half = due.size() / 2;
            List.of(due.subList(0, half), due.subList(half, due.size())).forEach(HistoriesTest.this::writeChunk);
        }
    }

    private void writeChunk(List<CustomerHistory> chunk) {
        if (!chunk.isEmpty()) {
            REPOSITORIES.inTransaction(() -> histories.write(chunk));
        }
    }

    private static List<String> due() {
        return due("");
    }

    private static List<String> due(String condition) {
        return REPOSITORIES
                .sql()
                .sql("SELECT customer_id FROM history_due " + condition + " ORDER BY customer_id")
                .query(String.class)
                .list();
    }

    private static Map<String, PurchaseHistory> stored() {
        Map<String, PurchaseHistory> stored = new TreeMap<>();
        REPOSITORIES
                .sql()
                .sql(Sql.get("publish/stream_purchasers")
                        .replace("WHERE purchase_days > 0", "")
                        .replace("NULL AS category_names", "category_names"))
                .query((row, number) -> HistoryColumns.read(Columns.of(row), new SharedNames()))
                .list()
                .forEach(history -> stored.put(history.customerId(), history));
        return stored;
    }
}
