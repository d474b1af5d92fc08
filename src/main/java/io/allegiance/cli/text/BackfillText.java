package io.allegiance.cli.text;

import io.allegiance.job.BackfillPlan;
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
                "%d of %d nights would be run; they need a slot each, and %d are free%n",
                plan.due().size(),
                plan.nights().size(),
                plan.freeSlots());
    }
}
