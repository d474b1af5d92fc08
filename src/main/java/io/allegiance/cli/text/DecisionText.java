package io.allegiance.cli.text;

import io.allegiance.decision.RecordedDecision;
import io.allegiance.wording.Printable;
import java.io.PrintWriter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Prints decisions for a person: what, who and why on one line, and on the next one who really ran the command. */
public final class DecisionText {

    private DecisionText() {}

    /** @param lastHash the hash of the newest decision of all; null without any */
    public static void print(List<RecordedDecision> decisions, @Nullable String lastHash, PrintWriter out) {
        if (decisions.isEmpty()) {
            out.println("no decision is recorded");
        }
        decisions.forEach(decision -> print(decision, out));
        if (lastHash != null) {
            out.println("hash of the newest decision: " + lastHash);
        }
    }

    private static void print(RecordedDecision decision, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%4d  %s UTC  %-8s  %s%s%s%n",
                decision.id(),
                decision.decidedAt().truncatedTo(ChronoUnit.SECONDS),
                decision.kind(),
                Printable.of(decision.subject()),
                decision.detail() == null ? "" : " (" + Printable.of(decision.detail()) + ")",
                describePerson(decision));
        out.printf(
                Locale.ROOT,
                "      run by %s on %s, as %s (%s), version %s%n",
                Printable.of(decision.osUser()),
                Printable.of(decision.osHost()),
                Printable.of(decision.databaseUser()),
                Printable.of(decision.databaseClient()),
                decision.programVersion());
    }

    private static String describePerson(RecordedDecision decision) {
        if (decision.by() == null) {
            return "";
        }
        return " by " + Printable.of(decision.by())
                + (decision.reason() == null ? "" : ": " + Printable.of(decision.reason()));
    }
}
