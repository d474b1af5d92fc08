package io.allegiance.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.publish.HorizonScores.Totals;
import io.allegiance.run.AuditCheck;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HorizonTotalsTest {

    private static final Totals WHOLE = new Totals(10, 10, 0);

    @Test
    void aRowForEachScoredCustomerOverEachHorizonBalances() {
        assertThat(failures(Map.of(30, WHOLE, 365, WHOLE), 10)).isEmpty();
        assertThat(failures(Map.of(), 0)).isEmpty();
    }

    @Test
    void whatIsMissingOrTooMuchIsNamed() {
        assertThat(failures(Map.of(30, WHOLE), 10))
                .containsExactly("rows over 365 days", "scored customers over 365 days");
        assertThat(failures(Map.of(30, WHOLE, 365, new Totals(11, 10, 0)), 10)).containsExactly("rows over 365 days");
        assertThat(failures(Map.of(30, WHOLE, 365, new Totals(10, 9, 0)), 10))
                .containsExactly("scored customers over 365 days");
        assertThat(failures(Map.of(30, WHOLE, 365, new Totals(10, 10, 1)), 10))
                .containsExactly("values out of range over 365 days");
        assertThat(failures(Map.of(30, WHOLE, 365, WHOLE, 60, new Totals(1, 1, 0)), 10))
                .containsExactly("rows over other horizons");
    }

    private static List<String> failures(Map<Integer, Totals> totals, long scored) {
        return ControlTotals.checkHorizons(List.of(30, 365), totals, scored).stream()
                .filter(check -> !check.balanced())
                .map(AuditCheck::name)
                .toList();
    }
}
