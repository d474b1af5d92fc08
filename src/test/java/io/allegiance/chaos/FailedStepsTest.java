package io.allegiance.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.testing.Sample;
import io.allegiance.testing.TestDatabase;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A step fails, wherever it is, for a reason that passes. The command says so in one message and what readers see is not
 * harmed; whoever types what {@code status} tells gets the night that nothing happened to, and no step is done twice.
 */
@Tag("story")
@Tag("chaos")
@Timeout(120)
class FailedStepsTest {

    private static final Set<StepOfNight> PARTITIONED =
            EnumSet.of(StepOfNight.TAKE_IN_TRANSACTIONS, StepOfNight.UPDATE_HISTORIES, StepOfNight.SCORE_CUSTOMERS);

    private static final String AGAIN = "run the same command again";

    @TempDir
    static Path folder;

    private static Shop shop;
    private static DisturbedSteps night;
    private static int cuts;
    private static int stops;

    @BeforeAll
    static void openShop() {
        shop = Shop.open(folder);
    }

    @AfterAll
    static void closeShop() {
        Sample.printDone("FailedStepsTest cuts", cuts);
        Sample.printDone("FailedStepsTest stops", stops);
        shop.close();
    }

    /** Steps in one piece; all of them with {@code -Dallegiance.extended=true}. */
    static Set<StepOfNight> cut() {
        Set<StepOfNight> steps = some(StepOfNight.SET_THRESHOLDS, StepOfNight.PUBLISH_SCORES);
        steps.removeAll(PARTITIONED);
        return steps;
    }

    /** The first and the last, and between them another one on each kind of server. */
    private static Set<StepOfNight> some(StepOfNight onEmbedded, StepOfNight onMySql) {
        return Sample.isExtended()
                ? EnumSet.allOf(StepOfNight.class)
                : EnumSet.of(
                        StepOfNight.OPEN_DAY,
                        TestDatabase.isEmbedded() ? onEmbedded : onMySql,
                        StepOfNight.WRITE_REPORT);
    }

    /** On the embedded database one connection at a time; on a MySQL all of them, as when the server is restarted. */
    @ParameterizedTest
    @MethodSource("cut")
    void theConnectionIsCut(StepOfNight step) throws Exception {
        begin(step, cut());
        Program.End end;
        try (Gate gate = new Gate(shop.schema(), step.position())) {
            CompletableFuture<Program.End> run = start(shop.program());
            gate.awaitReached(run);
            if (TestDatabase.isEmbedded()) {
                gate.cutWaiting();
            } else {
                gate.cutAll();
            }
            gate.open();
            end = run.get(60, TimeUnit.SECONDS);
        }
        boolean published = step.isAfterPublishing();
        Advice.assertOneMessage(end, 20, AGAIN, night.readers(published));
        night.assertUnharmedIn(step, published, shop.tables());
        carryOnFrom(step, "FAILED");
        cuts++;
    }

    /** A partition is tried again as soon as there is a connection; where there is none in time, the same command does the rest. */
    @Test
    void aPartitionWhoseConnectionIsCutIsTriedAgain() throws Exception {
        begin(StepOfNight.OPEN_DAY, Set.of());
        Program.End end;
        try (Gate gate = new Gate(shop.schema(), StepOfNight.SCORE_CUSTOMERS.position())) {
            CompletableFuture<Program.End> run = start(shop.program());
            gate.awaitReached(run);
            gate.cutWaiting();
            gate.open();
            end = run.get(60, TimeUnit.SECONDS);
        }
        assertThat(end.code()).as(end.err()).isZero();
        assertThat(shop.tables().night(night.date())).isEqualTo(Shop.undisturbed(night.date()));
        assertThat(shop.tables().list("SELECT state FROM run_claim WHERE step = 'scoreCustomers'"))
                .containsOnly("DONE");
        cuts++;
    }

    /** Steps that take it in different ways; all with {@code -Dallegiance.extended=true}. */
    static Set<StepOfNight> stopped() {
        return some(StepOfNight.TAKE_IN_TRANSACTIONS, StepOfNight.AUDIT_SCORES);
    }

    /** A chunk under way is committed and no other begun; a step in one piece comes to its end. */
    @ParameterizedTest
    @MethodSource("stopped")
    void theProgramIsAskedToStop(StepOfNight step) throws Exception {
        begin(step, stopped());
        Program.End end;
        try (Gate gate = new Gate(shop.schema(), step.position());
                Program.Running run =
                        shop.program().start("nightly", "--date", night.date().toString())) {
            gate.awaitReached(run);
            run.askToStop();
            gate.open();
            end = run.awaitEnd();
        }
        boolean published = step.isAfterPublishing() || step == StepOfNight.PUBLISH_SCORES;
        Advice.assertOneMessage(end, 30, "The same command carries the run", night.readers(published));
        night.assertUnharmedIn(step, published, shop.tables());
        carryOnFrom(step, "STOPPED");
        stops++;
    }

