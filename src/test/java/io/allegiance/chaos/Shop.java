package io.allegiance.chaos;

import io.allegiance.demo.DemoPlan;
import io.allegiance.demo.TradeGenerator;
import io.allegiance.job.NightlyRun;
import io.allegiance.testing.Sample;
import io.allegiance.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A shop in a schema of its own, with a model and one night published, and the nights that come. What each of them must
 * leave behind is known from a shop that nobody disturbed.
 */
final class Shop implements AutoCloseable {

    private static final DemoPlan PLAN =
            new DemoPlan(1_200, LocalDate.of(2025, 7, 1), LocalDate.of(2025, 12, 31), 20_251_231);
    static final LocalDate FIRST_NIGHT = LocalDate.of(2025, 11, 3);

    /** As many as the longest test has. */
    private static final int NIGHTS = Sample.isExtended() ? 16 : 8;

    /** Each of two partitions scores four or five such chunks a night. */
    static final int SCORES_IN_CHUNK = 100;

    private final TestDatabase.Schema schema;
    private final Program program;
    private final Iterator<LocalDate> nights = dates().iterator();
    private LocalDate night = FIRST_NIGHT;

    private Shop(TestDatabase.Schema schema, Program program) {
        this.schema = schema;
        this.program = program;
    }

    /** Opens a shop whose first night is published. */
    static Shop open(Path folder) {
        awaitUndisturbed();
        return open(folder, smallChunks());
    }

    /** Opens a shop with a model that no night has used. */
    static Shop openUnscored(Path folder) {
        Shop shop = empty(folder, Map.of());
        train(shop.program);
        return shop;
    }

    /** Runs the undisturbed shop, unless that is done, so that no test's own time goes into it. */
    static void awaitUndisturbed() {
        undisturbed(FIRST_NIGHT.plusDays(1));
    }

    private static Shop open(Path folder, Map<String, String> more) {
        Shop shop = empty(folder, more);
        land(shop.program);
        return shop;
    }

    private static Shop empty(Path folder, Map<String, String> more) {
        TestDatabase.Schema schema = TestDatabase.freshSchema().migrate();
        Map<String, String> settings = new HashMap<>(Map.of(
                "spring.datasource.url", schema.jdbcUrl(),
                "spring.datasource.username", schema.username(),
                "spring.datasource.password", schema.password(),
                "ALLEGIANCE_HOME", folder.resolve("home").toString()));
        settings.putAll(more);
        return new Shop(schema, new Program(Map.copyOf(settings), folder));
    }

    /** Every partition of every step takes several chunks, and a killed run is given up on after a second. */
    static Map<String, String> smallChunks() {
        return Map.of(
                "allegiance.nightly.chunk.days", "5",
                "allegiance.nightly.chunk.histories", "10",
                "allegiance.nightly.chunk.scores", Integer.toString(SCORES_IN_CHUNK),
                "allegiance.lease.time-to-live", "1s");
    }

    /** Lands the trade, trains a model and publishes the first night, in large chunks: they are not what a test looks at. */
    static void land(Program program) {
        Program quick = program;
        for (String chunk : smallChunks().keySet()) {
            if (chunk.startsWith("allegiance.nightly.chunk.")) {
                quick = quick.with(chunk, "20000");
            }
        }
        train(quick);
        quick.runWell("nightly", "--date", FIRST_NIGHT.toString());
    }

    private static void train(Program program) {
        program.runWell("import", trade(program.folder()).toString());
        program.train(FIRST_NIGHT);
    }

    private static Path trade(Path folder) {
        try {
            Path csv = folder.resolve("trade.csv");
            if (!Files.exists(csv)) {
                new TradeGenerator(PLAN).writeTransactions(csv, PLAN.firstDay(), lastNight());
            }
            return csv;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Program program() {
        return program;
    }

    TestDatabase.Schema schema() {
        return schema;
    }

    Tables tables() {
        return Tables.of(schema.dataSource());
    }

    /** The night that comes next, on which there was trade. */
    LocalDate nextNight() {
        night = nights.next();
        return night;
    }

    /** Publishes the night that came last, if it is not. */
    void finishTheNight() {
        long open = tables().count("SELECT COUNT(*) FROM run WHERE business_date = ? AND state <> 'COMPLETED'", night);
        if (open > 0) {
            program.run("nightly", "--date", night.toString());
        }
    }

    /** The nights after the first, in order. */
    static List<LocalDate> dates() {
        return FIRST_NIGHT
                .plusDays(1)
                .datesUntil(lastNight().plusDays(1))
                .filter(date -> date.getDayOfWeek() != DayOfWeek.SUNDAY)
                .limit(NIGHTS)
                .toList();
    }

    private static LocalDate lastNight() {
        return FIRST_NIGHT.plusDays(NIGHTS + NIGHTS / 6 + 2);
    }

    /** What an undisturbed night of a date leaves behind. */
    static Tables.Night undisturbed(LocalDate date) {
        return Undisturbed.NIGHTS.get(date);
    }

    @Override
    public void close() {
        schema.close();
    }

    /** A shop that nobody disturbs, run through once for all tests, in one chunk a step: that must not matter either. */
    private static final class Undisturbed {

        static final Map<LocalDate, Tables.Night> NIGHTS = run();

        private static Map<LocalDate, Tables.Night> run() {
            Path folder = temporaryFolder();
            try (Shop shop = open(folder, Map.of());
                    ConfigurableApplicationContext context = shop.program.application()) {
                Map<LocalDate, Tables.Night> nights = new HashMap<>();
                for (LocalDate date : dates()) {
                    context.getBean(NightlyRun.class).run(date, null);
                    nights.put(date, shop.tables().night(date));
                }
                return Map.copyOf(nights);
            }
        }

        private static Path temporaryFolder() {
            try {
                Path folder = Files.createTempDirectory("allegiance-chaos-");
                folder.toFile().deleteOnExit();
                return folder;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
