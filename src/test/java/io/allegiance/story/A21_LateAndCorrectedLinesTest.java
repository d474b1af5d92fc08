package io.allegiance.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.intake.load.ImportReport;
import io.allegiance.testing.Sample;
import io.allegiance.testing.SharedData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a real shop's scores come to does not depend on when lines arrive, on what they said before they were corrected, or on
 * whether a night was run in its time.
 *
 * <p>It takes five weeks of half of the customers, four nights, and lines up to two days late; {@code -Dallegiance.extended=true}
 * takes ten nights, and lines up to five days late, {@code -Dallegiance.nights=60} sixty nights, and {@code -Dallegiance.whole=true}
 * the whole log.
 */
@Tag("story")
class A21_LateAndCorrectedLinesTest {

    private static final LocalDate LAST_NIGHT = LocalDate.of(2011, 12, 8);
    private static final boolean WHOLE = Boolean.getBoolean("allegiance.whole");
    private static final int MOST_LATE_DAYS = WHOLE || Sample.isExtended() ? 5 : 2;
    private static final Sample NIGHTS = Sample.of("A21 nights", "allegiance.nights", WHOLE ? 7 : 4, 10);
    private static final LocalDate TRAINED = LAST_NIGHT.minusDays(NIGHTS.size());
    private static final LocalDate FIRST_NIGHT = TRAINED.plusDays(1);
    private static final LocalDate LAST_DISTURBED = LAST_NIGHT.minusDays(MOST_LATE_DAYS);
    private static final LocalDate FIRST_DAY = WHOLE ? LocalDate.EPOCH : TRAINED.minusDays(33);
    private static final double DISTURBED = 0.01;
    private static final double LATE = 0.1;

    @TempDir
    private static Path folder;

    private static String header;
    private static List<Line> before;
    private static List<Line> during;
    /** Stays away where there is no data to run nights of. */
    @AutoClose
    private static RealShop inTime;

    /** A line of the log, with what this test moves and changes of it. */
    private record Line(String customer, LocalDate day, String rest, String transaction, String text) {

        static Line of(String text) {
            String[] cells = text.split(",", -1);
            return new Line(cells[0], LocalDate.parse(cells[1].substring(0, 10)), cells[4], cells[5], text);
        }

        /** Its transaction, as far as it is of one day and type. */
        String part() {
            return transaction + " " + day + (text.split(",", -1)[2].startsWith("-") ? " RETURN" : "");
        }

        Line with(int cell, String value) {
            String[] cells = text.split(",", -1);
            cells[cell] = value;
            return of(String.join(",", cells));
        }
    }

    @BeforeAll
    static void runTheNightsInTheirTime() {
        List<Line> lines = read();
        before = lines.stream().filter(line -> !line.day().isAfter(TRAINED)).toList();
        during = lines.stream().filter(line -> line.day().isAfter(TRAINED)).toList();
        inTime = open("in-time");
        Map<LocalDate, List<Line>> days = during.stream().collect(Collectors.groupingBy(Line::day));
        FIRST_NIGHT.datesUntil(LAST_NIGHT.plusDays(1)).forEach(date -> {
            land(inTime, date + ".csv", days.getOrDefault(date, List.of()), false);
            inTime.night(date);
        });
        NIGHTS.printDone();
    }

    @Test
    void nightsThatAreBackfilledAreThoseThatWereRunInTheirTime() {
        try (RealShop shop = open("backfilled")) {
            land(shop, "all.csv", during, false);
            assertThat(shop.commands()
                            .succeed("backfill", "--from", "" + FIRST_NIGHT, "--to", "" + LAST_NIGHT)
                            .lines())
                    .hasSize(NIGHTS.size());
            assertThat(shop.digests("score_digest")).isEqualTo(inTime.digests("score_digest"));
            assertThat(shop.digests("row_digest")).isEqualTo(inTime.digests("row_digest"));
        }
    }

