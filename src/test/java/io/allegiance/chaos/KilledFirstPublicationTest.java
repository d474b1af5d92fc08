package io.allegiance.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.chaos.Gate.Position;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The first publication tells of every customer, in several transactions, and is killed between two of them. */
@Tag("story")
@Tag("chaos")
@Timeout(120)
class KilledFirstPublicationTest {

    @TempDir
    static Path folder;

    private static Shop shop;

    @BeforeAll
    static void openShop() {
        shop = Shop.openUnscored(folder);
    }

    @AfterAll
    static void closeShop() {
        shop.close();
    }

    @Test
    void readersSeeNothingOfItAndTheSameCommandGivesTheSameFeed() throws SQLException {
        Program program = shop.program()
                .with("allegiance.nightly.chunk.scores", "100")
                .with("allegiance.lease.time-to-live", "1s");
        Tables tables = shop.tables();
        try (Gate gate = new Gate(shop.schema(), new Position("segment_feed", "INSERT", "NEW.sequence = 350"));
                Program.Running night = program.start("nightly", "--date", Shop.FIRST_NIGHT.toString())) {
            gate.awaitReached(night);
            night.kill();
        }
        assertThat(tables.count("SELECT COUNT(*) FROM segment_feed")).isEqualTo(300);
        assertThat(tables.count("SELECT COUNT(*) FROM segment_change")).isZero();
        assertThat(tables.count("SELECT COUNT(*) FROM score_freshness")).isZero();

        program.runWell("nightly", "--date", Shop.FIRST_NIGHT.toString());
        long customers = tables.seen().customers();
        assertThat(tables.count("SELECT COUNT(*) FROM segment_change")).isEqualTo(customers);
        assertThat(tables.count("SELECT MAX(sequence) FROM segment_change")).isEqualTo(customers);
        assertThat(tables.list("SELECT customer_id FROM segment_change ORDER BY sequence"))
                .isEqualTo(tables.list("SELECT customer_id FROM current_customer_score ORDER BY customer_id"));

        LocalDate next = shop.nextNight();
        program.runWell("nightly", "--date", next.toString());
        assertThat(tables.night(next)).isEqualTo(Shop.undisturbed(next));
    }
}
