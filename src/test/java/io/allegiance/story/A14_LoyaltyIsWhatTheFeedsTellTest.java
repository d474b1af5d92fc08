package io.allegiance.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.allegiance.story.LandedLines.Incidents;
import io.allegiance.testing.Commands;
import io.allegiance.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Referrals and incidents land after the customers they are about were scored, and the next night knows of them. */
@Tag("story")
class A14_LoyaltyIsWhatTheFeedsTellTest {

    private static final LocalDate OPENING = LocalDate.of(2025, 1, 1);
    private static final LocalDate FIRST_NIGHT = LocalDate.of(2025, 9, 1);
    private static final LocalDate SECOND_NIGHT = FIRST_NIGHT.plusDays(1);

    @AutoClose
    private final TestDatabase.Schema schema = TestDatabase.freshSchema().migrate();

    @TempDir
    private Path folder;

    private final Readers readers = Readers.of(schema);
    private final LandedLines lines = LandedLines.of(schema);
    private Shop shop;
    private Commands commands;

    @BeforeEach
    void scoreTheFirstNight() {
        shop = new Shop(150, OPENING, SECOND_NIGHT, folder);
        commands = Commands.on(schema, folder.resolve("home"));
        shop.land(commands, OPENING, FIRST_NIGHT);
        commands.succeed("train", "--as-of", FIRST_NIGHT.toString());
        commands.succeed("nightly", "--date", FIRST_NIGHT.toString());
    }

    @Test
    void theNextNightKnowsWhatLanded() throws IOException {
        requireNobodyIsAnAdvocate();

        // Given two customers who stayed away after the last of several purchases, and two who bought lately
        List<String> lately = customersWith("MAX(business_date) > '2025-08-01' AND COUNT(DISTINCT business_date) > 3");
        List<String> away = customersWith("MAX(business_date) < '2025-05-01' AND COUNT(DISTINCT business_date) > 1");

        // When it becomes known that one of the first brought one of the others, that another referral led to
        // nothing since, and that something went wrong for two of them in June
        landReferrals(
                lately.get(0) + "," + lately.get(1) + ",2025-07-01",
                lately.get(2) + "," + away.get(0) + ",2025-07-01",
                lately.get(3) + "," + lately.get(4) + ",2025-12-24");
        land(
                "incident",
                "incident_id,customer_id,occurred_at,kind",
                "i1," + lately.get(0) + ",2025-06-03 10:00,late delivery",
                "i2," + away.get(0) + ",2025-06-03 10:00,late delivery",
                "i3," + lately.get(0) + ",2025-08-30 10:00,complaint");
        shop.land(commands, SECOND_NIGHT, SECOND_NIGHT);
        commands.succeed("nightly", "--date", SECOND_NIGHT.toString());

        requireAdvocacyOfOneReferral(lately.get(0));
        requireForgivenessOfIncidentsInJune(lately.get(0), away.get(0));
    }

    private void requireNobodyIsAnAdvocate() {
        assertThat(readers.scores("advocacy_score")).isEmpty();
        assertThat(readers.scores("brand_score")).isNotEmpty();
        assertThat(readers.scores("loyalty_score"))
                .as("the mean of what is known")
                .hasSize(readers.scoredCustomers());
    }

    /** Advocacy is the shrunk rate of referred customers who bought since, against that of all. */
    private void requireAdvocacyOfOneReferral(String referrer) {
        Map<String, Integer> ages = lines.ages(SECOND_NIGHT);
        double years = ages.values().stream().mapToInt(Integer::intValue).sum() / 365.0;
        assertThat(readers.scores("advocacy_score")).hasSameSizeAs(ages).allSatisfy((customer, score) -> {
            double referred = customer.equals(referrer) ? 1 : 0;
            double rate = (referred + 1) / (ages.get(customer) / 365.0 + years);
            assertThat(score).isCloseTo(100 * rate / (rate + 1 / years), within(0.0051));
        });
    }

    /** Forgiveness is the shrunk share of incidents and returns, 90 days old, after which they bought again. */
    private void requireForgivenessOfIncidentsInJune(String boughtAgain, String stayedAway) {
        LocalDate june = LocalDate.of(2025, 6, 3);
        Map<String, Incidents> incidents = lines.incidents(SECOND_NIGHT, Map.of(boughtAgain, june, stayedAway, june));
        double forgiven =
                incidents.values().stream().mapToInt(Incidents::forgiven).sum();
        double all = incidents.values().stream().mapToInt(Incidents::count).sum();
        Map<String, Double> scores = readers.scores("forgiveness_score");
        assertThat(scores).containsOnlyKeys(incidents.keySet()).allSatisfy((customer, score) -> {
            Incidents own = incidents.get(customer);
            assertThat(score)
                    .isCloseTo(100 * (own.forgiven() + 2 * forgiven / all) / (own.count() + 2), within(0.0051));
        });
        assertThat(scores.get(boughtAgain)).isGreaterThan(scores.get(stayedAway));
    }

    @Test
    void weightsAreConfigurationAndAZeroLeavesADimensionOut() {
        commands.with("allegiance.nightly.loyalty-weights.repeat", "-1")
                .run("nightly", "--date", SECOND_NIGHT.toString())
                .refusedWith(21, "the loyalty weight of repeat must be a number of 0 or more; was -1.0");
        shop.land(commands, SECOND_NIGHT, SECOND_NIGHT);
        Commands brandAlone = commands;
        for (String other :
                List.of("repeat", "volume", "breadth", "commitment", "advocacy", "forgiveness", "spend-growth")) {
            brandAlone = brandAlone.with("allegiance.nightly.loyalty-weights." + other, "0");
        }
        brandAlone.succeed("nightly", "--date", SECOND_NIGHT.toString());
        assertThat(readers.scores("loyalty_score")).isNotEmpty().isEqualTo(readers.scores("brand_score"));
    }

    @Test
    void aNightThatIsCarriedOnNeverMixesTwoStatesOfAFeed() throws IOException {
        Commands held = commands.with("allegiance.nightly.gate.mean-churn", "0");
        RunRecords runs = RunRecords.of(schema);
        shop.land(commands, SECOND_NIGHT, SECOND_NIGHT);
        isHeld(held);
        isHeld(held);
        assertThat(runs.attempts(SECOND_NIGHT)).as("the same run carried on").isOne();
        List<String> lately = customersWith("MAX(business_date) > '2025-08-01'");
        landReferrals(lately.get(5) + "," + lately.get(6) + ",2025-07-01");
        isHeld(held);
        assertThat(runs.attempts(SECOND_NIGHT))
                .as("begun anew with what landed")
                .isEqualTo(2);
    }

    private static void isHeld(Commands commands) {
        commands.run("nightly", "--date", SECOND_NIGHT.toString()).refusedWith(11, "the mean churn probability moved");
    }

    private List<String> customersWith(String condition) {
        return lines.customers(FIRST_NIGHT, condition);
    }

    private void landReferrals(String... referrals) throws IOException {
        land("referral", "referrer_customer_id,referred_customer_id,referred_on", referrals);
    }

    private void land(String kind, String header, String... lines) throws IOException {
        Path file = Files.writeString(folder.resolve(kind + ".csv"), header + "\n" + String.join("\n", lines) + "\n");
        commands.succeed("import", "--kind", kind, file.toString());
    }
}
