package io.allegiance.outcome;

import io.allegiance.crossselling.ProposalMethod;
import io.allegiance.run.Closures;
import io.allegiance.run.Run;
import io.allegiance.run.RunThresholds;
import io.allegiance.run.Runs;
import io.allegiance.scoring.ChurnBands;
import io.allegiance.scoring.NightThresholds;
import io.allegiance.scoring.ScoringModel;
import io.allegiance.settings.nightly.ConfigurationSource;
import io.allegiance.training.ModelRegistry;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Reads what past publications were computed with. */
@Component
public final class PastNights {

    private static final Logger LOG = LoggerFactory.getLogger(PastNights.class);

    private final ModelRegistry models;
    private final Runs runs;
    private final RunThresholds thresholds;
    private final ConfigurationSource configuration;
    private final Closures closures;

    PastNights(
            ModelRegistry models,
            Runs runs,
            RunThresholds thresholds,
            ConfigurationSource configuration,
            Closures closures) {
        this.models = models;
        this.runs = runs;
        this.thresholds = thresholds;
        this.configuration = configuration;
        this.closures = closures;
    }

    /** Says why a publication can no longer be computed. */
    static final class UnreadableNightException extends Exception {

        private static final long serialVersionUID = 1;

        UnreadableNightException(String reason) {
            super(reason);
        }
    }

    /**
     * Reads the night of a publication.
     *
     * @throws UnreadableNightException when its model or what its run froze is gone, or this program cannot read it
     * @throws DataAccessException when the database fails
     */
    PastNight read(PastPublication past) throws UnreadableNightException {
        Run run = runs.find(past.runId())
                .orElseThrow(() -> new UnreadableNightException("the record of its run was deleted"));
        Map<String, String> frozen = thresholds.get(run.runId());
        if (run.frozen() == null || frozen.isEmpty()) {
            throw new UnreadableNightException("the thresholds of its run were deleted");
        }
        ScoringModel model = readModel(past.modelVersion() == null ? "" : past.modelVersion());
        NightThresholds known = read("thresholds of its run", () -> NightThresholds.of(frozen));
        ChurnBands bands = read(
                "configuration of its run", () -> configuration.getFrozen(run).toChurnBands(known));
        return new PastNight(model.at(past.scoreDate(), closures.getOpenDays(run.runId())), model, known, bands);
    }

    private ScoringModel readModel(String version) throws UnreadableNightException {
        return read(
                        "model " + version,
                        () -> models.find(version).map(known -> known.toScoringModel(ProposalMethod.LIFT)))
                .orElseThrow(() -> new UnreadableNightException("the model " + version + " is no longer registered"));
    }

    /** A text that was stored by another version of the program may fail in any way; the database may not. */
    private static <T> T read(String what, Supplier<T> text) throws UnreadableNightException {
        try {
            return text.get();
        } catch (DataAccessException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.debug("unreadable: {}", what, e);
            throw new UnreadableNightException("this version of the program cannot read the " + what);
        }
    }
}
