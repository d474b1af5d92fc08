package io.allegiance.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.allegiance.testing.Sample;
import io.allegiance.testing.TestDatabase;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The customers of a shop in one schema, and the same customers in four, a quarter in each. Each of the four takes in its own lines,
 * and stops before it scores; what all four gathered is merged into thresholds, which each scores with. The merged thresholds are
 * those of the one schema to the last bit, and digests and control totals of the four add up to those of the one.
 *
 * <p>It takes one night of 2,400 customers; {@code -Dallegiance.extended=true} takes two of 20,000, of which the second looks back at the
 * first, and with {@code -Dallegiance.shards.customers=100000} they are of four times 25,000 customers, which takes minutes.
 */
@Tag("story")
class A60_FourShardsAreOneShopTest {

    private static final Sample CUSTOMERS = Sample.of("A60 customers", "allegiance.shards.customers", 2_400, 20_000);
    private static final int SHARDS = 4;
    private static final LocalDate FIRST_NIGHT = LocalDate.of(2025, 11, 3);
    private static final List<LocalDate> NIGHTS = FIRST_NIGHT
            .datesUntil(FIRST_NIGHT.plusDays(Sample.isExtended() ? 2 : 1))
            .toList();

    @TempDir
    private static Path folder;

    private static final List<ShardOfShop> SHOPS = new ArrayList<>();

    @AfterAll
    static void closeShops() {
        SHOPS.forEach(ShardOfShop::close);
    }

    @Test
    void thresholdsAreEqualAndDigestsAddUp() {
        // Given a shop with a model, and its customers once more in four schemas with the same model
        ShardOfShop whole = open("whole", IntStream.range(0, SHARDS));
        whole.train(FIRST_NIGHT.minusDays(1));
        List<ShardOfShop> shards = IntStream.range(0, SHARDS)
                .mapToObj(shard -> open("shard-" + shard, IntStream.of(shard)))
                .toList();
        shards.forEach(shard -> shard.copyModelOf(whole));

        for (LocalDate date : NIGHTS) {
            // When each of the four stops before it scores, and then scores with the thresholds of all
            whole.night(date);
            for (ShardOfShop shard : shards) {
                shard.stopBeforeScores();
                assertThat(catchThrowable(() -> shard.night(date))).isNotNull();
                shard.goOn();
            }
            MergedThresholds merged = MergedThresholds.of(shards, date);
            shards.forEach(shard -> shard.freeze(date, merged.thresholds()));
            shards.forEach(shard -> shard.night(date));

            // Then nobody could tell from the thresholds, the digests or the totals
            assertThat(merged.thresholds().toMap()).isEqualTo(whole.thresholds(date));
            assertThat(shards.stream().map(shard -> shard.totals(date)).reduce(NightTotals::plus))
                    .contains(whole.totals(date));
            assertThat(whole.totals(date).rows()).isGreaterThan(CUSTOMERS.size() / 2);
        }
        CUSTOMERS.printDone();
    }

    private static ShardOfShop open(String name, IntStream parts) {
        ShardOfShop shop = ShardOfShop.open(TestDatabase.freshSchema().migrate(), folder.resolve(name));
        SHOPS.add(shop);
        parts.forEach(part -> shop.land(part, CUSTOMERS.size() / SHARDS, NIGHTS.get(NIGHTS.size() - 1)));
        return shop;
    }
}
