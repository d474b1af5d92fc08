package io.allegiance.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TradeGeneratorTest {

    private static final DemoPlan PLAN = DemoPlan.ofYear(2_000);
    private static List<NamedCsvRecord> lines;
    private static String text;

    @TempDir
    static Path folder;

    @BeforeAll
    static void generate() throws IOException {
        Path csv = folder.resolve("year.csv");
        long count = new TradeGenerator(PLAN).writeTransactions(csv, PLAN.firstDay(), PLAN.lastDay());
        text = Files.readString(csv);
        lines = records(csv);
        assertThat(count).isEqualTo(lines.size());
    }

    @Test
    void equalPlansGiveEqualBytesInAnyLocaleAndTimeZone() throws IOException {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-SA-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertThat(written(new TradeGenerator(PLAN), PLAN.firstDay(), PLAN.lastDay()))
                    .isEqualTo(text);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void theYearIsTheSameOnEveryMachineAndJdk() throws Exception {
        byte[] md5 = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
        assertThat(HexFormat.of().formatHex(md5)).isEqualTo("8277ed7fa97a9b9d8b32038f316cda37");
    }

    @Test
    void anotherSeedIsAnotherShop() throws IOException {
        DemoPlan other = new DemoPlan(PLAN.customers(), PLAN.firstDay(), PLAN.lastDay(), 1);
        assertThat(written(new TradeGenerator(other), other.firstDay(), other.lastDay()))
                .isNotEqualTo(text);
    }

    @Test
    void daysWrittenOneByOneAreTheLinesOfTheYear() throws IOException {
        TradeGenerator generator = new TradeGenerator(PLAN);
        LocalDate cut = PLAN.lastDay().minusDays(9);
        StringBuilder parts = new StringBuilder(written(generator, PLAN.firstDay(), cut));
        for (LocalDate day = cut.plusDays(1); !day.isAfter(PLAN.lastDay()); day = day.plusDays(1)) {
            parts.append(written(generator, day, day).replaceFirst("^[^\n]*\n", ""));
        }
        assertThat(parts).hasToString(text);
    }

    @Test
    void everyLineKeepsTheInputContract() {
        Set<String> keys = new HashSet<>();
        String last = "";
        for (NamedCsvRecord line : lines) {
            assertThat(keys.add(line.getField("transaction_id") + "/" + line.getField("line_key")))
                    .isTrue();
            assertThat(line.getField("customer_id")).matches("|C[0-9]{6}");
            assertThat(line.getField("type")).matches("PURCHASE|RETURN");
            assertThat(new BigDecimal(line.getField("amount"))).isPositive();
            String date = date(line).toString();
            assertThat(date).isGreaterThanOrEqualTo(last);
            last = date;
        }
    }

    @Test
    void isAsLargeAndAsMixedAsAShopOfTwoThousandCustomers() {
        assertThat(lines).hasSizeBetween(30_000, 60_000);
        assertThat(distinct("customer_id")).hasSize(2_001);
        assertThat(distinct("category")).hasSize(12);
        assertThat(distinct("product")).hasSize(204);
        assertThat(distinct("channel")).containsExactly("APP", "STORE", "WEB");
        assertThat(distinct("store")).hasSize(7);
        assertThat(share("type", "RETURN")).isBetween(0.005, 0.03);
        assertThat(share("customer_id", "")).isBetween(0.04, 0.15);
        assertThat(share("discount", "0.00")).isBetween(0.6, 0.9);
    }

    @Test
    void manyComeBackSomeOnlyOnceAndAFewOnlyReturn() {
        Map<String, Set<LocalDate>> days = purchaseDays();
        long once = days.values().stream().filter(dates -> dates.size() == 1).count();
        assertThat(once / 2_000.0).isBetween(0.12, 0.4);
        assertThat(days.values().stream().filter(dates -> dates.size() >= 10).count() / 2_000.0)
                .isBetween(0.15, 0.5);
        assertThat(2_000 - days.size()).isBetween(1, 25);
    }

    @Test
    void manyStopComingLongBeforeTheEnd() {
        Map<String, Set<LocalDate>> days = purchaseDays();
        LocalDate autumn = LocalDate.of(2025, 10, 1);
        long gone = days.values().stream()
                .filter(dates -> dates.stream().allMatch(date -> date.isBefore(autumn)))
                .count();
        assertThat(gone / 2_000.0).isBetween(0.2, 0.6);
    }

    @Test
    void saturdaysAndAdventAreBusyAndHolidaysAreClosed() {
        Map<DayOfWeek, Long> ofWeek =
                lines.stream().collect(Collectors.groupingBy(line -> date(line).getDayOfWeek(), Collectors.counting()));
        assertThat(ofWeek.get(DayOfWeek.SATURDAY)).isGreaterThan(ofWeek.get(DayOfWeek.TUESDAY) * 3 / 2);
        assertThat(ofWeek.get(DayOfWeek.SUNDAY)).isLessThan(ofWeek.get(DayOfWeek.TUESDAY));
        assertThat(between(LocalDate.of(2025, 12, 1), LocalDate.of(2025, 12, 21)))
                .isGreaterThan(between(LocalDate.of(2025, 10, 6), LocalDate.of(2025, 10, 26)) * 5 / 4);
        assertThat(between(LocalDate.of(2025, 12, 25), LocalDate.of(2025, 12, 26)))
                .isZero();
    }

    @Test
    void someCategoriesGoTogetherAndFavouritesAreBoughtAgain() {
        Map<String, Set<String>> owned = lines.stream()
                .filter(line -> !line.getField("customer_id").isEmpty())
                .collect(Collectors.groupingBy(
                        line -> line.getField("customer_id"),
                        Collectors.mapping(line -> line.getField("category"), Collectors.toSet())));
        assertThat(lift(owned, "GARDEN", "KITCHENWARE")).isGreaterThan(1.15);
        assertThat(lift(owned, "GARDEN", "KITCHENWARE")).isGreaterThan(lift(owned, "GARDEN", "TEA") + 0.1);
        assertThat(repurchaseShare()).isBetween(0.3, 0.8);
    }

    @Test
    void referralsAndIncidentsNameCustomersOnDaysOfTheSpan() throws IOException {
        TradeGenerator generator = new TradeGenerator(PLAN);
        Path referrals = folder.resolve("referrals.csv");
        Path incidents = folder.resolve("incidents.csv");
        assertThat(generator.writeReferrals(referrals, PLAN.firstDay(), PLAN.lastDay()))
                .isBetween(30L, 150L);
        assertThat(generator.writeIncidents(incidents, PLAN.firstDay(), PLAN.lastDay()))
                .isBetween(100L, 600L);
        Map<String, Set<LocalDate>> days = purchaseDays();
        assertThat(records(referrals))
                .extracting(referral -> referral.getField("referred_on"))
                .isSorted();
        for (NamedCsvRecord referral : records(referrals)) {
            assertThat(distinct("customer_id"))
                    .contains(referral.getField("referrer_customer_id"), referral.getField("referred_customer_id"));
            assertThat(referral.getField("referrer_customer_id"))
                    .isNotEqualTo(referral.getField("referred_customer_id"));
        }
        for (NamedCsvRecord incident : records(incidents)) {
            assertThat(days.get(incident.getField("customer_id"))).contains(date(incident));
        }
    }

    @Test
    void aSpanOutsideThePlanIsRefused() {
        TradeGenerator generator = new TradeGenerator(DemoPlan.ofYear(1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> generator.writeTransactions(
                        folder.resolve("x.csv"), PLAN.firstDay().minusDays(1), PLAN.lastDay()))
                .withMessage("generated trade runs from 2025-01-01 to 2025-12-31; 2024-12-31 is outside");
        assertThatIllegalArgumentException().isThrownBy(() -> DemoPlan.ofYear(0));
    }

    private static double lift(Map<String, Set<String>> owned, String one, String other) {
        double both = owned.values().stream()
                .filter(set -> set.contains(one) && set.contains(other))
                .count();
        double first = owned.values().stream().filter(set -> set.contains(one)).count();
        double second =
                owned.values().stream().filter(set -> set.contains(other)).count();
        return both * owned.size() / (first * second);
    }

    private static double repurchaseShare() {
        Set<String> bought = new HashSet<>();
        long again = lines.stream()
                .filter(line -> !line.getField("customer_id").isEmpty())
                .filter(line -> !bought.add(line.getField("customer_id") + line.getField("product")))
                .count();
        return again / (double) lines.size();
    }

    private static Map<String, Set<LocalDate>> purchaseDays() {
        Map<String, Set<LocalDate>> days = new TreeMap<>();
        lines.stream()
                .filter(line -> !line.getField("customer_id").isEmpty())
                .filter(line -> line.getField("type").equals("PURCHASE"))
                .forEach(line -> days.computeIfAbsent(line.getField("customer_id"), id -> new TreeSet<>())
                        .add(date(line)));
        return days;
    }

    private static long between(LocalDate from, LocalDate to) {
        return lines.stream()
                .filter(line -> !date(line).isBefore(from) && !date(line).isAfter(to))
                .count();
    }

    private static Set<String> distinct(String column) {
        return lines.stream().map(line -> line.getField(column)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static double share(String column, String value) {
        return lines.stream()
                        .filter(line -> line.getField(column).equals(value))
                        .count()
                / (double) lines.size();
    }

    private static LocalDate date(NamedCsvRecord line) {
        return LocalDateTime.parse(line.getField("occurred_at")).toLocalDate();
    }

    private static String written(TradeGenerator generator, LocalDate from, LocalDate to) throws IOException {
        Path csv = folder.resolve("part.csv");
        generator.writeTransactions(csv, from, to);
        return Files.readString(csv);
    }

    private static List<NamedCsvRecord> records(Path csv) throws IOException {
        List<NamedCsvRecord> records = new ArrayList<>();
        try (var reader = CsvReader.builder().ofNamedCsvRecord(csv)) {
            reader.forEach(records::add);
        }
        return records;
    }
}
