package io.allegiance.cli.text;

import io.allegiance.demo.DemoRun;
import io.allegiance.publish.Publication;
import io.allegiance.wording.Counted;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** What the demo left behind, as text, with the commands to type next. */
public final class DemoText {

    private static final List<String> NEXT = List.of(
            "scores --customer C000001",
            "explain --customer C000001",
            "scores --export scores.csv",
            "models",
            "status");

    private DemoText() {}

    public static void print(DemoRun.Outcome outcome, PrintWriter out) {
        Publication publication = outcome.publication();
        out.printf(
                Locale.ROOT,
                "Scores of %s, publication %d: %s%n%n",
                publication.scoreDate(),
                publication.publication(),
                Counted.of(publication.customers(), "customer"));
        SegmentTable.print(outcome.segments(), out);
        out.printf(
                Locale.ROOT,
                "%nThe scores lie in the view current_customer_score of %s.%n",
                outcome.embedded() ? "the embedded database in " + outcome.home() : "your database");
        out.println("The report of the last night: " + outcome.report());
        out.println("Type next:");
        String environment = outcome.embedded() ? "ALLEGIANCE_HOME='" + outcome.home() + "' " : "";
        NEXT.forEach(next -> out.println("  " + environment + "jobs/allegiance " + next));
    }
}
