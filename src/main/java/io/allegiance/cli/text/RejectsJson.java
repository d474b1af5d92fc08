package io.allegiance.cli.text;

import io.allegiance.intake.line.RejectionReason;
import io.allegiance.intake.quarantine.Quarantine;
import io.allegiance.intake.quarantine.QuarantineCount;
import io.allegiance.platform.Json;
import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the quarantined lines as JSON while they are read: one line of text for each. */
public final class RejectsJson {

    private final PrintWriter out;
    private boolean first = true;

    public RejectsJson(PrintWriter out) {
        this.out = out;
    }

    /** The number of quarantined lines of a reason, and what to do about them. */
    private record Reason(String reason, long lines, long ofFiles, long ofSource, String meaning, String mend) {

        static Reason of(QuarantineCount count) {
            return new Reason(
                    count.reason().name(),
                    count.lines(),
                    count.ofFiles(),
                    count.ofSource(),
                    count.reason().sentence(),
                    count.reason().mend());
        }
    }

    public void print(List<QuarantineCount> counts, Quarantine quarantine, @Nullable RejectionReason reason) {
        out.println("{\"waiting\":"
                + counts.stream().mapToLong(QuarantineCount::lines).sum() + ",");
        out.println(
                "\"reasons\":" + Json.writeLine(counts.stream().map(Reason::of).toList()) + ",");
        out.print("\"lines\":[");
        quarantine.forEachLineOfFiles(reason, Long.MAX_VALUE, this::print);
        quarantine.forEachLineOfSource(reason, Long.MAX_VALUE, this::print);
        out.println("]}");
    }

    private void print(Object line) {
        out.print((first ? "\n" : ",\n") + Json.writeLine(line));
        first = false;
    }
}
