package io.allegiance.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.testing.Commands;
import io.allegiance.testing.Sample;
import io.allegiance.testing.SharedData;
import io.allegiance.testing.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real shop on two machines: another order of the lines, another time zone, another locale, another number of partitions, and
 * the embedded database instead of the tests' server. Every byte of the last week's scores is the same.
 *
 * <p>It takes a year of one customer in three of the log, and two nights; {@code -Dallegiance.extended=true} takes the whole week,
 * and {@code -Dallegiance.whole=true} the whole log.
 */
@Tag("story")
class A05_OrderZoneAndLocaleLeaveNoTraceTest {

    private static final String FILE = "online_retail_ii.csv.gz";
    private static final String FIRST_DAY = Boolean.getBoolean("allegiance.whole") ? "" : "2010-12-01";
    private static final LocalDate TRAINED = LocalDate.of(2011, 12, 1);

    private static final Sample NIGHTS = Sample.of("A05 nights", "allegiance.nights", 2, 7);

    @AutoClose
    private static final TestDatabase.Schema SCHEMA = TestDatabase.freshSchema().migrate();

    @TempDir
    private static Path folder;

    private final TimeZone zone = TimeZone.getDefault();
    private final Locale locale = Locale.getDefault();

    @AfterEach
    void giveBackTheMachine() {
        TimeZone.setDefault(zone);
        Locale.setDefault(locale);
    }

    @Test
    void theScoresOfEachNightAreTheSameToTheByte() throws IOException {
        // Given lines, and the same in another order
        List<String> lines = read();
        Path file = write("in-order.csv", lines);
        Collections.shuffle(lines.subList(1, lines.size()), new Random(20111209));
        Path shuffled = write("shuffled.csv", lines);
        long count = lines.size() - 1;
        String allLanded = "lines read " + count + " = landed " + count + " + already landed 0 + rejected 0";

        // When one machine takes the file in and scores the last week, whose second day, a Saturday, has no lines
        Commands here = Commands.on(SCHEMA, folder.resolve("here"));
        assertThat(here.succeed("import", file.toString())).contains(allLanded);
        List<String> week = scoreWeek(here);

        // And another machine, in another place, does it with the shuffled lines
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        Commands there = Commands.onEmbedded(folder.resolve("there")).with("allegiance.partitions", 3);
        assertThat(there.succeed("import", shuffled.toString())).contains(allLanded);
        List<String> sameWeek = scoreWeek(there);

        // Then digests and files are equal, night for night
        assertThat(sameWeek).isEqualTo(week).hasSize(NIGHTS.size()).doesNotHaveDuplicates();
        NIGHTS.printDone();
    }

    /** Trains, runs the nights, and gives what each published: customers, digests, and the hash of the exported file. */
    private static List<String> scoreWeek(Commands commands) throws IOException {
        commands.succeed("train", "--as-of", TRAINED.toString());
        List<String> nights = new ArrayList<>();
        for (LocalDate date = TRAINED.plusDays(1); nights.size() < NIGHTS.size(); date = date.plusDays(1)) {
            Published published = Published.of(commands.succeed("nightly", "--date", date.toString()));
            Path export = folder.resolve("scores.csv");
            commands.succeed("scores", "--export", export.toString());
            nights.add(date + " " + published + " " + sha256(export));
        }
        return nights;
    }

    /** The header and the lines that count, whose second cell is their time. */
    private static List<String> read() throws IOException {
        Path part = SharedData.oneCustomerIn(3, FILE, folder);
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(SharedData.unpacked(part), StandardCharsets.UTF_8))) {
            List<String> lines = new ArrayList<>(List.of(reader.readLine()));
            reader.lines()
                    .filter(line -> line.split(",", 3)[1].compareTo(FIRST_DAY) >= 0)
                    .forEach(lines::add);
            assertThat(lines).hasSizeGreaterThan(Boolean.getBoolean("allegiance.whole") ? 300_000 : 100_000);
            return lines;
        }
    }

    private static Path write(String name, List<String> lines) throws IOException {
        return Files.write(folder.resolve(name), lines);
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
