package io.allegiance.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.chaos.Gate.Position;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A person holds publishing while a night runs: it takes effect at once, and the night ends held. */
@Tag("story")
@Tag("chaos")
@Timeout(120)
class HoldDuringNightTest {

    private static final String[] HOLD = {"hold", "--by", "Ada", "--reason", "prices are wrong"};

    @TempDir
    static Path folder;

    private static Shop shop;

    /** Where the night is when the hold comes. */
    enum Place {
        WHILE_IT_SCORES(Gate.inChunk("scoreCustomers", Shop.SCORES_IN_CHUNK)),
        WHILE_IT_PUBLISHES(new Position("score_publication", "INSERT", "TRUE"));

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
        shop.close();
    }

    @ParameterizedTest
    @EnumSource
    void aHoldKeepsTheNightThatRunsFromPublishing(Place place) throws SQLException {
        LocalDate date = shop.nextNight();
        String before = seen();
        CompletableFuture<Program.End> night;
        try (Gate gate = new Gate(shop.schema(), place.position)) {
            night = start(date);
            gate.awaitReached(night);
            shop.program().runWell(HOLD);
        }
        Program.End end = night.join();

        assertThat(end.code()).as(end.err()).isEqualTo(11);
        assertThat(end.err()).contains("held by Ada since", "prices are wrong");
        assertThat(seen()).isEqualTo(before);
        shop.program().runWell("release", "--by", "Bob");
        shop.program().runWell("nightly", "--date", date.toString());
        assertThat(shop.tables().night(date)).isEqualTo(Shop.undisturbed(date));
    }

    @Test
    void aHoldThatComesTooLateWaitsForThePublication() throws SQLException {
        LocalDate date = shop.nextNight();
        CompletableFuture<Program.End> night;
        CompletableFuture<Program.End> hold;
        try (Gate gate = new Gate(shop.schema(), new Position("segment_feed", "INSERT", "TRUE"))) {
            night = start(date);
            gate.awaitReached(night);
            hold = CompletableFuture.supplyAsync(() -> shop.program().run(HOLD));
        }
        assertThat(night.join().code()).isIn(0, 11);
        assertThat(hold.join().code()).isZero();
        boolean published = seen().endsWith(date.toString());
        assertThat(night.join().code()).isEqualTo(published ? 0 : 11);
        shop.program().runWell("release", "--by", "Bob");
        shop.finishTheNight();
    }

    @Test
    void toRollBackOrAbandonOneIsToldHowToStopTheRun() throws SQLException {
        LocalDate date = shop.nextNight();
        CompletableFuture<Program.End> night;
        try (Gate gate = new Gate(shop.schema(), Place.WHILE_IT_SCORES.position)) {
            night = start(date);
            gate.awaitReached(night);
            for (String command : new String[] {"rollback --to " + Shop.FIRST_NIGHT, "abandon --date " + date}) {
                Program.End end = shop.program().run((command + " --by Ada --reason wrong").split(" "));
                assertThat(end.code()).as(end.err()).isEqualTo(12);
                assertThat(end.err()).contains("process ", "allegiance hold --by NAME", "kill -TERM");
            }
        }
        assertThat(night.join().code()).isZero();
    }

    private static CompletableFuture<Program.End> start(LocalDate date) {
        return CompletableFuture.supplyAsync(() -> shop.program().run("nightly", "--date", date.toString()));
    }

    private static String seen() {
        return shop.tables()
                .list("SELECT CONCAT(b.publication, ' of ', b.score_date) FROM score_pointer p"
                        + " JOIN score_publication b ON b.publication = p.publication")
                .get(0);
    }
}
