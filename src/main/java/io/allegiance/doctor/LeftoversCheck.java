package io.allegiance.doctor;

import io.allegiance.quarantine.Quarantine;
import io.allegiance.quarantine.WaitingCount;
import java.util.List;
import org.springframework.stereotype.Component;

/** What waits for somebody, counted. */
@Component
final class LeftoversCheck implements HealthCheck {

    private final Records records;
    private final Quarantine quarantine;

    LeftoversCheck(Records records, Quarantine quarantine) {
        this.records = records;
        this.quarantine = quarantine;
    }

    @Override
    public List<Finding> examine() {
        Records.Leftovers left = records.leftovers();
        List<WaitingCount> waiting = quarantine.count();
        return List.of(Finding.ok(
                "leftovers",
                waiting.stream().mapToLong(WaitingCount::ofSource).sum() + " lines of the source and "
                        + waiting.stream().mapToLong(WaitingCount::ofFiles).sum() + " of files wait rejected, "
                        + left.historiesDue() + " histories are due, "
                        + left.spentSlots() + " slots are to be emptied"));
    }
}
