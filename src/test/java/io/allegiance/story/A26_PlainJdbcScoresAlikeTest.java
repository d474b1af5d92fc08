package io.allegiance.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.testing.Commands;
import io.allegiance.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two programs take in the same trade. One reads its rows through the internals of Connector/J, the other through JDBC alone, as it
 * would with another version of the driver. Both publish the same scores.
 */
@Tag("story")
class A26_PlainJdbcScoresAlikeTest {

    private static final LocalDate DATE = LocalDate.of(2025, 12, 31);

    @AutoClose
    private static final TestDatabase.Schema INTERNALS =
            TestDatabase.freshSchema().migrate();

    @AutoClose
    private static final TestDatabase.Schema PLAIN = TestDatabase.freshSchema().migrate();

    @TempDir
    private static Path folder;

    @Test
    void plainJdbcPublishesEqualDigests() throws IOException {
        // Given a year of trade, with returns and lines that name no customer, and equal models
        Path file = new Shop(250, LocalDate.of(2025, 1, 1), DATE, folder).file(LocalDate.of(2025, 1, 1), DATE);
        Commands internals = Commands.on(INTERNALS, folder.resolve("internals"));
        Commands plain = Commands.on(PLAIN, folder.resolve("plain")).with("allegiance.streams.plain-jdbc", true);
        assertThat(train(plain, file)).isEqualTo(train(internals, file));

        // When both score the night
        Published expected = Published.of(internals.succeed("nightly", "--date", DATE.toString()));
        Published published = Published.of(plain.succeed("nightly", "--date", DATE.toString()));

        // Then the digests of scores and rows are equal
        assertThat(expected.customers()).isGreaterThan(200);
        assertThat(published).isEqualTo(expected);

        // And so is every byte that readers export
        assertThat(export(plain, "plain")).isEqualTo(export(internals, "internals"));
    }

    /** Gives what training says of its model. */
    private static String train(Commands commands, Path file) {
        commands.succeed("import", file.toString());
        return commands.succeed("train", "--as-of", DATE.toString());
    }

    private static String export(Commands commands, String name) throws IOException {
        Path file = folder.resolve(name + ".csv");
        commands.succeed("scores", "--export", file.toString());
        return Files.readString(file);
    }
}
