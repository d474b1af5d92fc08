package io.allegiance.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.chaos.Gate.Position;
import io.allegiance.testing.Sample;
import io.allegiance.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One night after the other is killed with kill -9, each somewhere else, and finished by the same command. */
@Tag("story")
@Tag("chaos")
@Timeout(120)
class KilledNightTest {

    @TempDir
    static Path folder;

    private static Shop shop;
    private static int survived;

    /** Where a night is killed: in the middle of a step's work, or when that is committed and Spring Batch does not know it. */
    enum Place {
        BEFORE_THE_FIRST_STEP("BATCH_JOB_EXECUTION", "INSERT", "TRUE", 0),
        IN_OPEN_DAY("run", "UPDATE", "OLD.slot IS NULL AND NEW.slot IS NOT NULL", 0),
        AFTER_OPEN_DAY(committed("openDay"), 0),
        IN_TAKE_IN_TRANSACTIONS(Gate.inChunk("takeInTransactions", 10), 0),
        IN_UPDATE_HISTORIES(Gate.inChunk("updateHistories", 20), 0),
        IN_SET_THRESHOLDS("run_threshold", "INSERT", "TRUE", 0),
        CUTTING_SCORE_CUSTOMERS(ranges("scoreCustomers"), 0),
        IN_SCORE_CUSTOMERS(Gate.inChunk("scoreCustomers", 3 * Shop.SCORES_IN_CHUNK), 0),
        IN_AUDIT_SCORES("run_audit", "INSERT", "NEW.name = 'rows written'", 0),
        IN_PUBLISH_SCORES("score_pointer", "UPDATE", "TRUE", 0),
        AFTER_PUBLISH_SCORES(committed("publishScores"), 0),
        IN_WRITE_REPORT(
                "BATCH_STEP_EXECUTION",
                "UPDATE",
                "NEW.STEP_NAME = 'writeReport' AND OLD.STATUS = 'STARTED' AND NEW.STATUS = 'STARTED'",
                0),
        AFTER_THE_LAST_STEP("run", "UPDATE", "NEW.state = 'COMPLETED'", 4);

        final Position position;
        final int codeOfRerun;

        Place(String table, String change, String condition, int codeOfRerun) {
            this(new Position(table, change, condition), codeOfRerun);
        }

        Place(Position position, int codeOfRerun) {
            this.position = position;
            this.codeOfRerun = codeOfRerun;
        }

        private static Position committed(String step) {
            return new Position(
                    "BATCH_STEP_EXECUTION", "UPDATE", "NEW.STEP_NAME = '" + step + "' AND NEW.STATUS = 'COMPLETED'");
        }

        /** When the step of a partition exists and its range is not yet known to Spring Batch. */
        private static Position ranges(String step) {
            return new Position(
                    "BATCH_STEP_EXECUTION_CONTEXT",
                    "UPDATE",
                    "(SELECT s.STEP_NAME FROM BATCH_STEP_EXECUTION s WHERE s.STEP_EXECUTION_ID ="
                            + " NEW.STEP_EXECUTION_ID) LIKE '" + step + ":%'");
        }

        boolean isPublished() {
            return compareTo(AFTER_PUBLISH_SCORES) >= 0;
        }
    }

    @BeforeAll
    static void openShop() {
        shop = Shop.open(folder);
    }

    @AfterAll
    static void closeShop() {
        Sample.printDone("KilledNightTest kills", survived);
        shop.close();
    }

    /** So that a night that was lost fails its own test alone: the next ones look back at it. */
    @AfterEach
    void finishTheNight() {
        shop.finishTheNight();
    }

    /** Those in which rows are under way, some of them on each kind of server; all with {@code -Dallegiance.extended=true}. */
    static Stream<Place> places() {
        if (Sample.isExtended()) {
            return Stream.of(Place.values());
        }
        return TestDatabase.isEmbedded()
                ? Stream.of(Place.IN_TAKE_IN_TRANSACTIONS, Place.IN_SCORE_CUSTOMERS, Place.AFTER_THE_LAST_STEP)
                : Stream.of(Place.IN_UPDATE_HISTORIES, Place.IN_SCORE_CUSTOMERS, Place.IN_PUBLISH_SCORES);
    }

    @ParameterizedTest
    @MethodSource("places")
    void theSameCommandFinishesANightThatWasKilled(Place place) throws SQLException {
        LocalDate date = shop.nextNight();
        Tables tables = shop.tables();
        Tables.Seen before = tables.seen();

        try (Gate gate = new Gate(shop.schema(), place.position);
                Program.Running night = shop.program().start("nightly", "--date", date.toString())) {
            gate.awaitReached(night);
            assertReadersSeeOneNight(place, date, before);
            night.kill();
        }
        assertReadersSeeOneNight(place, date, before);

        Program.End rerun = shop.program().run("nightly", "--date", date.toString());

        assertThat(rerun.code()).as(rerun.err()).isEqualTo(place.codeOfRerun);
        assertThat(tables.night(date)).isEqualTo(Shop.undisturbed(date));
        assertThat(tables.seen().date()).isEqualTo(date);
        assertThat(tables.count("SELECT COUNT(*) FROM score_slot WHERE state = 'TAKEN'"))
                .as("slots taken, one for each publication")
                .isEqualTo(tables.count("SELECT COUNT(*) FROM score_publication"));
        survived++;
    }

    private static void assertReadersSeeOneNight(Place place, LocalDate date, Tables.Seen before) {
        Tables.Seen now = shop.tables().seen();
        if (place.isPublished()) {
            assertThat(now.date()).isEqualTo(date);
            assertThat(shop.tables().night(date).rows())
                    .isEqualTo(Shop.undisturbed(date).rows());
        } else {
            assertThat(now).isEqualTo(before);
        }
    }
}
