package io.allegiance.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.Allegiance;
import io.allegiance.job.NightlyRun;
import io.allegiance.rfm.RfmScore;
import io.allegiance.run.Decision;
import io.allegiance.scoring.ChurnBands;
import io.allegiance.scoring.PreviousSegment;
import io.allegiance.scoring.ScoreColumns;
import io.allegiance.scoring.SegmentHysteresis;
import io.allegiance.scoring.SegmentState;
import io.allegiance.segment.SegmentFacts;
import io.allegiance.segment.SegmentRules;
import io.allegiance.segment.file.SegmentRulesFile;
import io.allegiance.story.Readers.SegmentChange;
import io.allegiance.testing.Commands;
import io.allegiance.testing.Sample;
import io.allegiance.testing.SharedData;
import io.allegiance.testing.TestDatabase;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The last nights of a real shop, one after the other, as those who read segments live through them.
 *
 * <p>Ten of them, of one customer in three; all sixty with {@code -Dallegiance.extended=true}, all customers with {@code
 * -Dallegiance.whole=true}. On the embedded database alone: other stories run nights on MySQL.
 */
@Tag("embedded")
class A15_SixtyNightsOfSegmentsTest {

    private static final LocalDate LAST_NIGHT = LocalDate.of(2011, 12, 9);
    private static final LocalDate TRAINED = LAST_NIGHT.minusDays(60);
    private static final Sample NIGHTS = Sample.of("A15 nights", "allegiance.nights", 10, 60);
    private static final int FLAP_NIGHTS = 7;
    private static final SegmentRules RULES = SegmentRulesFile.shipped(ChurnBands.DEFAULT.edges());
    private static final SegmentHysteresis HOLD = new SegmentHysteresis(FLAP_NIGHTS, RULES.segments());

    @AutoClose
    private static final TestDatabase.Schema SCHEMA = TestDatabase.freshSchema().migrate();

    private final Readers readers = Readers.of(SCHEMA);
    private final RunRecords runs = RunRecords.of(SCHEMA);
    private final Map<String, String> replayed = new TreeMap<>();
    private final Map<String, List<SegmentState>> lived = new TreeMap<>();
    private long sequence;

    @TempDir
    private Path folder;

    /** A published row, as far as segments go. */
    private record Row(SegmentState state, RfmScore rfm, SegmentFacts facts) {}

    @Test
    void segmentsFollowRulesAndFeedTellsEveryChange() {
        // Given two years of trade and a model
        Commands commands = Commands.on(SCHEMA, folder.resolve("home")).with("allegiance.nightly.oldest-model", "100d");
        commands.succeed(
                "import",
                SharedData.oneCustomerIn(3, "online_retail_ii.csv.gz", folder).toString());
        commands.succeed("train", "--as-of", TRAINED.toString());

        liveThroughTheNights();
        requireHardlyAnybodyFlaps();

        // And each dimension is spread over its range
        ScoreColumns.LOYALTY.stream()
                .filter(column -> !column.equals("advocacy_score"))
                .forEach(this::requireSpread);
        assertThat(readers.values("advocacy_score"))
                .as("the shop has no referrals")
                .isEmpty();
        NIGHTS.printDone();
    }

    /** Each segment is what the rules and the night before make of the row, and the feed tells exactly what changed. */
    private void liveThroughTheNights() {
        try (ConfigurableApplicationContext program = program()) {
            Map<String, Row> before = Map.of();
            for (LocalDate date = LAST_NIGHT.minusDays(NIGHTS.size() - 1L);
                    !date.isAfter(LAST_NIGHT);
                    date = date.plusDays(1)) {
                program.getBean(NightlyRun.class).run(date, new Decision("test", "days without trade are real"));
                Map<String, Row> now = published();
                requireFollows(now, before, date);
                replay();
                assertThat(replayed).as("after %s", date).isEqualTo(segments(now));
                now.forEach((customer, row) ->
                        lived.computeIfAbsent(customer, id -> new ArrayList<>()).add(row.state()));
                before = now;
            }
        }
    }

    private void requireHardlyAnybodyFlaps() {
        long flaps = lived.values().stream()
                .mapToLong(A15_SixtyNightsOfSegmentsTest::countFlaps)
                .sum();
        double aMonth = flaps * 30.0 / NIGHTS.size() / lived.size();
        assertThat(aMonth).as("%d times of %d customers", flaps, lived.size()).isLessThan(0.01);
        assertThat(lived.values())
                .as("segments do change")
                .anyMatch(states ->
                        states.stream().map(SegmentState::segment).distinct().count() > 1);
    }

