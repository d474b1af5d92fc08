package io.allegiance.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.allegiance.testing.Commands;
import io.allegiance.testing.Sample;
import io.allegiance.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The benchmark takes place beside the user's schema and leaves nothing of itself; its figures are not what a test judges. */
@Tag("database")
class BenchCommandTest {

    private static final List<String> RATIOS = List.of(
            "score_vs_raw_load",
            "score_vs_idiomatic",
            "nightly_vs_raw_load",
            "intake_vs_stream",
            "intake_vs_parts",
            "import_vs_raw_load",
            "night_growth",
            "history_growth");

    @AutoClose
    private static final TestDatabase.Schema DATABASE = TestDatabase.freshSchema();

    private static final String OWN = DATABASE.name() + "_bench";

    private final JdbcTemplate jdbc = new JdbcTemplate(DATABASE.dataSource());

    @TempDir
    private Path folder;

    private Commands commands() {
        return Commands.on(DATABASE, folder.resolve("home"));
    }

    @AfterEach
    void dropWhatIsLeft() {
        TestDatabase.administrate("DROP DATABASE IF EXISTS " + OWN);
    }

    @Test
    void ratiosAreMeasuredAndNothingIsLeft() throws IOException {
        Path file = folder.resolve("figures.json");

        String table =
                commands().succeed("bench", "--customers", "7000", "--trading", "5000", "--json", file.toString());

        assertThat(table)
                .contains(RATIOS.subList(0, 6))
                .contains(
                        "700 customers (500 of whom trade)",
                        "7,000 customers (5,000 of whom trade)",
                        "10 times the customers",
                        "10 times the history");
        JsonNode figures = new JsonMapper().readTree(Files.readString(file));
        assertThat(RATIOS)
                .allSatisfy(ratio ->
                        assertThat(figures.get(ratio).asDouble()).as(ratio).isPositive());
        assertThat(figures.get("runs").size()).isEqualTo(2);
        JsonNode large = figures.get("runs").get(1);
        assertThat(large.get("active_share").asDouble()).isBetween(0.002, 0.03);
        JsonNode measures = large.get("measures");
        long scored = measures.get("scoreCustomers").get("rows").asLong();
        assertThat(scored).isBetween(2_000 + 4_000L, 2_000 + 5_000L);
        assertThat(List.of("raw load of the score rows", "idiomatic Spring Batch", "the whole night"))
                .allSatisfy(way -> assertThat(measures.get(way).get("rows").asLong())
                        .as(way)
                        .isEqualTo(scored));
        assertThat(measures.get("takeInTransactions").get("rows").asLong()).isEqualTo(5_000);
        assertThat(measures.get("import").get("rows").asLong())
                .isEqualTo(measures.get("raw load of the lines").get("rows").asLong())
                .isGreaterThan(20_000);

        assertThat(count("information_schema.schemata WHERE schema_name = ?", OWN))
                .isZero();
        assertThat(count("information_schema.tables WHERE table_schema = ?", DATABASE.name()))
                .as("tables in the user's schema")
                .isZero();
        assertThat(folder.resolve("home").resolve("bench")).doesNotExist();
    }

    @Test
    void foreignSchemaOfThatNameIsKept() {
        TestDatabase.administrate("CREATE DATABASE " + OWN);
        TestDatabase.administrate("CREATE TABLE " + OWN + ".dear_to_somebody (id INT)");

        commands()
                .run("bench", "--customers", "5000")
                .refusedWith(21, "the schema " + OWN + ", but that is there and no benchmark made it");

        assertThat(count("information_schema.tables WHERE table_schema = ?", OWN))
                .isOne();
    }

    @Test
    void optionsOfTwoPurposesAreRefused() {
        commands()
                .run("bench", "--simulate", "a.json", "--json", "b.json")
                .refusedWith(64, "--simulate, --measure-nights and --json exclude one another; give one of them");
        commands()
                .run("bench", "--rounds", "7", "--measure-nights", "a.json")
                .refusedWith(64, "--rounds must be in 1 to 6; was 7");
    }

