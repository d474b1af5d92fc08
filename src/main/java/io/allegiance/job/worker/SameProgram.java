package io.allegiance.job.worker;

import io.allegiance.failure.AttentionException;
import io.allegiance.job.claim.Offer;
import io.allegiance.run.RunProgram;
import io.allegiance.run.RunPrograms;
import io.allegiance.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whether this process is the same program, set to the same zone and currency, as the one that runs a run: else it would
 * compute something else, and a run must not depend on who works on it.
 */
@Component
final class SameProgram {

    private final RunPrograms programs;
    private final RunProgram own;
    private final Settings settings;
    private @Nullable Lease checked;

    SameProgram(RunPrograms programs, RunProgram own, Settings settings) {
        this.programs = programs;
        this.own = own;
        this.settings = settings;
    }

    private record Lease(long runId, long token) {}

    /** Returns the build of this process. */
    String buildId() {
        return own.buildId();
    }

    /**
     * Requires that this process may work on what is offered.
     *
     * @throws AttentionException when it may not; the message says what differs
     */
    void require(Offer offer) {
        Lease lease = new Lease(offer.runId(), offer.token());
        if (lease.equals(checked)) {
            return;
        }
        settings.requireUnchangedSoFar();
        List<String> differences = programs.find(offer.runId())
                .map(this::differences)
                .orElse(List.of("the manager is of a version without workers"));
        if (!differences.isEmpty()) {
            throw new AttentionException("this worker is not the program that runs run " + offer.runId() + ": "
                    + String.join("; ", differences)
                    + ". Nothing was claimed. Give every host the same jar and the same"
                    + " allegiance.zone and allegiance.reporting-currency, then start the worker again");
        }
        checked = lease;
    }

    private List<String> differences(RunProgram theirs) {
        List<String> differences = new ArrayList<>();
        add(differences, "build", own.buildId(), theirs.buildId());
        add(differences, "zone", own.zone(), theirs.zone());
        add(differences, "currency", own.reportingCurrency(), theirs.reportingCurrency());
        return differences;
    }

    private static void add(List<String> differences, String what, String here, String there) {
        if (!here.equals(there)) {
            differences.add("its " + what + " is " + here + ", the run's " + there);
        }
    }
}
