package io.allegiance.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.chaos.Gate.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An undo is killed with kill -9 in the middle, and finished by the same command; until then no night counts a half. */
@Tag("story")
@Tag("chaos")
@Timeout(240)
class KilledUndoTest {

    private static final Position IN_THE_MIDDLE = new Position("import_file", "UPDATE", "NEW.undone_rows > 10");

    private static final String[] UNDO = {"import", "--undo", "2", "--by", "ann", "--reason", "wrong file"};

    @TempDir
    private static Path folder;

    @Test
    void theSameCommandFinishesIt() throws IOException, SQLException {
        try (Shop shop = Shop.open(folder)) {
            shop.program().runWell("import", wrong().toString());
            LocalDate date = shop.nextNight();

            try (Gate gate = new Gate(shop.schema(), IN_THE_MIDDLE);
                    Program.Running undo = shop.program().start(UNDO)) {
                gate.awaitReached(undo);
                undo.kill();
            }
            assertThat(shop.tables().count("SELECT COUNT(*) FROM transaction_line WHERE import_id = 2"))
                    .isEqualTo(20);
            Program.End refused = shop.program().run("nightly", "--date", date.toString());
            assertThat(refused.code()).isEqualTo(21);
            assertThat(refused.err()).contains("the undo of import 2 was cut off", "'allegiance import --undo 2");

            assertThat(shop.program().runWell(UNDO)).contains("30 rows");

            shop.program().runWell("nightly", "--date", date.toString());
            assertThat(shop.tables().night(date)).isEqualTo(Shop.undisturbed(date));
        }
    }

    /** One line on each of thirty days. */
    private static Path wrong() throws IOException {
        return Files.writeString(
                folder.resolve("wrong.csv"),
                IntStream.range(0, 30)
                        .mapToObj(i -> "W" + i + ",1,C" + i + "," + Shop.FIRST_NIGHT.minusDays(3L * i) + ",5.00\n")
                        .collect(Collectors.joining(
                                "", "transaction_id,line_key,customer_id,occurred_at,amount\n", "")));
    }
}
