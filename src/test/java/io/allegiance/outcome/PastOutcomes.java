package io.allegiance.outcome;

import io.allegiance.publish.MeanChurnInterval;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Outcomes that tests make up. */
final class PastOutcomes {

    static final LocalDate DATE = LocalDate.of(2025, 6, 2);
    static final MeanChurnInterval INTERVAL =
            new MeanChurnInterval(new BigDecimal("0.500000"), new BigDecimal("0.600000"));

    private PastOutcomes() {}

    /** The outcome of the publication of a day, of which 70 in 100 churned, with H = 90. */
    static PublicationOutcome outcome(int day, Boolean withinInterval) {
        return new PublicationOutcome(
                day + 1,
                DATE.plusDays(day),
                "model",
                90,
                DATE.plusDays(day + 90L),
                withinInterval == null ? null : INTERVAL,
                withinInterval,
                null,
                List.of(group(GroupKind.ALL, "ALL", 100, 70)));
    }

    static GroupOutcome group(GroupKind kind, String name, long customers, long churned) {
        boolean all = kind == GroupKind.ALL;
        return new GroupOutcome(
                kind,
                name,
                customers,
                churned,
                new BigDecimal("0.550000"),
                new BigDecimal("0.700000"),
                new BigDecimal("0.512345"),
                all ? new BigDecimal("0.150000") : null,
                all ? new BigDecimal("0.646627") : null);
    }
}
