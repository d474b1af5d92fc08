package io.allegiance.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.testing.Commands;
import io.allegiance.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody has an export and an empty folder: one command later there are scores, and they are those of the three commands. */
@Tag("story")
class A32_ScoreCommandTest {

    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 3, 1);
    private static final LocalDate DATE = LocalDate.of(2025, 8, 30);
    private static final LocalDate NEXT = DATE.plusDays(1);

    @AutoClose
    private static final TestDatabase.Schema TWIN = TestDatabase.freshSchema().migrate();

    @AutoClose
    private static final TestDatabase.Schema SMALL = TestDatabase.freshSchema().migrate();

    @TempDir
    private Path folder;

    @Test
    void scoresInOneCommand() throws IOException {
        // Given an export whose last day is cut off, and in which one line is wrong
        Shop shop = new Shop(600, FIRST_DAY, NEXT, folder);
        Path file = writeExport(shop);
        Commands home = Commands.onEmbedded(folder.resolve("home"));

        // When it is scored, then one screen says what was done, by which commands, and where it is
        String[] score = {"score", file.toString(), "--zone", "Europe/Berlin", "--currency", "gbp"};
        requireScreen(home.run(score).endedWith(3), file);

        // And the same again does nothing twice
        assertThat(home.run(score).endedWith(3).stdout())
                .contains("landed 0 + already landed", "publication 1 of " + DATE, "it was published before");

        // And the scores are those of import, train and nightly
        Commands twin = Commands.on(TWIN, folder.resolve("twin"))
                .with("allegiance.zone", "Europe/Berlin")
                .with("allegiance.reporting-currency", "GBP");
        twin.run("import", file.toString()).endedWith(3);
        twin.succeed("train", "--as-of", DATE.toString());
        twin.run("nightly", "--date", DATE.toString());
        assertThat(export(home)).isEqualTo(export(twin));

        // And the commands after it need no --zone, and keep what was fixed
        home.succeed("import", shop.file(NEXT, NEXT).toString());
        assertThat(home.run("nightly", "--date", NEXT.toString()).stdout()).contains("published");
        home.run("score", file.toString(), "--zone", "Asia/Tokyo")
                .refusedWith(21, "allegiance.zone is Asia/Tokyo in the configuration");
    }

    private static Path writeExport(Shop shop) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(shop.file(FIRST_DAY, DATE)));
        lines.add(lines.get(lines.size() - 1)
                .replaceFirst("^[^,]+,[^,]*", "ODD,1")
                .replace(DATE.toString(), "31.8."));
        lines.add(Files.readAllLines(shop.file(NEXT, NEXT)).get(1));
        return Files.write(shop.file(FIRST_DAY, DATE).resolveSibling("export.csv"), lines);
    }

    private void requireScreen(Commands.Result result, Path file) {
        Path page = folder.resolve("home/reports/nightly-" + DATE + ".html");
        assertThat(result.stdout())
                .contains("jobs/allegiance import " + file, "rejected 1 BAD_TIME", "  such as line ")
                .contains("dates in the zone Europe/Berlin, money in GBP")
                .contains("jobs/allegiance train --as-of " + DATE, "log loss")
                .contains("jobs/allegiance nightly --date " + DATE)
                .containsPattern("publication 1 of " + DATE + ": \\d+ customers")
                .contains(DATE + " is the last whole day; " + NEXT + ", with 1 line, waits for its own night")
                .containsPattern("segment +customers +mean churn probability")
                .contains(page.toString());
        assertThat(result.stdout().lines().count()).isLessThanOrEqualTo(35);
        assertThat(page).exists();
    }

    private String export(Commands commands) throws IOException {
        Path csv = Files.createTempFile(folder, "scores", ".csv");
        Files.delete(csv);
        commands.succeed("scores", "--export", csv.toString());
        return Files.readString(csv);
    }

    @Test
    void fileOfNoUseForAModelSaysWhatIsEnough() throws IOException {
        Commands commands = Commands.on(SMALL, folder.resolve("small"));

        Path foreign = Files.writeString(
                folder.resolve("foreign.csv"), "customer_id,occurred_at,amount,currency\nC1,2025-01-03,3,USD\n");
        commands.run("score", foreign.toString()).refusedWith(64, "add --currency USD, or --currency EUR where rates");
        commands.run("score", write("tiny.csv", "C1,2025-01-03,3", "C2,2025-01-04,4"))
                .refusedWith(21, "somebody must have bought on two days");
        commands.run("score", write("future.csv", "C1,2125-01-03,3"))
                .refusedWith(64, "begin on 2125-01-03, and today is ");
        commands.run("score", folder.resolve("none.csv").toString()).refusedWith(64, "There is no file ");
        commands.run("score", write("tiny.csv", "C1,2025-01-03,3"), "--zone", "Berlin")
                .refusedWith(64, "did you mean Europe/Berlin?");
    }

    private String write(String name, String... lines) throws IOException {
        return Files.writeString(
                        folder.resolve(name), "customer_id,occurred_at,amount\n" + String.join("\n", lines) + "\n")
                .toString();
    }
}
