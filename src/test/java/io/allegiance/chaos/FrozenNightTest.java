package io.allegiance.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.chaos.Gate.Position;
import io.allegiance.testing.Sample;
import io.allegiance.testing.TestDatabase;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A night is frozen with SIGSTOP in the middle of a transaction, until its lease has expired; the same command takes over and
 * publishes; then the frozen process thaws, and writes nothing. {@code -Dallegiance.extended=true} for every step.
 */
@Tag("story")
@Tag("chaos")
@Timeout(120)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "no signals")
class FrozenNightTest {

    @TempDir
    static Path folder;

    private static Shop shop;
    private static int survived;

    /** Where a night is frozen. Its transaction stays open, with its locks. */
    enum Place {
        IN_OPEN_DAY(new Position("run", "UPDATE", "OLD.slot IS NULL AND NEW.slot IS NOT NULL")),
        IN_TAKE_IN_TRANSACTIONS(Gate.inChunk("takeInTransactions", 10)),
        IN_UPDATE_HISTORIES(Gate.inChunk("updateHistories", 20)),
        IN_SET_THRESHOLDS(new Position("run_threshold", "INSERT", "TRUE")),
        IN_SCORE_CUSTOMERS(Gate.inChunk("scoreCustomers", 3 * Shop.SCORES_IN_CHUNK)),
        IN_AUDIT_SCORES(new Position("run_audit", "INSERT", "NEW.name = 'rows written'")),
        IN_PUBLISH_SCORES(new Position("score_pointer", "UPDATE", "TRUE"));

        final Position position;

        Place(Position position) {
            this.position = position;
        }
    }

    @BeforeAll
    static void openShop() {
        shop = Shop.open(folder);
    }

    @AfterAll
    static void closeShop() {
        Sample.printDone("FrozenNightTest freezes", survived);
        shop.close();
    }

    /** So that a night that was lost fails its own test alone: the next ones look back at it. */
    @AfterEach
    void finishTheNight() {
        shop.finishTheNight();
    }

    /** Where rows are under way; on a MySQL once. */
    static Stream<Place> places() {
        if (Sample.isExtended()) {
            return Stream.of(Place.values());
        }
        return TestDatabase.isEmbedded()
                ? Stream.of(Place.IN_TAKE_IN_TRANSACTIONS, Place.IN_SCORE_CUSTOMERS, Place.IN_PUBLISH_SCORES)
                : Stream.of(Place.IN_SCORE_CUSTOMERS);
    }

    @ParameterizedTest
    @MethodSource("places")
    void whoThawsAfterATakeoverWritesNothing(Place place) throws Exception {
        LocalDate date = shop.nextNight();
        Tables tables = shop.tables();
        try (Gate gate = new Gate(shop.schema(), ofNextHolder(place.position));
                Program.Running frozen = shop.program().start("nightly", "--date", date.toString())) {
            gate.awaitReached(frozen);
            frozen.freeze();
            gate.open();

            Program.End second = shop.program().run("nightly", "--date", date.toString());

            assertThat(second.code()).as(second.err()).isZero();
            assertThat(tables.night(date)).isEqualTo(Shop.undisturbed(date));
            Map<String, Long> left = tables.checksums();
            frozen.thaw();
            Program.End end = frozen.awaitEnd();
            assertThat(end.code()).as(end.err()).isEqualTo(12);
            assertThat(end.err()).contains("the lease was lost to another run");
            assertThat(tables.checksums()).isEqualTo(left);
        }
        survived++;
    }

    /** A gate for the run that comes next and for no other: who takes over from it must pass. */
    private static Position ofNextHolder(Position position) {
        long token = shop.tables().count("SELECT token FROM run_lease") + 1;
        return new Position(
                position.table(),
                position.change(),
                "(" + position.condition() + ") AND (SELECT token FROM run_lease) = " + token);
    }
}
