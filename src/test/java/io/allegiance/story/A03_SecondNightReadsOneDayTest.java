package io.allegiance.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.testing.Commands;
import io.allegiance.testing.TestDatabase;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten thousand customers and two nights: the first takes in all there is, the second one day. */
@Tag("story")
class A03_SecondNightReadsOneDayTest {

    private static final LocalDate FIRST_DAY = LocalDate.of(2024, 11, 1);
    private static final LocalDate FIRST_NIGHT = LocalDate.of(2025, 12, 4);
    private static final LocalDate SECOND_NIGHT = FIRST_NIGHT.plusDays(1);

    @AutoClose
    private static final TestDatabase.Schema SCHEMA = TestDatabase.freshSchema().migrate();

    @TempDir
    private static Path folder;

    @Test
    void theSecondNightReadsOnlyTheSecondDay() {
        // Given thirteen months of trade, a model and a first night
        Commands commands = Commands.on(SCHEMA, folder.resolve("home"));
        Shop shop = new Shop(10_000, FIRST_DAY, SECOND_NIGHT, folder);
        Path before = shop.file(FIRST_DAY, FIRST_NIGHT);
        commands.succeed("import", before.toString());
        commands.succeed("train", "--as-of", FIRST_NIGHT.toString());
        Published first = Published.of(commands.succeed("nightly", "--date", FIRST_NIGHT.toString()));
        Set<String> known = Shop.customers(before);
        assertThat(first.customers()).isEqualTo(known.size()).isGreaterThan(9_900);

        // When the next day's file lands and its night runs
        Path day = shop.file(SECOND_NIGHT, SECOND_NIGHT);
        commands.succeed("import", day.toString());
        Published second = Published.of(commands.succeed("nightly", "--date", SECOND_NIGHT.toString()));

        // Then that night read this file's lines and no other
        Set<String> came = Shop.customers(day);
        Night night = Night.of(SCHEMA, SECOND_NIGHT);
        assertThat(night.days()).isEqualTo(Map.of(SECOND_NIGHT, Shop.lines(day)));
        assertThat(night.linesRead()).isEqualTo(Shop.lines(day));
        assertThat(night.customerDays()).isEqualTo(came.size());

        // And folded the histories of those who came, and of those whose day left the last 90 or 365
        Set<String> concerned = new TreeSet<>(came);
        for (int window : new int[] {90, 365}) {
            LocalDate left = SECOND_NIGHT.minusDays(window);
            concerned.addAll(Shop.customers(shop.file(left, left)));
        }
        assertThat(concerned).hasSizeGreaterThan(came.size());
        assertThat(night.histories()).isEqualTo(concerned.size());

        // And everybody was scored
        Set<String> all = new TreeSet<>(known);
        all.addAll(came);
        assertThat(second.customers()).isEqualTo(all.size());
    }
}
