package io.allegiance.doctor;

import io.allegiance.intake.quarantine.Quarantine;
import io.allegiance.intake.quarantine.QuarantineCount;
import io.allegiance.wording.Counted;
import java.util.List;
import org.springframework.stereotype.Component;

/** Counts work that is left over and waits for a person. */
@Component
final class LeftoversCheck implements HealthCheck {

    private final StateQueries records;
    private final Quarantine quarantine;

    LeftoversCheck(StateQueries records, Quarantine quarantine) {
        this.records = records;
        this.quarantine = quarantine;
    }

    @Override
    public List<Finding> examine() {
        StateQueries.Leftovers left = records.leftovers();
        List<QuarantineCount> waiting = quarantine.count();
        return List.of(Finding.ok(
                "leftovers",
                Counted.of(waiting.stream().mapToLong(QuarantineCount::ofSource).sum(), "line") + " of the source and "
                        + waiting.stream().mapToLong(QuarantineCount::ofFiles).sum() + " of files wait rejected, "
                        + Counted.of(left.historiesDue(), "history is", "histories are") + " due, "
                        + Counted.of(left.spentSlots(), "slot is", "slots are") + " to be emptied"));
    }
}
