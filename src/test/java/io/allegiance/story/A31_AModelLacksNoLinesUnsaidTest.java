package io.allegiance.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.testing.Commands;
import io.allegiance.testing.SharedData;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A model is made only from nearly all lines, as a night is published; and what it lacks stays with it. */
@Tag("story")
class A31_AModelLacksNoLinesUnsaidTest {

    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 1, 1);

    @AutoClose
    private final TestDatabase.Schema schema = TestDatabase.freshSchema().migrate();

    @TempDir
    private static Path folder;

    private Commands open(String home) {
        return Commands.on(schema, folder.resolve(home));
    }

    @Test
    void aShopWithoutRatesGetsNoModelUntilTheyLand() throws IOException {
        // Given a shop of 200 customers, a tenth of whom pay in francs, and no rate
        Commands commands = open("rates");
        Path lines = shop(20);
        commands.succeed("import", lines.toString());

        // When a model is trained, then it is stopped as a night would be, and no model is there
        commands.run("train")
                .refusedWith(
                        21,
                        "a model as of 2025-05-18 would lack 80 of 800 lines (NO_FX_RATE 80), and all lines of 20 of 200"
                                + " customers: 10.00 %, more than the 1.0 % that allegiance.train.rejects allows; no model was made");
        assertThat(commands.succeed("models")).contains("there is no model yet");
        assertThat(commands.succeed("status")).contains("train 2025-05-18, attempt 1: HELD");
        commands.run("nightly", "--date", "2025-05-18").refusedWith(21, "there is no model");

        // Where the model may do without, it says what it lacks, and keeps that
        Commands tolerant = commands.with("allegiance.train.rejects.most-percent", 50);
        String lacking =
                "left out, because they were rejected: 80 of 800 lines (NO_FX_RATE 80), and all lines of 20 of 200 customers";
        assertThat(tolerant.succeed("train")).contains("180 customers", lacking);
        assertThat(commands.succeed("models")).contains(lacking);
        assertThat(leftOut(commands).get("customers").asInt()).isEqualTo(20);

        // What an earlier run rejected counts too
        commands.run("train").refusedWith(21, "80 of 800 lines");

        // When the rates land, then the same command makes a whole model
        landRates(commands);
        assertThat(commands.succeed("train")).contains("ACTIVE: 200 customers").doesNotContain("left out");
        commands.succeed("nightly", "--date", "2025-05-18");
    }

    @Test
    void aFewLinesAreSaid() throws IOException {
        Commands commands = open("few");
        commands.succeed("import", shop(2).toString());
        assertThat(commands.succeed("train"))
                .contains(
                        "left out, because they were rejected: 8 of 800 lines (NO_FX_RATE 8), and all lines of 2 of 200");
    }

    @Test
    void theShopOfTheCaseIsStopped() throws IOException {
        Commands commands = open("case");
        Path lines = SharedData.casePath("06-train-without-rates/shop.csv.gz");
        commands.succeed("import", lines.toString());
        commands.run("train")
                .refusedWith(21, "lack 253 of 1341 lines (NO_FX_RATE 253), and all lines of 89 of 400 customers");
        assertThat(commands.succeed("models")).contains("there is no model yet");
        landRates(commands);
        assertThat(commands.succeed("train")).contains("ACTIVE: 400 customers");
    }

    private static JsonNode leftOut(Commands commands) {
        return JsonMapper.shared()
                .readTree(commands.succeed("models", "--json"))
                .get(0)
                .get("model")
                .get("data")
                .get("leftOut");
    }

    /** 200 customers with four purchases each. */
    private static Path shop(int inFrancs) throws IOException {
        List<String> lines = new ArrayList<>(List.of("transaction_id,customer_id,occurred_at,amount,currency"));
        for (int customer = 0; customer < 200; customer++) {
            for (int purchase = 0; purchase < 4; purchase++) {
                LocalDate day = FIRST_DAY.plusDays(customer % 20 + purchase * (10 + customer * 7 % 31));
                lines.add(String.format(
                        "T%d-%d,K%d,%s,%d,%s",
                        customer, purchase, customer, day, 10 + customer % 30, customer < inFrancs ? "CHF" : "EUR"));
            }
        }
        return Files.write(folder.resolve("shop-" + inFrancs + ".csv"), lines);
    }

    private static void landRates(Commands commands) throws IOException {
        List<String> rates = new ArrayList<>(List.of("currency,rate_date,rate"));
        LocalDate.of(2024, 9, 1)
                .datesUntil(LocalDate.of(2025, 12, 5))
                .forEach(day -> rates.add("CHF," + day + ",1.05"));
        Path file = Files.write(folder.resolve("rates.csv"), rates);
        commands.succeed("import", "--kind", "fx", file.toString());
    }
}
