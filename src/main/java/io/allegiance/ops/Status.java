package io.allegiance.ops;

import io.allegiance.publish.Publication;
import io.allegiance.run.RunSteps.StepLine;
import io.allegiance.run.Runs.RunLine;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where things stand.
 *
 * @param published what readers see; null where nothing is published
 * @param run the run in question: of the date asked for, else the newest; null where there is none
 * @param steps its steps so far, partitions included
 * @param recent the newest runs, newest first
 * @param freeSlots how many more publications there is room for
 * @param next the one command to type next
 */
record Status(
        @Nullable Publication published,
        @Nullable RunLine run,
        List<StepLine> steps,
        List<RunLine> recent,
        int freeSlots,
        String next) {

    void print(PrintWriter out) {
        if (published == null) {
            out.println("published   nothing yet");
        } else {
            out.printf(
                    Locale.ROOT,
                    "published   %s: %d customers, publication %d, model %s, good until %s UTC%n",
                    published.scoreDate(),
                    published.customers(),
                    published.publication(),
                    published.modelVersion(),
                    published.goodUntil());
            if (published.modelNote() != null) {
                out.println("            " + published.modelNote());
            }
        }
        if (run != null) {
            printRun(out, run);
        }
        if (recent.size() > 1) {
            out.println("runs");
            recent.forEach(each -> out.printf(
                    Locale.ROOT,
                    "  %-8s %s attempt %d  %s%n",
                    each.job().title(),
                    each.businessDate(),
                    each.attempt(),
                    each.state()));
        }
        out.printf(Locale.ROOT, "free slots  %d%n", freeSlots);
        out.println("next        " + next);
    }

    private void printRun(PrintWriter out, RunLine line) {
        out.printf(
                Locale.ROOT,
                "run         %s %s, attempt %d: %s since %s UTC%n",
                line.job().title(),
                line.businessDate(),
                line.attempt(),
                line.state(),
                line.endedAt() == null ? line.startedAt() : line.endedAt());
        if (line.message() != null) {
            out.println("            " + line.message());
        }
        for (StepLine step : steps) {
            out.printf(
                    Locale.ROOT,
                    "  %-32s %-10s read %d, written %d%n",
                    step.name(),
                    step.status(),
                    step.read(),
                    step.written());
        }
    }
}