    @Test
    void lateLinesGiveTheScoresOfLinesInTime() {
        SplittableRandom random = new SplittableRandom(20_111_208);
        Map<LocalDate, List<Line>> arrivals = new HashMap<>();
        Map<String, Integer> daysLate = new HashMap<>();
        long late = 0;
        for (Line line : during) {
            // Transactions come whole: a part of one, without what landed of it, would be another version of it.
            int days = daysLate.computeIfAbsent(
                    line.part(),
                    part -> !line.day().isAfter(LAST_DISTURBED) && random.nextDouble() < LATE
                            ? random.nextInt(1, MOST_LATE_DAYS + 1)
                            : 0);
            late += days > 0 ? 1 : 0;
            arrivals.computeIfAbsent(line.day().plusDays(days), each -> new ArrayList<>())
                    .add(line);
        }
        assertThat(late).isGreaterThan(20);

        try (RealShop shop = open("late")) {
            FIRST_NIGHT.datesUntil(LAST_NIGHT.plusDays(1)).forEach(date -> {
                land(shop, date + ".csv", arrivals.getOrDefault(date, List.of()), false);
                shop.night(date);
            });
            requireSameInTheEndAlone(shop);
        }
    }

    @Test
    void correctedLinesGiveTheScoresOfRightLines() {
        SplittableRandom random = new SplittableRandom(20_111_209);
        Map<LocalDate, List<Line>> arrivals = new TreeMap<>();
        Map<LocalDate, Set<String>> corrections = new TreeMap<>();
        Set<String> corrected = new HashSet<>();
        for (Line line : during) {
            boolean wrong = !line.day().isAfter(LAST_DISTURBED) && random.nextDouble() < DISTURBED;
            Line comes = wrong ? spoil(line, random) : line;
            arrivals.computeIfAbsent(line.day(), each -> new ArrayList<>()).add(comes);
            if (wrong && corrected.add(line.transaction())) {
                LocalDate day = line.day().plusDays(random.nextInt(1, MOST_LATE_DAYS + 1));
                corrections.computeIfAbsent(day, each -> new HashSet<>()).add(line.transaction());
            }
        }

        try (RealShop shop = open("corrected")) {
            FIRST_NIGHT.datesUntil(LAST_NIGHT.plusDays(1)).forEach(date -> {
                land(shop, date + ".csv", arrivals.getOrDefault(date, List.of()), false);
                Set<String> right = corrections.getOrDefault(date, Set.of());
                land(
                        shop,
                        date + "-corrected.csv",
                        during.stream()
                                .filter(line -> right.contains(line.transaction()))
                                .toList(),
                        true);
                shop.night(date);
            });
            requireSameInTheEndAlone(shop);
        }
    }

    /** One of a wrong customer, product and amount. */
    private static Line spoil(Line line, SplittableRandom random) {
        return switch (random.nextInt(3)) {
            case 0 -> line.with(0, during.get(random.nextInt(during.size())).customer());
            case 1 -> line.with(4, line.rest() + "X");
            default -> line.with(2, random.nextInt(1, 100) + ".5");
        };
    }

    private static void requireSameInTheEndAlone(RealShop shop) {
        Map<LocalDate, String> expected = inTime.digests("score_digest");
        Map<LocalDate, String> digests = shop.digests("score_digest");
        assertThat(digests.keySet()).isEqualTo(expected.keySet());
        assertThat(digests.get(LAST_NIGHT)).isEqualTo(expected.get(LAST_NIGHT));
        assertThat(FIRST_NIGHT.datesUntil(LAST_DISTURBED.plusDays(1)))
                .as("what was not there yet did not count yet")
                .noneMatch(date -> digests.get(date).equals(expected.get(date)));
        assertThat(shop.of(LAST_NIGHT).customerDays())
                .as("customer days that the last night found changed, against those of its day")
                .isLessThan(inTime.of(LAST_NIGHT).customerDays() + 200);
    }

    private static RealShop open(String name) {
        RealShop shop = new RealShop(folder.resolve(name));
        land(shop, "before.csv", before, false);
        shop.commands().succeed("train", "--as-of", TRAINED.toString());
        return shop;
    }

    private static void land(RealShop shop, String name, List<Line> lines, boolean replace) {
        if (!lines.isEmpty()) {
            ImportReport report =
                    shop.land(name, header, lines.stream().map(Line::text).toList(), replace);
            assertThat(report.rejected()).isZero();
            assertThat(report.landed()).isPositive();
        }
    }

    private static List<Line> read() {
        Path part = SharedData.oneCustomerIn(2, "online_retail_ii.csv.gz", folder);
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(SharedData.unpacked(part), StandardCharsets.UTF_8))) {
            header = reader.readLine();
            return reader.lines()
                    .map(Line::of)
                    .filter(line ->
                            !line.day().isBefore(FIRST_DAY) && !line.day().isAfter(LAST_NIGHT))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
