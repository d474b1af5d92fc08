package io.allegiance.doctor;

import io.allegiance.intake.quarantine.Quarantine;
import io.allegiance.intake.quarantine.QuarantineCount;
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
                waiting.stream().mapToLong(QuarantineCount::ofSource).sum() + " lines of the source and "
                        + waiting.stream().mapToLong(QuarantineCount::ofFiles).sum() + " of files wait rejected, "
                        + left.historiesDue() + " histories are due, "
                        + left.spentSlots() + " slots are to be emptied"));
    }
}
