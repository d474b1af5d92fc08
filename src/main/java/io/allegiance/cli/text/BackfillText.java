package io.allegiance.cli.text;

import io.allegiance.job.BackfillPlan;
import io.allegiance.wording.Counted;
import java.io.PrintWriter;
import java.util.Locale;

/** What a backfill would do, as text. */
public final class BackfillText {

    private BackfillText() {}

    public static void print(BackfillPlan plan, PrintWriter out) {
        plan.nights()
                .forEach(night -> out.println(night.date() + (night.due() ? "  run   " : "  skip  ") + night.why()));
        out.printf(
                Locale.ROOT,
                "%d of %s would be run; each needs a slot, and %s free%n",
                plan.due().size(),
                Counted.of(plan.nights().size(), "night"),
                Counted.of(plan.freeSlots(), "is", "are"));
    }
}
