package io.allegiance.doctor;

import java.util.List;
import org.springframework.stereotype.Component;

/** What waits for somebody, counted. */
@Component
final class LeftoversCheck implements HealthCheck {

    private final Records records;

    LeftoversCheck(Records records) {
        this.records = records;
    }

    @Override
    public List<Finding> examine() {
        Records.Leftovers left = records.leftovers();
        return List.of(Finding.ok(
                "leftovers",
                left.sourceRejections() + " lines of the source and " + left.importRejections()
                        + " of files wait rejected, " + left.historiesDue() + " histories are due, "
                        + left.spentSlots() + " slots are to be emptied"));
    }
}
