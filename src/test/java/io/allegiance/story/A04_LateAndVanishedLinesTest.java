package io.allegiance.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.story.LandedLines.OneDay;
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

    private final Shop shop = new Shop(600, FIRST_DAY, AFTER, folder);
    private final Commands commands = Commands.on(SCHEMA, folder.resolve("home"));

    @Test
    void theNextNightMendsWhatALateLineTouches() {
        // Given a night
        shop.land(commands, FIRST_DAY, NIGHT);
        commands.succeed("train", "--as-of", TRAINED.toString());
        commands.succeed("nightly", "--date", NIGHT.toString());

        String late = requireLateLineIsTakenIn();
        requireVanishedLinesAreForgotten(late);
    }

    /** Returns the customer of the late line, who does not come on the next day. */
    private String requireLateLineIsTakenIn() {
        // When a line of three days before lands late
        Set<String> nextDay = Shop.customers(shop.file(NEXT, NEXT));
        Set<String> others = Shop.customers(shop.file(FIRST_DAY, TRAINED));
        others.removeAll(nextDay);
        others.removeAll(Shop.customers(shop.file(LATE, LATE)));
        String late = others.iterator().next();
        Path correction = shop.correction("late.csv", "LATE-1,1," + late + "," + LATE + "T10:00:00,PURCHASE,19.90");
        commands.succeed("import", correction.toString());
        requireLateLineIsNamed();
        shop.land(commands, NEXT, NEXT);
        Published mended = Published.of(commands.succeed("nightly", "--date", NEXT.toString()));

        // Then exactly that day and the new one were taken in, and exactly the customers concerned folded
        Night night = Night.of(SCHEMA, NEXT);
        assertThat(night.days()).containsOnlyKeys(LATE, NEXT);
        assertThat(night.linesRead())
                .isEqualTo(1 + Shop.lines(shop.file(LATE, LATE)) + Shop.lines(shop.file(NEXT, NEXT)));
        assertThat(night.customerDays()).isEqualTo(1 + nextDay.size());
        assertThat(night.histories()).isEqualTo(folded(NEXT, Set.of(late)));

        // And the scores are those of a database that had the line from the start
        Commands knewIt = Commands.on(KNEW_IT, folder.resolve("other-home"));
        knewIt.succeed("import", correction.toString());
        shop.land(knewIt, FIRST_DAY, NEXT);
        knewIt.succeed("train", "--as-of", TRAINED.toString());
        Published expected = Published.of(knewIt.succeed("nightly", "--date", NEXT.toString()));
        assertThat(mended.scoreDigest()).isEqualTo(expected.scoreDigest());
        return late;
    }

    /** The published date is done, and its command says what waits and who takes it in. */
    private void requireLateLineIsNamed() {
        commands.run("nightly", "--date", NIGHT.toString())
                .refusedWith(
                        4,
                        "nothing was done. Lines of 1 day came or changed since and wait: " + LATE
                                + " (1 line more). The next"
                                + " night takes them in: 'allegiance nightly --date " + NEXT
                                + "'. 'allegiance backfill --from "
                                + NIGHT + " --to " + NIGHT + " --mode all' publishes " + NIGHT + " again with them");
    }

    private void requireVanishedLinesAreForgotten(String late) {
        // When the source takes that line back, and all that one customer ever bought
        Path after = shop.file(AFTER, AFTER);
        Set<String> concerned = Shop.customers(after);
        OneDay once = LandedLines.of(SCHEMA)
                .findCustomerOfOneDay(
                        TRAINED,
                        each -> !Set.of(LATE, NEXT).contains(each.day()) && !concerned.contains(each.customer()))
                .orElseThrow();
        assertThat(LandedLines.of(SCHEMA).delete("transaction_id", "LATE-1")).isOne();
        assertThat(LandedLines.of(SCHEMA).delete("customer_id", once.customer()))
                .isPositive();
        commands.succeed("import", after.toString());
        Published without = Published.of(commands.succeed("nightly", "--date", AFTER.toString()));

        // Then their days were taken in anew, and the customer who bought nothing has no score
        Night second = Night.of(SCHEMA, AFTER);
        assertThat(second.customerDays()).isEqualTo(2 + concerned.size());
        assertThat(second.days()).containsOnlyKeys(LATE, once.day(), AFTER);
        assertThat(second.histories()).isEqualTo(folded(AFTER, Set.of(late, once.customer())));
        commands.run("scores", "--customer", once.customer()).refusedWith(64, "no such customer");

        // And the scores are those of a database that never heard of them
        Commands neverHeard = Commands.on(NEVER_HEARD, folder.resolve("third-home"));
        shop.land(neverHeard, FIRST_DAY, AFTER);
        LandedLines.of(NEVER_HEARD).delete("customer_id", once.customer());
        neverHeard.succeed("train", "--as-of", TRAINED.toString());
        Published expected = Published.of(neverHeard.succeed("nightly", "--date", AFTER.toString()));
        assertThat(without.scoreDigest()).isEqualTo(expected.scoreDigest());
        assertThat(without.customers()).isEqualTo(expected.customers());
    }

    /** How many are folded in a night: whose day is mended, who comes, and whose day leaves the last 90 days. */
    private int folded(LocalDate date, Set<String> mended) {
        Set<String> folded = new TreeSet<>(mended);
        folded.addAll(Shop.customers(shop.file(date, date)));
        LocalDate left = date.minusDays(90);
        folded.addAll(Shop.customers(shop.file(left, left)));
        return folded.size();
    }
}
