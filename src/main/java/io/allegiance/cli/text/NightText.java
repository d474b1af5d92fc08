package io.allegiance.cli.text;

import io.allegiance.job.NightlyRun;
import io.allegiance.publish.Publication;
import io.allegiance.run.Decision;
import io.allegiance.wording.Counted;
import io.allegiance.wording.Printable;
import java.io.PrintWriter;
import java.util.Locale;

/** What a night published, as text. */
public final class NightText {

    private NightText() {}

    /** Prints the outcome of one night. */
    public static void print(NightlyRun.Outcome outcome, PrintWriter out) {
        Publication publication = outcome.publication();
        out.printf(
                Locale.ROOT,
                "published %s of %s (publication %d, model %s, score digest %s, row digest %s)%n",
                Counted.of(publication.customers(), "customer"),
                publication.scoreDate(),
                publication.publication(),
                publication.modelVersion(),
                publication.scoreDigest(),
                publication.rowDigest());
        if (publication.horizonDigest() != null) {
            out.println("further horizons: digest " + publication.horizonDigest());
        }
        if (publication.modelNote() != null) {
            out.println("the model has a reservation: " + publication.modelNote());
        }
        if (publication.dayNote() != null) {
            out.println(publication.dayNote());
        }
        if (publication.freshness().staleReason() != null) {
            out.println(
                    "published although it is stale: " + publication.freshness().staleReason());
        }
        if (!outcome.seen()) {
            out.println("readers keep the later date that they see already");
        }
        if (outcome.rejectedLines() > 0) {
            out.printf(
                    Locale.ROOT,
                    "%s rejected%s; 'allegiance rejects' lists them and says how to correct them%n",
                    Counted.of(outcome.rejectedLines(), "line was", "lines were"),
                    outcome.refusedAtImport() > 0 ? ", " + outcome.refusedAtImport() + " of them at import" : "");
        }
    }

    /** Prints the outcome of a night that was published by force. */
    public static void printForced(NightlyRun.Outcome outcome, Decision decision, PrintWriter out) {
        Publication publication = outcome.publication();
        out.printf(
                Locale.ROOT,
                "published %s of %s (publication %d), forced by %s%s%n",
                Counted.of(publication.customers(), "customer"),
                publication.scoreDate(),
                publication.publication(),
                Printable.of(decision.by()),
                outcome.seen() ? "" : "; readers keep the later date that they see already");
    }

    /** Prints the outcome of one night of a backfill in a line, at once. */
    public static void printLine(NightlyRun.Outcome outcome, PrintWriter out) {
        Publication publication = outcome.publication();
        out.printf(
                Locale.ROOT,
                "%s  publication %d, %s, model %s, score digest %s, row digest %s%s%n",
                publication.scoreDate(),
                publication.publication(),
                Counted.of(publication.customers(), "customer"),
                publication.modelVersion(),
                publication.scoreDigest(),
                publication.rowDigest(),
                outcome.rejectedLines() > 0 ? ", " + Counted.of(outcome.rejectedLines(), "line") + " rejected" : "");
        out.flush();
    }
}