    @Test
    void aLockIsNotFreeInTime() throws Exception {
        begin(StepOfNight.OPEN_DAY, Set.of());
        String url = shop.schema().jdbcUrl();
        Program impatient = shop.program()
                .with(
                        "spring.datasource.url",
                        url + (url.contains("?") ? "&" : "?") + "sessionVariables=innodb_lock_wait_timeout=1");
        Program.End end;
        try (Gate gate = new Gate(shop.schema(), StepOfNight.SCORE_CUSTOMERS.position())) {
            CompletableFuture<Program.End> run = start(impatient);
            gate.awaitReached(run);
            end = run.get(60, TimeUnit.SECONDS);
        }
        Advice.assertOneMessage(end, 20, "a lock was not free in time", night.readers(false));
        assertThat(shop.tables().seen()).isEqualTo(night.before());
        follow(Advice.ask(shop.program(), night.date()));
    }

    /** Somebody else's transaction, which did more, waits for rows of the night, and the night for one of its rows. */
    @Test
    void twoTransactionsAreInEachOthersWay() throws Exception {
        begin(StepOfNight.OPEN_DAY, Set.of());
        Program.End end;
        try (Gate gate = new Gate(shop.schema(), StepOfNight.SET_THRESHOLDS.position())) {
            gate.hold("UPDATE transaction_line SET store = 'elsewhere' WHERE business_date < '2025-10-01'");
            CompletableFuture<Program.End> run = start(shop.program());
            gate.awaitReached(run);
            gate.hold("SELECT * FROM run_threshold FOR UPDATE");
            end = run.get(60, TimeUnit.SECONDS);
        }
        Advice.assertOneMessage(end, 20, "this one gave in", night.readers(false));
        assertThat(shop.tables().seen()).isEqualTo(night.before());
        follow(Advice.ask(shop.program(), night.date()));
    }

    /**
     * A night is killed, and then the clocks of the database and of the program's machine are set back by an hour: its last
     * sign of life lies an hour ahead, and so does all that it recorded.
     */
    @Test
    void theClocksAreSetBackByAnHour() throws Exception {
        begin(StepOfNight.OPEN_DAY, EnumSet.of(StepOfNight.SCORE_CUSTOMERS));
        try (Gate gate = new Gate(shop.schema(), StepOfNight.SCORE_CUSTOMERS.position());
                Program.Running run =
                        shop.program().start("nightly", "--date", night.date().toString())) {
            gate.awaitReached(run);
            run.kill();
        }
        new JdbcTemplate(shop.schema().dataSource())
                .batchUpdate(
                        "UPDATE run_heartbeat SET expires_at = expires_at + INTERVAL 1 HOUR",
                        "UPDATE BATCH_JOB_EXECUTION SET CREATE_TIME = CREATE_TIME + INTERVAL 1 HOUR, START_TIME = START_TIME"
                                + " + INTERVAL 1 HOUR, LAST_UPDATED = LAST_UPDATED + INTERVAL 1 HOUR",
                        "UPDATE BATCH_STEP_EXECUTION SET CREATE_TIME = CREATE_TIME + INTERVAL 1 HOUR, START_TIME = START_TIME"
                                + " + INTERVAL 1 HOUR, END_TIME = END_TIME + INTERVAL 1 HOUR, LAST_UPDATED = LAST_UPDATED +"
                                + " INTERVAL 1 HOUR");

        Advice advice = Advice.ask(shop.program(), night.date());

        assertThat(advice.status()).contains("CUT OFF");
        night.assertFinished(advice.follow(shop.program()), shop.tables());
    }

    private static void begin(StepOfNight step, Set<StepOfNight> steps) {
        if (step.isFirst()) {
            night = new DisturbedSteps(shop.nextNight(), shop.tables().seen(), steps);
        }
    }

    /** What a person does: looks at the status, and, when nothing more is to happen to the night, types what it says. */
    private static void carryOnFrom(StepOfNight step, String state) {
        Advice advice = Advice.ask(shop.program(), night.date());
        assertThat(advice.next()).isEqualTo("nightly --date " + night.date());
        assertThat(advice.status()).contains(": " + state + " since ");
        if (step.isLast()) {
            night.assertFinished(advice.follow(shop.program()), shop.tables());
        }
    }

    private static void follow(Advice advice) {
        assertThat(advice.next()).isEqualTo("nightly --date " + night.date());
        Program.End end = advice.follow(shop.program());
        assertThat(end.code()).as(end.err()).isZero();
        assertThat(shop.tables().night(night.date())).isEqualTo(Shop.undisturbed(night.date()));
    }

    private static CompletableFuture<Program.End> start(Program program) {
        LocalDate date = night.date();
        return CompletableFuture.supplyAsync(() -> program.run("nightly", "--date", date.toString()));
    }
}
