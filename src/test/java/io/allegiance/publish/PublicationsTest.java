package io.allegiance.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.allegiance.failure.AttentionException;
import io.allegiance.run.Run;
import io.allegiance.run.RunState;
import io.allegiance.scoring.SegmentState;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class PublicationsTest {

    private static final LocalDate D = ScoreSamples.DATE;

    @AutoClose
    private static final PublishSetting SETTING = new PublishSetting();

    private final Publications publications = SETTING.publications;

    @BeforeEach
    void empty() {
        SETTING.empty();
    }

    @Test
    void readersSeeNothingUntilSomethingIsPublished() {
        Run run = SETTING.open(D);
        SETTING.write(run.getFrozen().slot(), List.of(ScoreSamples.scored("C", D, SegmentState.first("LOYAL", D))));
        assertThat(publications.findCurrent()).isEmpty();
        assertThat(current()).isEmpty();
    }

    @Test
    void readersSeeTheLatestDateAndOfItTheNewest() {
        Publication first = SETTING.publish(D);
        assertThat(publications.findCurrent()).contains(first);
        Publication second = SETTING.publish(D.plusDays(1));
        assertThat(publications.findCurrent()).contains(second);
        assertThat(current()).containsExactly("C " + D.plusDays(1));
        Publication again = SETTING.publish(D.plusDays(1));
        assertThat(publications.findCurrent()).contains(again);
        assertThat(again.publication()).isGreaterThan(second.publication());
    }

    @Test
    void earlierDateIsPublishedBehindLaterOne() {
        Publication later = SETTING.publish(D);
        Publication earlier = SETTING.publish(D.minusDays(1));
        assertThat(publications.findCurrent()).contains(later);
        assertThat(current()).containsExactly("C " + D);
        assertThat(publications.findOfDate(D.minusDays(1))).contains(earlier);
        assertThat(SETTING.texts("SELECT publication FROM customer_score_history ORDER BY publication"))
                .containsExactly("" + later.publication(), "" + earlier.publication());
    }

    @Test
    void aDateMeansItsNewestPublicationThatWasNotRolledBack() {
        Publication first = SETTING.publish(D);
        Publication second = SETTING.publish(D);
        SETTING.publish(D.plusDays(1));
        assertThat(publications.findOfDate(D)).contains(second);
        SETTING.rollBack(second);
        assertThat(publications.findOfDate(D)).contains(first);
        assertThat(publications.findOfRun(second.runId())).isEmpty();
        SETTING.rollBack(first);
        assertThat(publications.findOfDate(D)).isEmpty();
    }

    @Test
    void segmentsLookBackAtTheLastDateBeforeWhateverWasPublishedSince() {
        Publication monday = SETTING.publish(D);
        SETTING.publish(D.plusDays(2));
        Publication tuesday = SETTING.publish(D.plusDays(1));
        assertThat(publications.findPrevious(D)).isEmpty();
        assertThat(publications.findPrevious(D.plusDays(1))).contains(monday);
        assertThat(publications.findPrevious(D.plusDays(2))).contains(tuesday);
        SETTING.rollBack(tuesday);
        assertThat(publications.findPrevious(D.plusDays(2))).contains(monday);
    }

    @Test
    void theSummaryCountsEachSegment() {
        Publication publication = SETTING.publish(
                D,
                List.of(
                        ScoreSamples.returnsOnly("r", D),
                        ScoreSamples.scored("a", D, SegmentState.first("LOYAL", D)),
                        ScoreSamples.scored("b", D, SegmentState.first("LOYAL", D))));
        List<Publication.SegmentLine> lines = publications.listSegments(publication.publication());
        assertThat(lines).extracting(Publication.SegmentLine::segment).containsExactly("LOYAL", "NO_PURCHASE");
        assertThat(lines).extracting(Publication.SegmentLine::customers).containsExactly(2L, 1L);
        assertThat(lines.get(0).valueAtRisk()).isEqualByComparingTo("533.5402");
        assertThat(lines.get(1).meanChurnProbability()).isNull();
    }

    @Test
    void whenNoSlotIsFreeItIsSaidWhatFreesOne() {
        SETTING.execute("UPDATE score_slot SET state = 'TAKEN'");
        assertThat(publications.countFreeSlots()).isZero();
        assertThatThrownBy(() -> SETTING.open(D))
                .isInstanceOf(AttentionException.class)
                .hasMessageContaining("'allegiance maintain'");
    }

    @Test
    void oldPublicationsAreEmptiedAndThatWhichReadersSeeIsNotHoweverOld() {
        Publication seen = SETTING.publish(D);
        for (int i = 1; i <= 6; i++) {
            SETTING.publish(D.minusDays(i));
        }
        assertThat(SETTING.emptyOldSlots()).isEqualTo(6 - PublishSetting.KEPT);

        assertThat(publications.findCurrent()).contains(seen);
        assertThat(current()).containsExactly("C " + D);
        assertThat(SETTING.texts("SELECT score_date FROM customer_score_history ORDER BY score_date"))
                .containsExactly("" + D.minusDays(6), "" + D.minusDays(5), "" + D.minusDays(4), "" + D);
        assertThat(publications.findOfDate(D.minusDays(2))).isEmpty();
        assertThat(publications.countFreeSlots()).isEqualTo(64 - 1 - PublishSetting.KEPT);
        assertThat(SETTING.emptyOldSlots()).isZero();
    }

    @Test
    void aSlotThatWasEmptiedServesAgainAndItsOldPublicationStaysForgotten() {
        Publication old = SETTING.publish(D);
        for (int i = 1; i <= PublishSetting.KEPT; i++) {
            SETTING.publish(D.plusDays(i));
        }
        assertThat(SETTING.emptyOldSlots()).isEqualTo(1);
        Publication next = SETTING.publish(D.plusDays(9));
        assertThat(next.slot()).isEqualTo(old.slot());
        assertThat(SETTING.texts(
                        "SELECT COUNT(*) FROM customer_score_history WHERE publication = " + old.publication()))
                .containsExactly("0");
        assertThat(current()).containsExactly("C " + D.plusDays(9));
    }

    @Test
    void abandonedSlotsAreEmptiedAndFailedOnesKept() {
        SETTING.publish(D);
        Publication rolledBack = SETTING.publish(D.minusDays(1));
        SETTING.rollBack(rolledBack);
        Run abandoned = SETTING.open(D.plusDays(1));
        SETTING.runs.setState(abandoned.runId(), RunState.ABANDONED, "given up");
        Run failed = SETTING.open(D.plusDays(2));
        SETTING.runs.setState(failed.runId(), RunState.FAILED, "disk full");

        assertThat(SETTING.emptyOldSlots()).isEqualTo(2);
        assertThat(SETTING.texts("SELECT run_id FROM score_slot WHERE state = 'TAKEN' AND run_id = " + failed.runId()))
                .hasSize(1);
        assertThat(publications.countFreeSlots()).isEqualTo(62);
    }

    @Test
    void aRunThatPublishedKeepsItsRowsWhateverBecameOfItSince() {
        Publication published = SETTING.publish(D);
        SETTING.publish(D.plusDays(1));
        SETTING.runs.setState(published.runId(), RunState.ABANDONED, "the report could not be written");

        assertThat(SETTING.emptyOldSlots()).isZero();
        assertThat(publications.findOfRun(published.runId())).isPresent();
    }

    @Test
    void halfEmptiedSlotIsEmptiedByNextMaintenance() {
        SETTING.publish(D);
        Publication second = SETTING.publish(D.plusDays(1));
        SETTING.execute("UPDATE score_pointer SET publication = NULL, slot = NULL");
        SETTING.execute("UPDATE score_slot SET state = 'SPENT' WHERE slot = " + second.slot());

        assertThat(SETTING.emptyOldSlots()).isEqualTo(1);
        assertThat(SETTING.texts("SELECT COUNT(*) FROM customer_score WHERE slot = " + second.slot()))
                .containsExactly("0");
        assertThat(publications.countFreeSlots()).isEqualTo(63);
    }

    @Test
    void aMaintenanceThatSleptEmptiesNoSlotThatWasFreedAndServesAgain() {
        Publication old = SETTING.publish(D);
        for (int i = 1; i <= PublishSetting.KEPT; i++) {
            SETTING.publish(D.plusDays(i));
        }
        SETTING.slots.empty(PublishSetting.KEPT, () -> {
            assertThat(SETTING.emptyOldSlots()).as("another one, meanwhile").isEqualTo(1);
            SETTING.write(old.slot(), List.of(ScoreSamples.scored("N", D, SegmentState.first("LOYAL", D))));
        });
        assertThat(SETTING.texts("SELECT customer_id FROM customer_score WHERE slot = " + old.slot()))
                .containsExactly("N");
    }

    private static List<String> current() {
        return SETTING.texts("SELECT CONCAT(customer_id, ' ', score_date) FROM current_customer_score");
    }
}
