package io.allegiance.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.testing.Commands;
import io.allegiance.testing.TestDatabase;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A till hands over a line three days late, and later the source takes lines back. The next night recomputes the days and
 * histories that they touch, no others, and its scores are those of a database that knew from the start.
 */
@Tag("story")
class A04_LateAndVanishedLinesTest {

    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 2, 1);
    private static final LocalDate TRAINED = LocalDate.of(2025, 6, 1);
    private static final LocalDate NIGHT = TRAINED.plusDays(10);
    private static final LocalDate LATE = NIGHT.minusDays(3);
    private static final LocalDate NEXT = NIGHT.plusDays(1);
    private static final LocalDate AFTER = NIGHT.plusDays(2);

    @AutoClose
    private static final TestDatabase.Schema SCHEMA = TestDatabase.freshSchema().migrate();

    @AutoClose
    private static final TestDatabase.Schema KNEW_IT =
            TestDatabase.freshSchema().migrate();

    @AutoClose
    private static final TestDatabase.Schema NEVER_HEARD =
            TestDatabase.freshSchema().migrate();

    @TempDir
    private static Path folder;

    @Test
    void theNextNightMendsWhatALateLineTouches() {
        // Given a night
        Commands commands = Commands.on(SCHEMA, folder.resolve("home"));
        Shop shop = new Shop(600, FIRST_DAY, AFTER, folder);
        shop.land(commands, FIRST_DAY, NIGHT);
        commands.succeed("train", "--as-of", TRAINED.toString());
        commands.succeed("nightly", "--date", NIGHT.toString());

        // When a line of three days before lands late, of a customer who does not come on the next day
        Set<String> nextDay = Shop.customers(shop.file(NEXT, NEXT));
        Set<String> others = Shop.customers(shop.file(FIRST_DAY, TRAINED));
        others.removeAll(nextDay);
        others.removeAll(Shop.customers(shop.file(LATE, LATE)));
        String late = others.iterator().next();
        Path correction = shop.correction("late.csv", "LATE-1,1," + late + "," + LATE + "T10:00:00,PURCHASE,19.90");
        commands.succeed("import", correction.toString());
        shop.land(commands, NEXT, NEXT);
        Published mended = Published.of(commands.succeed("nightly", "--date", NEXT.toString()));

        // Then exactly that day and the new one were taken in, and exactly the customers concerned folded
        Night night = Night.of(SCHEMA, NEXT);
        assertThat(night.days()).containsOnlyKeys(LATE, NEXT);
        assertThat(night.linesRead())
                .isEqualTo(1 + Shop.lines(shop.file(LATE, LATE)) + Shop.lines(shop.file(NEXT, NEXT)));
        assertThat(night.customerDays()).isEqualTo(1 + nextDay.size());
        assertThat(night.histories()).isEqualTo(folded(shop, NEXT, Set.of(late)));

        // And the scores are those of a database that had the line from the start
        Commands knewIt = Commands.on(KNEW_IT, folder.resolve("other-home"));
        knewIt.succeed("import", correction.toString());
        shop.land(knewIt, FIRST_DAY, NEXT);
        knewIt.succeed("train", "--as-of", TRAINED.toString());
        Published expected = Published.of(knewIt.succeed("nightly", "--date", NEXT.toString()));
        assertThat(mended.scoreDigest()).isEqualTo(expected.scoreDigest());

        // When the source takes that line back, and all that one customer ever bought
        Path after = shop.file(AFTER, AFTER);
        OneDay once = findCustomerOfOneDay(Shop.customers(after));
        assertThat(delete(SCHEMA, "transaction_id", "LATE-1")).isOne();
        assertThat(delete(SCHEMA, "customer_id", once.customer())).isPositive();
        commands.succeed("import", after.toString());
        Published without = Published.of(commands.succeed("nightly", "--date", AFTER.toString()));

        // Then their days were taken in anew, and the customer who bought nothing has no score
        Night second = Night.of(SCHEMA, AFTER);
        Set<String> concerned = Shop.customers(after);
        assertThat(second.customerDays()).isEqualTo(2 + concerned.size());
        assertThat(second.days()).containsOnlyKeys(LATE, once.day(), AFTER);
        assertThat(second.histories()).isEqualTo(folded(shop, AFTER, Set.of(late, once.customer())));
        commands.run("scores", "--customer", once.customer()).refusedWith(64, "no such customer");

        // And the scores are those of a database that never heard of them
        Commands neverHeard = Commands.on(NEVER_HEARD, folder.resolve("third-home"));
        shop.land(neverHeard, FIRST_DAY, AFTER);
        delete(NEVER_HEARD, "customer_id", once.customer());
        neverHeard.succeed("train", "--as-of", TRAINED.toString());
        Published expectedWithout = Published.of(neverHeard.succeed("nightly", "--date", AFTER.toString()));
        assertThat(without.scoreDigest()).isEqualTo(expectedWithout.scoreDigest());
        assertThat(without.customers()).isEqualTo(expectedWithout.customers());
    }

    /** How many are folded in a night: whose day is mended, who comes, and whose day leaves the last 90 days. */
    private static int folded(Shop shop, LocalDate date, Set<String> mended) {
        Set<String> folded = new TreeSet<>(mended);
        folded.addAll(Shop.customers(shop.file(date, date)));
        LocalDate left = date.minusDays(90);
        folded.addAll(Shop.customers(shop.file(left, left)));
        return folded.size();
    }

    private static int delete(TestDatabase.Schema schema, String column, String value) {
        return JdbcClient.create(schema.dataSource())
                .sql("DELETE FROM transaction_line WHERE " + column + " = ?")
                .param(value)
                .update();
    }

    private record OneDay(String customer, LocalDate day) {}

    /** A customer who was there on one day alone, after the model was trained, and does not come again. */
    private static OneDay findCustomerOfOneDay(Set<String> coming) {
        return JdbcClient.create(SCHEMA.dataSource())
                .sql("SELECT customer_id, MIN(business_date) FROM customer_day GROUP BY customer_id"
                        + " HAVING COUNT(*) = 1 AND MIN(business_date) > ? AND MIN(business_date) NOT IN (?, ?)"
                        + " ORDER BY customer_id")
                .params(TRAINED, LATE, NEXT)
                .query((row, number) -> new OneDay(row.getString(1), row.getObject(2, LocalDate.class)))
                .stream()
                .filter(customer -> !coming.contains(customer.customer()))
                .findFirst()
                .orElseThrow();
    }
}
