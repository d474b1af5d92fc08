package io.allegiance.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.testing.Commands;
import io.allegiance.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Upstream says how many lines a day has. Until they are there the night waits, and a scheduler tries again. */
@Tag("story")
class A18_UpstreamAnnouncesHowMuchTest {

    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 8, 1);
    private static final LocalDate NIGHT = LocalDate.of(2025, 9, 30);
    private static final LocalDate NEXT = NIGHT.plusDays(1);

    @AutoClose
    private static final TestDatabase.Schema SCHEMA = TestDatabase.freshSchema().migrate();

    @TempDir
    private static Path folder;

    @Test
    void aNightWaitsForWhatIsAnnouncedAndTakesNoMore() throws IOException {
        // Given a night, announced as it came, and an operator who lets no night go unannounced
        Commands commands =
                Commands.on(SCHEMA, folder.resolve("home")).with("allegiance.nightly.require-manifest", true);
        Shop shop = new Shop(400, FIRST_DAY, NEXT, folder);
        shop.land(commands, FIRST_DAY, NIGHT);
        commands.succeed("train", "--as-of", NIGHT.toString());
        announce(commands, NIGHT + "," + Shop.lines(shop.file(NIGHT, NIGHT)) + ",");
        Published night = Published.of(commands.succeed("nightly", "--date", NIGHT.toString()));

        // When the next day has landed and nobody has announced it, then the night waits
        Path day = shop.file(NEXT, NEXT);
        commands.succeed("import", day.toString());
        commands.run("nightly", "--date", NEXT.toString(), "--scheduler")
                .refusedWith(10, "the manifest of " + NEXT + " is not there yet");
        assertThat(commands.succeed("status"))
                .contains("WAITING", NIGHT + ": " + night.customers() + " customers", "nightly --date " + NEXT);

        // When more is announced than is there, then it waits for the rest, lines or money
        long lines = Shop.lines(day);
        announce(commands, NEXT + "," + (lines + 1) + ",");
        commands.run("nightly", "--date", NEXT.toString())
                .refusedWith(10, lines + " lines of " + (lines + 1) + " announced");
        replace(commands, NEXT + "," + lines + ",99999999.99");
        commands.run("nightly", "--date", NEXT.toString()).refusedWith(10, " of 99999999.99 announced");

        // When less is announced than is there, then something came twice, and a person must look
        replace(commands, NEXT + "," + (lines - 1) + ",");
        commands.run("nightly", "--date", NEXT.toString()).refusedWith(11, NEXT + " has more than was announced");

        // When the rest lands, then the same command publishes, and a night of before is not asked again
        replace(commands, NEXT + "," + (lines + 1) + ",");
        commands.succeed(
                "import",
                shop.correction("rest.csv", "REST-1,1,C000001," + NEXT + "T10:00:00,PURCHASE,19.90")
                        .toString());
        commands.succeed("nightly", "--date", NEXT.toString());
        assertThat(Night.of(SCHEMA, NEXT).days()).containsOnly(Map.entry(NEXT, lines + 1));
        commands.run("nightly", "--date", NEXT.toString()).endedWith(4);
    }

    @Test
    void aManifestThatIsNoneIsRefused() throws IOException {
        Commands commands = Commands.on(SCHEMA, folder.resolve("other-home"));
        Path file = Files.writeString(
                folder.resolve("bad.csv"),
                "business_date,line_count,amount\n2025-02-29,1,\n2025-02-01,-1,\n2025-02-01,1,much\n2025-02-01,7,1.5\n");
        assertThat(commands.run("import", "--kind", "manifest", file.toString())
                        .endedWith(3)
                        .stdout())
                .contains("lines read 4 = landed 1 + already landed 0 + rejected 3");
    }

    private static void announce(Commands commands, String line) throws IOException {
        commands.succeed("import", "--kind", "manifest", file(line));
    }

    private static void replace(Commands commands, String line) throws IOException {
        commands.succeed("import", "--kind", "manifest", "--replace", file(line));
    }

    private static String file(String line) throws IOException {
        return Files.writeString(folder.resolve("manifest.csv"), "business_date,line_count,amount\n" + line + "\n")
                .toString();
    }
}
