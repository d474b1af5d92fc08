package io.allegiance.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.intake.CustomerRange;
import io.allegiance.publish.ScorableHistories.Scorable;
import io.allegiance.publish.ScorableHistories.ScorableStream;
import io.allegiance.scoring.SegmentBefore;
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
        Map<String, SegmentBefore> expected = new LinkedHashMap<>();
        expected.put("new", null);
        expected.put("returns", new SegmentBefore(SegmentState.first("NO_PURCHASE", D), null));
        expected.put("scored", new SegmentBefore(state, 2));
        assertThat(read(before.slot())).isEqualTo(expected);
    }

    @Test
    void withoutAPublicationBeforeEverybodyIsNew() {
        assertThat(read(null).values()).hasSize(3).containsOnlyNulls();
    }

    private static Map<String, SegmentBefore> read(Integer slot) {
        Map<String, SegmentBefore> read = new LinkedHashMap<>();
        try (ScorableStream stream = SETTING.histories.stream(new CustomerRange(0, "", null), "", D, slot)) {
            for (Scorable next = stream.read(); next != null; next = stream.read()) {
                read.put(next.history().customerId(), next.before());
            }
        }
        return read;
    }
}
