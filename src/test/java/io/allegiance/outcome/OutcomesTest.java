package io.allegiance.outcome;

import static io.allegiance.outcome.PastOutcomes.DATE;
import static io.allegiance.outcome.PastOutcomes.INTERVAL;
import static io.allegiance.outcome.PastOutcomes.group;
import static io.allegiance.outcome.PastOutcomes.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.testing.Repositories;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The table of outcomes, and the segments of past publications. Publications are inserted as rows. */
@Tag("database")
class OutcomesTest {

    private static final LocalDate LATER = DATE.plusYears(1);

    @AutoClose
    private static final Repositories REPOSITORIES = Repositories.of(Outcomes.class, PastSegments.class);

    private final Outcomes outcomes = REPOSITORIES.get(Outcomes.class);
    private final PastSegments segments = REPOSITORIES.get(PastSegments.class);

    @BeforeEach
    void empty() {
        REPOSITORIES.empty("publication_outcome", "score_publication", "segment_feed", "customer_score");
        execute("UPDATE score_pointer SET segment_sequence = 99");
    }

    @Test
    void publicationsThatCountAndAreOldEnoughAreDueOnceAWeek() {
        publish(1, DATE);
        publish(2, DATE);
        publish(3, DATE.plusDays(1));
        publish(4, DATE.plusDays(7));
        publish(5, DATE.plusDays(14));
        rollBack(4);

        assertThat(outcomes.listDue(DATE.plusDays(43), 30))
                .containsExactly(new PastPublication(2, DATE, 102, 2, true, "model", INTERVAL));
        outcomes.save(outcome(1, null), 8);
        assertThat(outcomes.listDue(DATE.plusDays(44), 30))
                .extracting(PastPublication::publication)
                .containsExactly(5L);
        rollBack(2);
        assertThat(outcomes.listDue(DATE.plusDays(44), 30))
                .as("what readers no longer saw has no say")
                .extracting(PastPublication::publication)
                .containsExactly(1L, 5L);
    }

    @Test
    void eachPublicationIsDueOnceItsOwnHorizonHasPassed() {
        for (int week = 0; week < 10; week++) {
            publish(week + 1, DATE.plusWeeks(week));
        }
        execute("UPDATE score_publication SET horizon_days = IF(publication <= 9, 90, 14)");
        assertThat(outcomes.listDue(DATE.plusWeeks(9).plusDays(13), 14)).isEmpty();
        assertThat(outcomes.listDue(DATE.plusWeeks(9).plusDays(14), 14))
                .as("those over 90 days take no place of it")
                .extracting(PastPublication::publication)
                .containsExactly(10L);
        assertThat(outcomes.listDue(DATE.plusDays(90), 14))
                .extracting(PastPublication::publication)
                .containsExactly(1L, 10L);
    }

    @Test
    void anOutcomeThatIsSavedAgainReplacesItself() {
        publish(1, DATE);
        PublicationOutcome first = outcome(0, true)
                .withGroups(List.of(
                        group(GroupKind.ALL, "ALL", 90, 50),
                        group(GroupKind.SEGMENT, "LOYAL", 50, 10),
                        group(GroupKind.FREQUENCY, "16+", 40, 1)));
        PublicationOutcome second = outcome(0, false)
                .withGroups(List.of(
                        group(GroupKind.ALL, "ALL", 91, 51),
                        group(GroupKind.SEGMENT, "LOYAL", 51, 11),
                        group(GroupKind.FREQUENCY, "16+", 41, 2)));
        outcomes.save(first, 8);
        assertThat(outcomes.listNewest(LATER, 5)).containsExactly(first);
        outcomes.save(second, 9);
        assertThat(outcomes.listNewest(LATER, 5)).containsExactly(second);
        assertThat(count("publication_outcome")).isEqualTo(3);
    }

    @Test
    void theNewestWithFiguresHasItsGroups() {
        publish(1, DATE);
        publish(8, DATE.plusDays(7));
        publish(15, DATE.plusDays(14));
        PublicationOutcome known = outcome(7, false)
                .withGroups(List.of(group(GroupKind.ALL, "ALL", 100, 70), group(GroupKind.BAND, "HIGH", 60, 50)));
        PublicationOutcome unknown = PublicationOutcome.unknown(
                new PastPublication(15, DATE.plusDays(14), 115, 15, false, "model", INTERVAL), LATER, "gone");
        outcomes.save(outcome(0, true), 8);
        outcomes.save(known, 8);
        outcomes.save(unknown, 8);

        assertThat(outcomes.listNewest(LATER, 2)).containsExactly(unknown, known);
        assertThat(outcomes.listNewest(LATER.minusDays(1), 2))
                .as("what was not known at the time")
                .containsExactly(known, outcome(0, true));
        assertThat(outcomes.listNewest(DATE, 2)).isEmpty();
    }

