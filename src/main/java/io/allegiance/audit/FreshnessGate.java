package io.allegiance.audit;

import io.allegiance.calendar.OpenDays;
import io.allegiance.failure.GateHeldException;
import io.allegiance.publish.Publication;
import io.allegiance.run.Closures;
import io.allegiance.run.Confirmations;
import io.allegiance.run.Run;
import io.allegiance.settings.nightly.ConfigurationSource;
import io.allegiance.settings.nightly.FrozenConfiguration;
import io.allegiance.settings.nightly.FrozenConfiguration.Staleness;
import io.allegiance.training.ModelRegistry;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Holds a night whose data or model is stale, or lets it through with the fact for readers, as configured. */
@Component
public final class FreshnessGate {

    private static final String HELD = "; nothing was published and what was published stays. ";

    private final Closures closures;
    private final Confirmations confirmations;
    private final ExpectedEmptyDays emptyDays;
    private final ModelRegistry models;
    private final ConfigurationSource configurations;

    FreshnessGate(
            Closures closures,
            Confirmations confirmations,
            ExpectedEmptyDays emptyDays,
            ModelRegistry models,
            ConfigurationSource configurations) {
        this.closures = closures;
        this.confirmations = confirmations;
        this.emptyDays = emptyDays;
        this.models = models;
        this.configurations = configurations;
    }

    /**
     * What readers may know of a night's age.
     *
     * @param published the ages, and what is stale of them
     * @param goodThrough the last date for which data and model are fresh; the night's own where they are, or where an earlier version
     *     of the program began the night
     */
    public record Verdict(Publication.Freshness published, LocalDate goodThrough) {}

    /** Holds the night where data or model is stale, unless stale nights are to be published, or somebody confirmed the data. */
    void check(Run run) {
        FrozenConfiguration frozen = configurations.getFrozen(run);
        if (frozen.toStaleness().holds()) {
            Freshness freshness = measure(run, frozen);
            freshness.findStaleData().filter(stale -> !isConfirmed(run)).ifPresent(stale -> {
                throw new GateHeldException(stale + HELD + "Land what is missing and run the same command again; or,"
                        + " where nothing is missing, confirm it with 'allegiance nightly --date " + run.businessDate()
                        + " --confirm-empty --by NAME --reason TEXT'");
            });
            freshness.findStaleModel().ifPresent(stale -> {
                throw new GateHeldException(stale + HELD + "Run 'allegiance train --as-of " + run.businessDate()
                        + "' and the same command again; or, to publish with the old model, 'allegiance publish --date "
                        + run.businessDate() + " --force --by NAME --reason TEXT'");
            });
        }
    }

    /** A confirmed date without a line answers for the days after it too, until one has a line. */
    private boolean isConfirmed(Run run) {
        return confirmations.find(run.runId()).isPresent() || emptyDays.isConfirmedEarlier(run);
    }

    /** Says for readers how old data and model of a night are; where an earlier confirmation covers it, records that. */
    public Verdict judge(Run run) {
        Freshness freshness = measure(run, configurations.getFrozen(run));
        Optional<String> staleData = freshness.findStaleData().filter(each -> !isConfirmed(run));
        String stale = Stream.of(staleData, freshness.findStaleModel())
                .flatMap(Optional::stream)
                .collect(Collectors.joining("; "));
        return new Verdict(
                new Publication.Freshness(
                        freshness.newestData(), freshness.modelAsOf(), stale.isEmpty() ? null : stale),
                freshness.goodThrough(staleData.isEmpty()));
    }

    private Freshness measure(Run run, FrozenConfiguration frozen) {
        Staleness limits = frozen.toStaleness();
        return Freshness.of(
                run.businessDate(),
                closures.listDaysWithLines(run.runId(), run.businessDate()),
                models.get(run.getFrozen().getModelVersion()).model().asOf(),
                limits,
                OpenDays.without(frozen.toClosureRules().configured()));
    }
}
