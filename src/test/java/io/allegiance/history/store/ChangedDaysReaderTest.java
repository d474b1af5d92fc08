package io.allegiance.history.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.allegiance.customer.CustomerOrder;
import io.allegiance.customer.CustomerRange;
import io.allegiance.failure.AttentionException;
import io.allegiance.history.CustomerDay;
import io.allegiance.history.DayFold;
import io.allegiance.history.DayIntake;
import io.allegiance.history.DayLineCount;
import io.allegiance.intake.line.FxRates;
import io.allegiance.intake.line.IntakeRules;
import io.allegiance.intake.line.IntakeSettings;
import io.allegiance.intake.line.TransactionLine;
import io.allegiance.intake.line.TransactionType;
import io.allegiance.intake.source.SourceLineStream;
import io.allegiance.intake.source.SourceTransactions;
import io.allegiance.platform.load.BulkRow;
import io.allegiance.platform.read.RowStream;
import io.allegiance.platform.read.StreamingConnections;
import io.allegiance.testing.Repositories;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class ChangedDaysReaderTest {

    private static final LocalDate DAY = LocalDate.of(2025, 3, 1);
    private static final List<LocalDate> DAYS = List.of(DAY, DAY.plusDays(1), DAY.plusDays(3));
    private static final String WITHOUT_DATE = "CREATE OR REPLACE VIEW source_transaction AS SELECT transaction_id,"
            + " line_key, %s AS customer_id, occurred_at, type, amount, currency, quantity, discount, category,"
            + " product, store, channel FROM transaction_line";
    private static final String WITH_DATE = WITHOUT_DATE.replace(" FROM", ", business_date FROM");
    private static final List<String> CUSTOMERS = List.of("10", "9", "B", "a", "a b", "é", "客户", "\ufffd", "😀", "😁");

    @AutoClose
    private static final Repositories REPOSITORIES = Repositories.of(SourceTransactions.class, DayWriter.class);

    private final SourceTransactions source = REPOSITORIES.get(SourceTransactions.class);
    private final SplittableRandom random = new SplittableRandom(17);
    private int lines;

    @BeforeEach
    void empty() {
        REPOSITORIES.empty("transaction_line", "customer_day", "history_due");
        REPOSITORIES.sql().sql(WITH_DATE.formatted("customer_id")).update();
    }

    @Test
    void theFirstReadGivesEveryDayAndTheSecondNothing() {
        insertRandomLines(400);
        assertThat(readAndWrite()).containsExactlyInAnyOrderElementsOf(rows(expected()));
        assertThat(readAndWrite()).isEmpty();
    }

    @Test
    void aLaterReadGivesWhatChangedAndWhatVanished() {
        insertRandomLines(400);
        readAndWrite();
        for (int round = 0; round < 10; round++) {
            Map<String, CustomerDay> before = byKey(expected());
            insertRandomLines(3);
            REPOSITORIES
                    .sql()
                    .sql("DELETE FROM transaction_line ORDER BY SHA2(CONCAT(line_key, ?), 256) LIMIT 60")
                    .param(round)
                    .update();
            Map<String, CustomerDay> now = byKey(expected());
            Map<String, CustomerDay> changes = new HashMap<>(now);
            changes.entrySet().removeAll(before.entrySet());
            List<DayChange> read = read(2);
            assertThat(read.stream().filter(change -> change.row() != null).map(DayChange::row))
                    .containsExactlyInAnyOrderElementsOf(rows(changes.values()));
            assertThat(read.stream().filter(change -> change.row() == null).map(ChangedDaysReaderTest::key))
                    .containsExactlyInAnyOrderElementsOf(before.keySet().stream()
                            .filter(key -> !now.containsKey(key))
                            .toList());
            assertThat(read).allMatch(change -> change.replaces() == before.containsKey(key(change)));
            write(read);
        }
        assertThat(readAndWrite()).isEmpty();
    }

    @Test
    void theNumberOfRangesIsOfNoConsequence() {
        insertRandomLines(300);
        List<DayChange> whole = read(1);
        assertThat(read(2)).containsExactlyInAnyOrderElementsOf(whole);
        assertThat(read(7)).containsExactlyInAnyOrderElementsOf(whole);
    }

    @Test
    void aViewWithoutABusinessDateGivesTheSame() {
        insertRandomLines(300);
        List<DayChange> withDate = read(3);
        REPOSITORIES.sql().sql(WITHOUT_DATE.formatted("customer_id")).update();
        assertThat(source.getShape().hasBusinessDate()).isFalse();
        assertThat(read(3)).isEqualTo(withDate);
    }

    @Test
    void linesOfNobodyAndRefusedOnesAreCountedAndMakeNoDay() {
        insert(DAY, "a", "PURCHASE", "10");
        insert(DAY, "a", "RETURN", "4");
        insert(DAY, "", "PURCHASE", "3");
        insert(DAY, "   ", "PURCHASE", "2");
        insert(DAY, "a", "GIFT", "100");
        insert(DAY, "b", "PURCHASE", "-1");
        insert(DAY, "b", "PURCHASE", null);
        REPOSITORIES.sql().sql(WITH_DATE.formatted("NULLIF(customer_id, '')")).update();

        for (int ranges = 1; ranges <= 3; ranges++) {
            List<DayIntake> counts = new ArrayList<>();
            assertThat(read(ranges, List.of(DAY), counts))
                    .extracting(DayChange::customerId)
                    .containsExactly("a", "b");
            assertThat(total(counts))
                    .isEqualTo(new DayLineCount(DAY, 3, 2, 2, new BigDecimal("118.0000"), new BigDecimal("10.0000")));
            assertThat(counts.stream().flatMap(each -> each.rejections().stream()))
                    .extracting(rejection -> rejection.reason().name())
                    .containsExactly("UNKNOWN_TYPE", "NEGATIVE_AMOUNT");
        }
    }

    @Test
    void idWithControlCharacterIsRejectedAlone() {
        insert(DAY, "a", "PURCHASE", "1");
        insert(DAY, "a\u0001", "PURCHASE", "2");
        insert(DAY, "a\u0001b", "PURCHASE", "4");
        insert(DAY, "a b", "PURCHASE", "8");

        List<DayIntake> counts = new ArrayList<>();
        assertThat(read(1, List.of(DAY), counts))
                .extracting(DayChange::customerId)
                .containsExactly("a", "a b");
        assertThat(counts)
                .singleElement()
                .extracting(each -> each.count().rejected())
                .isEqualTo(2L);
    }

    @Test
    void aViewWhoseIdsDoNotSortAsTheirBytesIsRefused() {
        insert(DAY, "b", "PURCHASE", "1");
        REPOSITORIES
                .sql()
                .sql(WITH_DATE.formatted("CONVERT(customer_id USING utf8mb4) COLLATE utf8mb4_general_ci"))
                .update();
        assertThatThrownBy(source::getShape)
                .isInstanceOf(AttentionException.class)
                .hasMessageContaining("utf8mb4_general_ci");

        insert(DAY, "  c", "PURCHASE", "1");
        REPOSITORIES.sql().sql(WITH_DATE.formatted("customer_id")).update();
        assertThatThrownBy(() -> read(1))
                .isInstanceOf(AttentionException.class)
                .hasMessageContaining("does not sort its customer ids as bytes");
    }

    @Test
    void aViewThatLacksAColumnIsRefusedByName() {
        REPOSITORIES
                .sql()
                .sql(WITH_DATE.formatted("customer_id").replace("discount, ", ""))
                .update();
        assertThatThrownBy(source::getShape)
                .isInstanceOf(AttentionException.class)
                .hasMessageContaining("lacks discount");
    }

    private static DayLineCount total(List<DayIntake> counts) {
        List<DayLineCount> each = counts.stream().map(DayIntake::count).toList();
        return new DayLineCount(
                DAY,
                each.stream().mapToLong(DayLineCount::takenIn).sum(),
                each.stream().mapToLong(DayLineCount::anonymous).sum(),
                each.stream().mapToLong(DayLineCount::rejected).sum(),
                each.stream()
                        .map(DayLineCount::amountSum)
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .setScale(4),
                each.stream()
                        .map(DayLineCount::purchaseAmount)
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .setScale(4));
    }

    private List<BulkRow> readAndWrite() {
        List<DayChange> changes = read(2);
        write(changes);
        return changes.stream().map(DayChange::row).toList();
    }

    private static List<BulkRow> rows(Collection<CustomerDay> days) {
        return days.stream().map(DayRows::of).toList();
    }

    private List<DayChange> read(int ranges) {
        return read(ranges, DAYS, new ArrayList<>());
    }

    private List<DayChange> read(int ranges, List<LocalDate> days, List<DayIntake> counts) {
        List<DayChange> changes = new ArrayList<>();
        List<String> bounds = CUSTOMERS.stream()
                .sorted(CustomerOrder::compare)
                .skip(3)
                .limit(ranges - 1L)
                .toList();
        for (CustomerRange range : CustomerRange.between(bounds)) {
            try (ChangedDaysReader reader = reader(range, days)) {
                for (DayChange change = reader.read(); change != null; change = reader.read()) {
                    changes.add(change);
                }
                counts.addAll(reader.takeCounts());
            }
        }
        return changes;
    }

    private ChangedDaysReader reader(CustomerRange range, List<LocalDate> days) {
        StreamingConnections connections = REPOSITORIES.get(StreamingConnections.class);
        return new ChangedDaysReader(
                new ChangedDaysReader.Sources(
                        source,
                        new SourceLineStream(connections, source.getShape(), range),
                        new RowStream(connections),
                        new IntakeRules(new IntakeSettings(ZoneOffset.UTC, "EUR")),
                        FxRates.none()),
                range,
                days);
    }

    private static void write(List<DayChange> changes) {
        if (!changes.isEmpty()) {
            REPOSITORIES.inTransaction(() -> REPOSITORIES.get(DayWriter.class).write(changes));
        }
    }

    private void insertRandomLines(int count) {
        for (int i = 0; i < count; i++) {
            insert(
                    DAYS.get(random.nextInt(DAYS.size())),
                    CUSTOMERS.get(random.nextInt(CUSTOMERS.size())),
                    random.nextInt(5) == 0 ? "RETURN" : "PURCHASE",
                    random.nextInt(9) == 0
                            ? null
                            : BigDecimal.valueOf(random.nextInt(99_999), 4).toString());
        }
    }

    private void insert(LocalDate day, String customer, String type, String amount) {
        lines++;
        REPOSITORIES
                .sql()
                .sql("INSERT INTO transaction_line (business_date, customer_id, transaction_id, line_key, occurred_at,"
                        + " type, amount, quantity, discount, product, content_hash, import_id)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'hash', 1)")
                .params(Arrays.asList(
                        day,
                        customer,
                        "T" + lines % 50,
                        "L" + lines,
                        day.atTime(lines % 24, 59, 59, 999_000_000),
                        type,
                        amount,
                        lines % 3,
                        lines % 4 == 0 ? null : lines % 2,
                        lines % 5 == 0 ? null : "P" + lines % 7))
                .update();
    }

    /** The days of the lines that are in the table, by a fold of each customer's lines. */
    private static List<CustomerDay> expected() {
        Map<String, DayFold> folds = new TreeMap<>();
        REPOSITORIES.sql().sql("SELECT * FROM transaction_line").query(row -> {
            LocalDate day = row.getObject("business_date", LocalDate.class);
            String customer = row.getString("customer_id");
            folds.computeIfAbsent(day + customer, key -> new DayFold(customer, day))
                    .addLine(new TransactionLine(
                            row.getString("transaction_id"),
                            row.getString("line_key"),
                            customer,
                            day.atStartOfDay(),
                            TransactionType.valueOf(row.getString("type")),
                            units(row.getBigDecimal("amount"), 4),
                            "",
                            units(row.getBigDecimal("quantity"), 3),
                            units(row.getBigDecimal("discount"), 4),
                            "",
                            row.getString("product") == null ? "" : row.getString("product"),
                            "",
                            ""));
        });
        return folds.values().stream().map(DayFold::toCustomerDay).toList();
    }

    private static long units(BigDecimal decimal, int digits) {
        return decimal == null ? Long.MIN_VALUE : decimal.movePointRight(digits).longValueExact();
    }

    private static Map<String, CustomerDay> byKey(List<CustomerDay> days) {
        Map<String, CustomerDay> byKey = new TreeMap<>();
        days.forEach(day -> byKey.put(day.businessDate() + day.customerId(), day));
        return byKey;
    }

    private static String key(DayChange change) {
        return change.businessDate() + change.customerId();
    }
}
