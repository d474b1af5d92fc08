package io.allegiance.doctor;

import io.allegiance.intake.source.SourceTransactions;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** The view {@code source_transaction}: its columns and their types, that it can be read, and how far its lines go. */
@Component
final class SourceCheck implements HealthCheck {

    private static final String NAME = "source";
    private static final String LAND =
            "allegiance import FILE, or see to the tables behind the view source_transaction";

    private final SourceTransactions source;
    private final CheckClock tonight;

    SourceCheck(SourceTransactions source, CheckClock tonight) {
        this.source = source;
        this.tonight = tonight;
    }

    @Override
    public List<Finding> examine() {
        LocalDate last = source.findLastDate().orElse(null);
        if (last == null) {
            return List.of(Finding.fail(NAME, "source_transaction has no lines", LAND));
        }
        String found = "lines of " + source.findFirstDate().orElse(last) + " to " + last;
        return List.of(
                last.isBefore(tonight.date())
                        ? Finding.warn(NAME, found + ", none of " + tonight.date() + " yet", LAND)
                        : Finding.ok(NAME, found));
    }
}
