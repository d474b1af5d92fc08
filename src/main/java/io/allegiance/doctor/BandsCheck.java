package io.allegiance.doctor;

import io.allegiance.publish.Publication;
import io.allegiance.publish.Publications;
import io.allegiance.run.Runs;
import io.allegiance.scoring.BandCounts;
import io.allegiance.scoring.ChurnBand;
import io.allegiance.scoring.ChurnBandLimits;
import io.allegiance.settings.nightly.ConfigurationSource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whether the edges between churn bands tell the customers apart that readers see. */
@Component
final class BandsCheck implements HealthCheck {

    private static final String CHECK = "churn bands";

    private final Publications publications;
    private final Runs runs;
    private final ConfigurationSource configurations;
    private final StateQueries state;

    BandsCheck(Publications publications, Runs runs, ConfigurationSource configurations, StateQueries state) {
        this.publications = publications;
        this.runs = runs;
        this.configurations = configurations;
        this.state = state;
    }

    @Override
    public List<Finding> examine() {
        return List.of(publications
                .findCurrent()
                .map(this::examine)
                .orElseGet(() -> Finding.ok(CHECK, "nothing is published yet")));
    }

    private Finding examine(Publication current) {
        ChurnBandLimits limits = configurations.readCurrent().toChurnBandLimits();
        if (limits.areShares()) {
            return Finding.ok(CHECK, limits.text() + ": each night sets the edges");
        }
        if (!configurations
                .getFrozen(runs.get(current.runId()))
                .toChurnBandLimits()
                .equals(limits)) {
            return Finding.ok(CHECK, limits.text() + ": edited since the publication of " + current.scoreDate());
        }
        BandCounts counts = state.countBands(current.slot());
        Optional<String> crowding = counts.findCrowding(limits);
        return crowding.isPresent()
                ? Finding.warn(CHECK, crowding.get(), BandCounts.ADVICE)
                : Finding.ok(
                        CHECK,
                        "%s: %d LOW, %d MEDIUM, %d HIGH"
                                .formatted(
                                        limits.text(),
                                        counts.of(ChurnBand.LOW),
                                        counts.of(ChurnBand.MEDIUM),
                                        counts.of(ChurnBand.HIGH)));
    }
}
