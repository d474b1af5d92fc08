package io.allegiance.doctor;

import io.allegiance.calendar.Closure;
import io.allegiance.run.Closures;
import io.allegiance.run.RunDays;
import io.allegiance.settings.ClosureSettings;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** The closures as of the last day that was taken in: those that follow from its lines, and those configured. */
@Component
final class ClosuresCheck implements HealthCheck {

    private static final String NAME = "closures";

    private final Closures closures;
    private final ClosureSettings settings;
    private final RunDays days;

    ClosuresCheck(Closures closures, ClosureSettings settings, RunDays days) {
        this.closures = closures;
        this.settings = settings;
        this.days = days;
    }

    @Override
    public List<Finding> examine() {
        LocalDate last = days.findLastTakenIn().orElse(LocalDate.EPOCH);
        List<Closure> known = closures.getKnown(last, settings.toRules()).listAsOf(last);
        return List.of(Finding.ok(NAME, Closure.describe(known)));
    }
}
