package io.allegiance.cli.text;

import io.allegiance.job.claim.ClaimLine;
import io.allegiance.wording.TimeSpan;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;

/**
 * Prints who works on which partition of a run, for how long, and at which attempt, and the partitions that were tried more than
 * once.
 *
 * @param at now, in UTC
 */
record ClaimsText(List<ClaimLine> claims, LocalDateTime at, PrintWriter out) {

    void print() {
        claims.stream()
                .filter(claim -> claim.isHeld() || claim.failure() != null)
                .forEach(this::print);
    }

    private void print(ClaimLine claim) {
        out.printf(
                Locale.ROOT,
                "    %-20s %-9s attempt %d%s%s%s%n",
                claim.step() + ":" + claim.partition(),
                claim.state(),
                claim.attempts(),
                claim.worker() == null ? "" : ", " + claim.worker(),
                claim.isHeld() && claim.takenAt() != null
                        ? ", for " + TimeSpan.describe(Duration.between(claim.takenAt(), at))
                        : "",
                claim.failure() == null ? "" : ": " + claim.failure());
    }
}
