package io.allegiance.audit;

import io.allegiance.failure.GateHeldException;
import io.allegiance.failure.UpstreamException;
import io.allegiance.intake.line.DayTotals;
import io.allegiance.intake.line.Manifest;
import io.allegiance.intake.source.ManifestTable;
import io.allegiance.run.Decision;
import io.allegiance.settings.nightly.NightlySettings;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Returns whether all of a day is there, where upstream announces how much that is. */
@Component
public final class UpstreamCheck {

    private final ManifestTable manifests;
    private final boolean required;

    UpstreamCheck(ManifestTable manifests, NightlySettings settings) {
        this.manifests = manifests;
        this.required = settings.requireManifest();
    }

    /**
     * Requires that the lines of a day are those announced.
     *
     * @param forced the override to take in more than was announced; null without one
     * @throws UpstreamException when lines are missing, or the announcement is where one is required
     * @throws GateHeldException when there are more lines than announced
     */
    public void requireComplete(DayTotals day, @Nullable Decision forced) {
        LocalDate date = day.businessDate();
        Optional<Manifest> manifest = manifests.find(date);
        if (manifest.isEmpty() && required) {
            throw new UpstreamException(
                    "the manifest of " + date + " is not there yet, so nobody knows whether the day is"
                            + " whole; nothing was published. When it has landed in feed_manifest, run the same command again");
        }
        manifest.filter(announced -> announced.isMissing(day)).ifPresent(announced -> {
            throw new UpstreamException("not all of " + date + " is there yet: " + announced.compare(day)
                    + " announced; nothing was published. When the rest has landed, run the same command again");
        });
        manifest.filter(announced -> announced.isExceeded(day) && forced == null)
                .ifPresent(announced -> {
                    throw new GateHeldException(date + " has more than was announced: " + announced.compare(day)
                            + "; nothing was published. Take away what came twice, or correct the manifest with 'allegiance"
                            + " import --kind manifest --replace FILE', and run the same command again");
                });
    }
}
