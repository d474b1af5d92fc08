package io.allegiance.ops;

import io.allegiance.intake.RejectionReason;
import io.allegiance.platform.Json;
import io.allegiance.quarantine.Quarantine;
import io.allegiance.quarantine.WaitingCount;
import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The waiting lines as JSON, written as they are read: one line of text for each. */
final class RejectsJson {

    private final PrintWriter out;
    private boolean first = true;

    RejectsJson(PrintWriter out) {
        this.out = out;
    }

    /** How many lines wait for a reason, and what to do about it. */
    private record Reason(String reason, long lines, long ofFiles, long ofSource, String meaning, String mend) {

        static Reason of(WaitingCount count) {
            return new Reason(
                    count.reason().name(),
                    count.lines(),
                    count.ofFiles(),
                    count.ofSource(),
                    count.reason().sentence(),
                    count.reason().mend());
        }
    }

    void print(List<WaitingCount> counts, Quarantine quarantine, @Nullable RejectionReason reason) {
        out.println(
                "{\"waiting\":" + counts.stream().mapToLong(WaitingCount::lines).sum() + ",");
        out.println("\"reasons\":" + Json.write(counts.stream().map(Reason::of).toList()) + ",");
        out.print("\"lines\":[");
        quarantine.forEachLineOfFiles(reason, Long.MAX_VALUE, this::print);
        quarantine.forEachLineOfSource(reason, Long.MAX_VALUE, this::print);
        out.println("]}");
    }

    private void print(Object line) {
        out.print((first ? "\n" : ",\n") + Json.write(line));
        first = false;
    }
}