    @Test
    void onlyTheTrainingThatRecordedTheNewestOutcomeRaisesTheAlarm() {
        publish(1, DATE);
        publish(31, DATE.plusDays(30));
        outcomes.save(outcome(0, false), 8);
        assertThat(outcomes.findAlarm(8, LATER)).isEmpty();
        outcomes.save(outcome(30, false), 9);
        assertThat(outcomes.findAlarm(9, LATER)).isPresent();
        assertThat(outcomes.findAlarm(8, LATER)).isEmpty();
        assertThat(outcomes.findAlarm(10, LATER)).isEmpty();
        rollBack(31);
        assertThat(outcomes.findAlarm(9, LATER)).isEmpty();
    }

    @Test
    void segmentsComeFromTheRowsWhileTheyAreKept() {
        publish(1, DATE);
        execute("INSERT INTO customer_score (slot, customer_id, score_date, segment, segment_since, eligibility)"
                + " VALUES (1, 'A', '2025-06-02', 'LOYAL', '2025-06-02', 'SCORED')");
        assertThat(segmentsOf(1, true)).containsExactly(Map.entry("A", "LOYAL"));
    }

    @Test
    void segmentsAreWhatReadersSawByTheFeed() {
        publish(1, DATE);
        publish(2, DATE.plusDays(1));
        publish(3, DATE.plusDays(2));
        publish(4, DATE.plusDays(3));
        change(1, "A", "NEW");
        change(1, "B", "NEW");
        change(2, "A", "LOYAL");
        change(3, "B", null);
        rollBack(3);
        change(2, "B", "NEW");
        change(4, "A", "LOST");

        assertThat(segmentsOf(1, false)).isEqualTo(Map.of("A", "NEW", "B", "NEW"));
        assertThat(segmentsOf(2, false)).isEqualTo(Map.of("A", "LOYAL", "B", "NEW"));
        assertThat(segmentsOf(4, false)).isEqualTo(Map.of("A", "LOST", "B", "NEW"));
    }

    @Test
    void aFeedThatDoesNotTellSegmentsGivesNone() {
        publish(1, DATE.plusDays(9));
        publish(2, DATE);
        change(1, "A", "NEW");
        assertThat(segmentsOf(2, false)).as("readers kept a later date").isEmpty();
        assertThat(segmentsOf(1, false)).isNotEmpty();
        execute("DELETE FROM segment_feed");
        assertThat(segmentsOf(1, false)).as("an empty feed").isEmpty();
        publish(3, DATE.plusDays(10));
        change(3, "A", "LOYAL");
        assertThat(segmentsOf(3, false)).as("a shortened feed").isEmpty();
    }

    private Map<String, String> segmentsOf(long publication, boolean retained) {
        return segments.get(
                new PastPublication(publication, DATE, 1, (int) publication, retained, "model", null),
                List.of("A", "B", "C"));
    }

    private static void change(long publication, String customer, String segment) {
        REPOSITORIES
                .sql()
                .sql("INSERT INTO segment_feed (sequence, publication, customer_id, to_segment, changed_on)"
                        + " SELECT COALESCE(MAX(sequence), 0) + 1, ?, ?, ?, '2025-06-02' FROM segment_feed")
                .params(publication, customer)
                .param(segment)
                .update();
    }

    private static void publish(long publication, LocalDate date) {
        REPOSITORIES
                .sql()
                .sql(
                        "INSERT INTO score_publication (publication, score_date, run_id, slot, model_version, customers, scored,"
                                + " score_digest, row_digest, published_at, good_until, mean_churn_low, mean_churn_high)"
                                + " VALUES (?, ?, ?, ?, 'model', 9, 9, '', '', '2025-01-01', '2025-01-02', 0.5, 0.6)")
                .params(publication, date, publication + 100, publication)
                .update();
    }

    private static void rollBack(long publication) {
        execute("UPDATE score_publication SET rolled_back_at = UTC_TIMESTAMP(3) WHERE publication = " + publication);
    }

    private static void execute(String statement) {
        REPOSITORIES.sql().sql(statement).update();
    }

    private static long count(String table) {
        return REPOSITORIES
                .sql()
                .sql("SELECT COUNT(*) FROM " + table)
                .query(Long.class)
                .single();
    }
}
