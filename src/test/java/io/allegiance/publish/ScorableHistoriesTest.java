package io.allegiance.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.customer.CustomerRange;
import io.allegiance.publish.ScorableHistories.Scorable;
import io.allegiance.publish.ScorableHistories.ScorableStream;
import io.allegiance.scoring.PreviousSegment;
import io.allegiance.scoring.SegmentState;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class ScorableHistoriesTest {

    private static final LocalDate D = ScoreSamples.DATE;

    @AutoClose
    private static final PublishSetting SETTING = new PublishSetting();

    @BeforeEach
    void threeCustomersOfWhomTwoWereScored() {
        SETTING.empty();
        for (String customer : List.of("new", "returns", "scored")) {
            SETTING.execute("INSERT INTO purchase_history (customer_id, purchase_days, purchase_days_365,"
                    + " repeat_spend_days, repeat_spend) VALUES ('" + customer + "', 0, 0, 0, 0)");
        }
    }

    @Test
    void eachCustomerComesWithSegmentAndRecencyOfThePublicationBefore() {
        SegmentState state = new SegmentState("LOST", "LOYAL", D.minusDays(3));
        Publication before = SETTING.publish(
                D, List.of(ScoreSamples.returnsOnly("returns", D), ScoreSamples.scored("scored", D, state)));
        Map<String, PreviousSegment> expected = new LinkedHashMap<>();
        expected.put("new", null);
        expected.put("returns", new PreviousSegment(SegmentState.first("NO_PURCHASE", D), null));
        expected.put("scored", new PreviousSegment(state, 2));
        assertThat(read(before.slot())).isEqualTo(expected);
    }

    @Test
    void withoutAPublicationBeforeEverybodyIsNew() {
        assertThat(read(Publication.NO_SLOT).values()).hasSize(3).containsOnlyNulls();
    }

    @Test
    void whomCustomersReferredIsCountedOnceTheyBought() {
        SETTING.execute("UPDATE purchase_history SET last_purchase_day = '" + D.minusDays(1) + "'");
        SETTING.execute("INSERT INTO referral (referrer_customer_id, referred_customer_id, referred_on) VALUES"
                + " ('returns', 'scored', '" + D.minusDays(5) + "'), ('returns', 'new', '" + D.minusDays(1) + "'),"
                + " ('scored', 'new', '" + D + "'), ('new', 'scored', '" + D.plusDays(1) + "'),"
                + " ('new', 'nobody', '" + D.minusDays(5) + "'), ('a stranger', 'new', '" + D.minusDays(5) + "'),"
                + " ('other stranger', 'new', '" + D.minusDays(5) + "')");
        assertThat(referred(new CustomerRange(0, "", null), "")).isEqualTo(Map.of("new", 0, "returns", 2, "scored", 0));
    }

    @Test
    void aRangeIsReadBehindTheLastCustomerOnly() {
        SETTING.execute("UPDATE purchase_history SET last_purchase_day = '" + D + "'");
        SETTING.execute("INSERT INTO referral (referrer_customer_id, referred_customer_id, referred_on) VALUES"
                + " ('new', 'scored', '" + D + "'), ('returns', 'scored', '" + D + "'), ('scored', 'new', '" + D
                + "')");
        assertThat(referred(new CustomerRange(1, "new", "scored"), "")).isEqualTo(Map.of("new", 1, "returns", 1));
        assertThat(referred(new CustomerRange(1, "new", "scored"), "new")).isEqualTo(Map.of("returns", 1));
        assertThat(referred(new CustomerRange(2, "returns", null), "returns")).isEqualTo(Map.of("scored", 1));
    }

    private static Map<String, Integer> referred(CustomerRange range, String after) {
        Map<String, Integer> referred = new LinkedHashMap<>();
        try (ScorableStream stream = SETTING.histories.stream(range, after, D, Publication.NO_SLOT)) {
            for (Scorable next = stream.read(); next != null; next = stream.read()) {
                referred.put(next.history().customerId(), next.referredBuyers());
            }
        }
        return referred;
    }

    private static Map<String, PreviousSegment> read(int slot) {
        Map<String, PreviousSegment> read = new LinkedHashMap<>();
        try (ScorableStream stream = SETTING.histories.stream(new CustomerRange(0, "", null), "", D, slot)) {
            for (Scorable next = stream.read(); next != null; next = stream.read()) {
                read.put(next.history().customerId(), next.before());
            }
        }
        return read;
    }
}
