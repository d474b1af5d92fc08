package io.allegiance.doctor;

import io.allegiance.training.ModelRegistry;
import io.allegiance.training.ModelRegistry.Registered;
import io.allegiance.wording.Counted;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;

/** The model that a night would use. */
@Component
final class ModelCheck implements HealthCheck {

    private static final int OLD_DAYS = 30;

    private final ModelRegistry models;
    private final CheckClock tonight;

    ModelCheck(ModelRegistry models, CheckClock tonight) {
        this.models = models;
        this.tonight = tonight;
    }

    @Override
    public List<Finding> examine() {
        return List.of(models.findActive(tonight.date())
                .map(this::examine)
                .orElseGet(() -> Finding.fail(
                        "model",
                        "there is no active model as of " + tonight.date() + " or before",
                        "allegiance train")));
    }

    private Finding examine(Registered active) {
        long days = ChronoUnit.DAYS.between(active.model().asOf(), tonight.date());
        String note = active.model().findNote().orElse(null);
        String found = active.version() + ", " + Counted.of(days, "day") + " old"
                + (note == null ? "" : "; it has a reservation: " + note);
        if (days > OLD_DAYS) {
            return Finding.warn("model", found, "allegiance train");
        }
        return note == null
                ? Finding.ok("model", found)
                : Finding.warn("model", found, "see 'allegiance models', and train again when there is more data");
    }
}
