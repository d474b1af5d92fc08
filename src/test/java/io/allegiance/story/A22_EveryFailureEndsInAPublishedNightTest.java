package io.allegiance.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.testing.Commands;
import io.allegiance.testing.TestDatabase;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * What happens to one night after the other, each time something else. The command ends with its code and one message, readers
 * keep what they have, and a person who mends what the message names and types what {@code status} says gets the night that
 * was published at a twin to which nothing happened.
 */
@Tag("story")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class A22_EveryFailureEndsInAPublishedNightTest {

    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 7, 28);
    private static final LocalDate FIRST_NIGHT = LocalDate.of(2025, 9, 30);
    private static final LocalDate LAST_NIGHT = LocalDate.of(2025, 10, 8);

    @AutoClose
    private static final TestDatabase.Schema SCHEMA = TestDatabase.freshSchema().migrate();

    @AutoClose
    private static final TestDatabase.Schema TWIN = TestDatabase.freshSchema().migrate();

    @TempDir
    private static Path folder;

    private static final Iterator<LocalDate> NIGHTS =
            FIRST_NIGHT.datesUntil(LAST_NIGHT.plusDays(1)).iterator();

    private static Commands commands;
    private static OwnTill till;
    private static Twin twin;

    private final Faults faults = Faults.of(SCHEMA);
    private final RunRecords runs = RunRecords.of(SCHEMA);
    private LocalDate date;
    private OnCall person;

    @BeforeAll
    static void aShopAndItsTwin() {
        Commands twins = Commands.on(TWIN, folder.resolve("twin"));
        new Shop(2_000, FIRST_DAY, LAST_NIGHT, folder).land(twins, FIRST_DAY, LAST_NIGHT);
        twins.succeed("train", "--as-of", FIRST_NIGHT.toString());
        twin = Twin.of(TWIN, folder.resolve("twin"));
        commands = Commands.on(SCHEMA, folder.resolve("home"));
        till = OwnTill.open(SCHEMA, TWIN, FIRST_NIGHT.minusDays(1));
    }

    @AfterAll
    static void closeTheTwin() {
        twin.close();
    }

    @BeforeEach
    void theNextNight() {
        till.defineView(Map.of());
        date = NIGHTS.next();
        person = OnCall.of(commands, SCHEMA, date);
    }

    @Test
    @Order(1)
    void thereIsNoModel() {
        till.deliver(date);

        person.isTold(
                21, "there is no model as of " + date + " or before; run 'allegiance train --as-of " + date + "'");

        commands.succeed("train", "--as-of", date.toString());
        isPublishedAsAtTheTwin();
    }

    @Test
    @Order(2)
    void theSourceViewIsGone() {
        till.deliver(date);
        till.dropView();

        person.isTold(21, "there is no view source_transaction");

        till.defineView(Map.of());
        isPublishedAsAtTheTwin();
    }

    @Test
    @Order(3)
    void theTableBehindTheSourceViewIsGone() {
        till.deliver(date);
        faults.hide("till");

        person.isTold(21, "the view source_transaction reads a table or column that is gone");

        faults.unhide("till");
        isPublishedAsAtTheTwin();
    }

    /** Each would be misread without a word: a text that begins with digits is a number to the database. */
    @Test
    @Order(4)
    void aColumnIsOfTheWrongType() {
        till.deliver(date);

        till.setTypeOfAmount("VARCHAR(30)");
        person.isTold(21, "amount of the view source_transaction is of type varchar and must be a DECIMAL(19, 4)");
        till.setTypeOfAmount("DECIMAL(19, 4)");

        isWrong("occurred_at", "DATE_FORMAT(occurred_at, '%d.%m.%Y %H:%i')", "varchar and must be a DATETIME(3)");
        isWrong("business_date", "TIMESTAMP(business_date)", "datetime and must be a DATE;");
        isWrong("transaction_id", "UNHEX(SHA2(transaction_id, 256))", "varbinary and must be a VARCHAR(64)");

        till.defineView(Map.of());
        isPublishedAsAtTheTwin();
    }

    private void isWrong(String column, String otherwise, String words) {
        till.defineView(Map.of(column, otherwise));
        person.isTold(21, column + " of the view source_transaction is of type " + words);
    }

    @Test
    @Order(5)
    void halfOfTheDayCame() {
        till.deliverHalf(date);

        person.isTold(11, "where that weekday usually has about ");
        till.deliver(date);
        isPublishedAsAtTheTwin("HELD", "Land what is missing and run the same command again");
    }

    @Test
    @Order(6)
    void nothingCame() {
        person.isTold(11, date + " has 0 lines");
        till.deliver(date);
        isPublishedAsAtTheTwin("HELD", "Land what is missing");
    }

    @Test
    @Order(7)
    void theModelIsFromANewerProgram() {
        till.deliver(date);
        String newer = date.minusDays(1) + "-0123456789ab";
        faults.addModelOfNewerProgram(newer, date.minusDays(1));

        person.isTold(21, "the model " + newer + " is from a newer program (format 3, where this one knows up to 2)");

        // Training anew would do, and so does an older model, whose version the list of models has
        assertThat(commands.succeed("train", "--as-of", date.minusDays(1).toString()))
                .contains("model " + date.minusDays(1), "ACTIVE");
        Commands.Result models = commands.run("models").endedWith(0);
        assertThat(models.stderr()).contains("the model " + newer + " is from a newer program");
        String older = models.stdout().split(" ")[1];
        commands.succeed("models", "--promote", older, "--by", "Ada", "--reason", "until the program is upgraded");
        isPublishedAsAtTheTwin();
    }

    @Test
    @Order(8)
    void theDayBeforeCameAgain() {
        till.deliverAgain(date.minusDays(1), date);

        person.isTold(11, "has as many lines and the same amount as " + date.minusDays(1));
        till.deliver(date);
        isPublishedAsAtTheTwin("HELD", "Put the right lines in their place");
    }

    @Test
    @Order(9)
    void aPartitionOfAStepAlwaysFails() {
        till.deliver(date);
        faults.refuseRowOfLastCustomer();

        person.isTold(21, "a trigger or routine in the database refuses a row");
        person.isTold(21, "refuses a row");
        assertThat(person.status().lines().filter(line -> line.contains("scoreCustomers")))
                .satisfiesExactly(
                        step -> assertThat(step).contains("FAILED", "1 of 2 partitions"),
                        partition -> assertThat(partition)
                                .contains("FAILED", "attempt 1", "a trigger or routine in the database refuses a row"));
        int kept = runs.scoreRows(date);
        assertThat(kept).isPositive();

        faults.refuseNoRows();
        isPublishedAsAtTheTwin();
        assertThat(runs.completions(date, "scoreCustomers"))
                .as("how often each partition was completed, with how many rows")
                .containsExactly("1 time, " + kept + " rows", "1 time, " + (runs.scoreRows(date) - kept) + " rows");
    }

    private void isPublishedAsAtTheTwin(String... status) {
        assertThat(person.typesWhatIsNext(status)).isEqualTo(twin.night(date));
    }
}
