package io.allegiance.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.allegiance.scoring.CustomerScore;
import io.allegiance.scoring.SegmentState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The feed against what readers saw after each publication. */
@Tag("database")
class SegmentFeedTest {

    private static final LocalDate D = ScoreSamples.DATE;

    @AutoClose
    private static final PublishSetting SETTING = new PublishSetting();

    @BeforeEach
    void empty() {
        SETTING.empty();
    }

    @Test
    void tellsWhoCameMovedAndVanishedInOrderOfCustomer() {
        publish(D, "gone LOYAL", "moved LOYAL", "stayed LOST");
        assertThat(feed()).containsExactly("gone: - LOYAL " + D, "moved: - LOYAL " + D, "stayed: - LOST " + D);

        publish(D.plusDays(1), "moved LOST", "new LOYAL", "stayed LOST");
        assertThat(feed().subList(3, 6))
                .containsExactly(
                        "gone: LOYAL - " + D.plusDays(1),
                        "moved: LOYAL LOST " + D.plusDays(1),
                        "new: - LOYAL " + D.plusDays(1));
    }

    @Test
    void aDateThatIsPublishedAgainAddsOnlyWhatItChanges() {
        publish(D, "a LOYAL", "b LOYAL");
        publish(D.plusDays(1), "a LOST", "b LOYAL");
        assertThat(feed()).hasSize(3);
        publish(D.plusDays(1), "a LOST", "b LOYAL");
        assertThat(feed()).hasSize(3);
        publish(D.plusDays(1), "a LOYAL", "b LOST");
        assertThat(feed().subList(3, 5))
                .containsExactly("a: LOST LOYAL " + D.plusDays(1), "b: LOYAL LOST " + D.plusDays(1));
    }

    @Test
    void anEarlierDateThatReadersDoNotSeeAddsNothing() {
        publish(D, "a LOYAL");
        publish(D.minusDays(1), "a LOST", "b LOST");
        assertThat(feed()).containsExactly("a: - LOYAL " + D);
        publish(D.plusDays(1), "a LOYAL", "b LOYAL");
        assertThat(feed()).containsExactly("a: - LOYAL " + D, "b: - LOYAL " + D.plusDays(1));
    }

    @Test
    void whoReturnsIsThereAnewInTheSameSegmentOrAnother() {
        publish(D, "a LOYAL", "b LOYAL", "c LOST");
        publish(D.plusDays(1), "c LOST");
        publish(D.plusDays(2), "a LOYAL", "b LOST", "c LOST");
        assertThat(feed().subList(5, 7)).containsExactly("a: - LOYAL " + D.plusDays(2), "b: - LOST " + D.plusDays(2));
    }

    @Test
    void replayedFromEmptyItGivesWhatReadersSawAfterEachPublication() {
        SplittableRandom random = new SplittableRandom(9);
        LocalDate date = D;
        LocalDate last = D.minusDays(1);
        for (int i = 0; i < 30; i++) {
            date = last.plusDays(random.nextInt(4) - 1);
            Publication publication = publish(date, customers(random));
            boolean seen = !date.isBefore(last);
            assertThat(changesOf(publication) == 0 || seen).isTrue();
            assertThat(replay()).isEqualTo(segments("current_customer_score"));
            if (seen) {
                last = date;
                assertThat(replay())
                        .isEqualTo(segments("customer_score_history WHERE publication = " + publication.publication()));
            }
        }
        assertThat(feed()).anyMatch(change -> change.contains(": - ")).anyMatch(change -> change.contains(" - 2"));
        assertThat(SETTING.texts("SELECT CONCAT(publication, ' ', customer_id) FROM segment_change ORDER BY sequence"))
                .isEqualTo(SETTING.texts("SELECT CONCAT(publication, ' ', customer_id) FROM segment_change"
                        + " ORDER BY publication, customer_id"));
    }

    @Test
    void numbersHaveNoGapsAndAreGivenAgainOnlyWhereNobodySawThem() {
        publish(D, "a LOYAL", "b LOYAL", "c LOST", "d LOST", "e LOST");
        assertThat(numbers()).containsExactly("1", "2", "3", "4", "5");
        SETTING.execute("INSERT INTO segment_feed (sequence, publication, customer_id, changed_on) VALUES"
                + " (6, 9, 'left behind', '" + D + "'), (7, 9, 'left behind', '" + D + "'),"
                + " (8, 9, 'left behind', '" + D + "')");
        assertThat(numbers()).as("what readers see").hasSize(5);

        publish(D.plusDays(1), "a LOST", "b LOST", "c LOST", "d LOST", "e LOST");
        assertThat(numbers()).containsExactly("1", "2", "3", "4", "5", "6", "7");
        assertThat(SETTING.texts("SELECT COUNT(*) FROM segment_feed")).containsExactly("7");
    }

    @Test
    void aPublicationThatIsTakenBackWithItsTransactionShowsNothing() {
        publish(D, "a LOYAL");
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> SETTING.inTransaction(() -> {
                    publish(D.plusDays(1), "a LOST", "b LOST", "c LOST");
                    throw new IllegalStateException("held");
                }));
        assertThat(feed()).containsExactly("a: - LOYAL " + D);
        publish(D.plusDays(1), "a LOYAL", "b LOST");
        assertThat(feed()).containsExactly("a: - LOYAL " + D, "b: - LOST " + D.plusDays(1));
        assertThat(numbers()).containsExactly("1", "2");
    }

    private static List<String> numbers() {
        return SETTING.texts("SELECT sequence FROM segment_change ORDER BY sequence");
    }

    private static String[] customers(SplittableRandom random) {
        List<String> customers = new ArrayList<>();
        for (String customer : List.of("A", "a", "b", "é", "客户", "🛒", "z")) {
            if (random.nextInt(4) > 0) {
                customers.add(
                        customer + " " + List.of("LOYAL", "LOST", "AT_RISK").get(random.nextInt(3)));
            }
        }
        return customers.toArray(String[]::new);
    }

    private static Publication publish(LocalDate date, String... customersAndSegments) {
        List<CustomerScore> rows = new ArrayList<>();
        for (String row : customersAndSegments) {
            String[] parts = row.split(" ");
            rows.add(ScoreSamples.scored(parts[0], date, SegmentState.first(parts[1], date)));
        }
        return SETTING.publish(date, rows);
    }

    private static List<String> feed() {
        return SETTING.texts("SELECT CONCAT(customer_id, ': ', COALESCE(from_segment, '-'), ' ',"
                + " COALESCE(to_segment, '-'), ' ', changed_on) FROM segment_change ORDER BY sequence");
    }

    private static int changesOf(Publication publication) {
        return SETTING.texts("SELECT customer_id FROM segment_change WHERE publication = " + publication.publication())
                .size();
    }

    /** As a reader would: one change after the other, each of which must begin where the last one ended. */
    private static Map<String, String> replay() {
        Map<String, String> segments = new TreeMap<>();
        for (String change : feed()) {
            String[] parts = change.split(": | ");
            String before = parts[2].equals("-") ? segments.remove(parts[0]) : segments.put(parts[0], parts[2]);
            assertThat(before == null ? "-" : before).as(change).isEqualTo(parts[1]);
        }
        return segments;
    }

    private static Map<String, String> segments(String from) {
        Map<String, String> segments = new TreeMap<>();
        for (String row : SETTING.texts("SELECT CONCAT(customer_id, ' ', segment) FROM " + from)) {
            segments.put(row.split(" ")[0], row.split(" ")[1]);
        }
        return segments;
    }
}