    @Test
    void tooSmallShopIsRefused() {
        commands().run("bench", "--customers", "10").refusedWith(64, "--customers must be in 5000 to 20000000; was 10");
        commands()
                .run("bench", "--customers", "6000", "--trading", "6001")
                .refusedWith(64, "--trading must be in 5000 to 6000, the number of customers; was 6001");
        commands()
                .run("bench", "--customers", "6000", "--trading", "10")
                .refusedWith(64, "--trading must be in 5000 to 6000, the number of customers; was 10");
    }

    private long count(String what, String name) {
        Long count = jdbc.queryForObject("SELECT COUNT(*) FROM " + what, Long.class, name);
        return count == null ? 0 : count;
    }

    /** On the embedded server, whose process is here; with {@code -Dallegiance.extended=true}, because it starts the program six times. */
    @Test
    void measuredNightsHaveTheirStepsAndProcessors() throws IOException {
        assumeThat(Sample.isExtended() && TestDatabase.isEmbedded()).isTrue();
        Path file = folder.resolve("nights.json");

        commands().succeed("bench", "--customers", "5000", "--rounds", "1", "--measure-nights", file.toString());

        JsonNode nights = new JsonMapper().readTree(Files.readString(file)).get("nights");
        assertThat(nights.valueStream().map(night -> night.get("customers") + " " + night.get("partitions")))
                .containsExactly("500 1", "500 2", "5000 1", "5000 2");
        JsonNode steps = nights.get(3).get("steps");
        assertThat(steps.size()).isEqualTo(8);
        assertThat(sum(steps, "programSeconds")).isBetween(0.05, 60.0);
        assertThat(sum(steps, "bytes")).as("5,000 customers").isGreaterThan(1e6);
    }

    private static double sum(JsonNode steps, String figure) {
        return steps.valueStream()
                .mapToDouble(step -> step.get(figure).asDouble())
                .sum();
    }

    @Test
    void aFaithfulSimulationSaysWhatABillionTakes() throws IOException {
        Path file = Files.writeString(folder.resolve("nights.json"), nights(6.2));

        assertThat(commands().succeed("bench", "--simulate", file.toString()))
                .contains(
                        "200,000 customers, 2 partitions: measured 1.22 s, simulated 1.2",
                        "1,000,000,000 customers",
                        "16 shards, each: the same with 2 worker hosts of 8 threads");
    }

    @Test
    void anUnfaithfulSimulationSaysNothing() throws IOException {
        Path file = Files.writeString(folder.resolve("nights.json"), nights(9));

        Commands.Result result = commands().run("bench", "--simulate", file.toString());

        assertThat(result.endedWith(21).stderr()).contains("the simulation is off by more than 15 %");
        assertThat(result.stdout()).contains("ratio 0.6").doesNotContain("1,000,000,000");
    }

    @Test
    void aFileWithoutMeasuredNightsIsRefused() throws IOException {
        commands()
                .run("bench", "--simulate", folder.resolve("nowhere.json").toString())
                .refusedWith(64, "holds no measured nights; write them with 'jobs/allegiance bench --measure-nights");
    }

    /** One step, 10 microseconds a customer on one partition, and this many on two. */
    private static String nights(double onTwo) {
        return "{\"server\": \"a server\", \"processors\": 2, \"nights\": [" + night(200_000, 1, 10) + ","
                + night(200_000, 2, 6.1) + "," + night(2_000_000, 1, 10) + "," + night(2_000_000, 2, onTwo) + "]}";
    }

    private static String night(int customers, int partitions, double micros) {
        return ("{\"customers\": %d, \"partitions\": %d, \"seconds\": %f, \"steps\": [{\"name\": \"scoreCustomers\", \"seconds\": %f,"
                        + " \"programSeconds\": %f, \"serverSeconds\": %f, \"bytes\": 1000}]}")
                .formatted(
                        customers,
                        partitions,
                        customers * micros / 1e6,
                        customers * micros / 1e6,
                        customers * 4e-6,
                        customers * 8e-6);
    }
}