    private ConfigurableApplicationContext program() {
        return new SpringApplicationBuilder(Allegiance.class)
                .web(WebApplicationType.NONE)
                .run(Stream.concat(
                                Stream.of(SCHEMA.properties()),
                                Stream.of(
                                        "ALLEGIANCE_HOME=" + folder.resolve("home"),
                                        "allegiance.nightly.oldest-model=100d"))
                        .map(property -> "--" + property)
                        .toArray(String[]::new));
    }

    private static void requireFollows(Map<String, Row> now, Map<String, Row> before, LocalDate date) {
        now.forEach((customer, row) -> {
            Row past = before.get(customer);
            SegmentState tonight = SegmentState.first(
                    row.facts() == null ? SegmentRules.NO_PURCHASE : RULES.segmentOf(row.facts()), date);
            PreviousSegment known = past == null ? null : new PreviousSegment(past.state(), recency(past));
            assertThat(row.state()).as("%s on %s", customer, date).isEqualTo(HOLD.after(known, tonight, recency(row)));
        });
    }

    private static Integer recency(Row row) {
        return row.rfm() == null ? null : row.rfm().recency();
    }

    private static Map<String, String> segments(Map<String, Row> rows) {
        Map<String, String> segments = new TreeMap<>();
        rows.forEach((customer, row) -> segments.put(customer, row.state().segment()));
        return segments;
    }

    /** As a reader does it: everything beyond the last sequence that was seen. */
    private void replay() {
        for (SegmentChange change : readers.changesAfter(sequence)) {
            sequence = change.sequence();
            String from = change.to() == null
                    ? replayed.remove(change.customer())
                    : replayed.put(change.customer(), change.to());
            assertThat(change.from()).isEqualTo(from);
        }
    }

    /** How often a segment is left and back within seven nights. */
    private static long countFlaps(List<SegmentState> nights) {
        long flaps = 0;
        for (int night = 1; night < nights.size(); night++) {
            String left = nights.get(night - 1).segment();
            if (!nights.get(night).segment().equals(left)
                    && nights.subList(night, Math.min(nights.size(), night + FLAP_NIGHTS)).stream()
                            .anyMatch(state -> state.segment().equals(left))) {
                flaps++;
            }
        }
        return flaps;
    }

    private void requireSpread(String column) {
        List<BigDecimal> values = readers.values(column);
        assertThat(values).as(column).hasSizeGreaterThan(Boolean.getBoolean("allegiance.whole") ? 1_000 : 500);
        Map<BigDecimal, Integer> counts = new TreeMap<>();
        values.forEach(value -> counts.merge(value, 1, Integer::sum));
        assertThat(Collections.max(counts.values()))
                .as("most at one %s", column)
                .isLessThanOrEqualTo(values.size() / 2);
        assertThat(values.get(values.size() * 9 / 10).subtract(values.get(values.size() / 10)))
                .as("from the tenth to the ninetieth in a hundred of %s", column)
                .isGreaterThan(BigDecimal.TEN);
    }

    private Map<String, Row> published() {
        Map<String, Row> rows = new TreeMap<>();
        Map<String, LocalDate> lastDays = runs.lastPurchaseDays();
        LocalDate start = runs.historyStart(readers.date());
        readers.forEachRow(row ->
                rows.put(row.getString("customer_id"), toRow(row, start, lastDays.get(row.getString("customer_id")))));
        return rows;
    }

    private static Row toRow(ResultSet row, LocalDate start, LocalDate lastDay) throws SQLException {
        SegmentState state = new SegmentState(
                row.getString("segment"),
                row.getString("previous_segment"),
                row.getObject("segment_since", LocalDate.class));
        BigDecimal churn = row.getBigDecimal("churn_probability");
        if (churn == null) {
            return new Row(state, null, null);
        }
        RfmScore rfm = new RfmScore(
                row.getInt("recency_score"),
                row.getInt("frequency_score"),
                row.getObject("monetary_score", Integer.class));
        LocalDate date = row.getObject("score_date", LocalDate.class);
        SegmentFacts.Days days = new SegmentFacts.Days(
                (int) ChronoUnit.DAYS.between(lastDay, date), (int) ChronoUnit.DAYS.between(start, date));
        return new Row(state, rfm, SegmentFacts.of(rfm, churn.unscaledValue().longValueExact(), days));
    }
}
