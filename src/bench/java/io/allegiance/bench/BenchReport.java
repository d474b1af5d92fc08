package io.allegiance.bench;

import io.allegiance.platform.Json;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What a benchmark found, for a person as a table and for programs as JSON.
 *
 * @param runs of growing size, one or more
 */
public record BenchReport(List<BenchRun> runs) {

    private static final double MIB = 1024 * 1024;

    public BenchReport {
        runs = List.copyOf(runs);
        if (runs.isEmpty()) {
            throw new IllegalArgumentException("a report needs a run");
        }
    }

    private BenchRun largest() {
        return runs.get(runs.size() - 1);
    }

    /** How many times as long a night of the largest shop took as one of the smallest; 1 where there is only one. */
    public double growthOfNight() {
        return largest().nightly().seconds() / runs.get(0).nightly().seconds();
    }

    /** How many times as long a night took with ten times the history of who stays away; nothing where no run measured it. */
    public OptionalDouble growthByHistory() {
        return runs.stream()
                .map(BenchRun::historyGrowth)
                .filter(OptionalDouble::isPresent)
                .findFirst()
                .orElseGet(OptionalDouble::empty);
    }

    /** Prints the table: rows a second of each way, then the ratios of the largest shop. */
    public void print(PrintWriter out) {
        out.printf(Locale.ROOT, "%s, %d partitions%n", largest().server(), largest().partitions());
        for (BenchRun run : runs) {
            out.printf(
                    Locale.ROOT,
                    "%n%,d customers%s, %.2f %% of whom bought on a measured day; heap up to %.0f MiB%s%n",
                    run.customers(),
                    run.trading() < run.customers()
                            ? String.format(Locale.ROOT, " (%,d of whom trade)", run.trading())
                            : "",
                    100 * run.activeShare(),
                    run.peakHeapBytes() / MIB,
                    run.peakResidentBytes().isPresent()
                            ? String.format(
                                    Locale.ROOT,
                                    ", resident up to %.0f MiB",
                                    run.peakResidentBytes().getAsLong() / MIB)
                            : "");
            run.measures()
                    .forEach((name, measure) -> out.printf(
                            Locale.ROOT,
                            "  %-32s %,14d rows %,14.0f rows/s%n",
                            name,
                            measure.rows(),
                            measure.rowsPerSecond()));
            run.ratios().forEach((name, ratio) -> out.printf(Locale.ROOT, "  %-32s %6.2f%n", name, ratio));
        }
        if (runs.size() > 1) {
            out.printf(
                    Locale.ROOT,
                    "%n%.0f times the customers: %.1f times the time of a night%n",
                    (double) largest().customers() / runs.get(0).customers(),
                    growthOfNight());
        }
        growthByHistory()
                .ifPresent(growth -> out.printf(
                        Locale.ROOT,
                        "%d times the history of who stays away: %.2f times the time of a night%n",
                        LongerHistories.TIMES,
                        growth));
    }

    /** Gets the JSON: the ratios of the largest shop on top, then each run. */
    public String toJson() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("server", largest().server());
        json.put("partitions", largest().partitions());
        json.put("customers", largest().customers());
        json.put("trading", largest().trading());
        json.putAll(largest().ratios());
        json.put("night_growth", growthOfNight());
        growthByHistory().ifPresent(growth -> json.put("history_growth", growth));
        json.put("runs", runs.stream().map(BenchReport::toJson).toList());
        return Json.writePretty(json);
    }

    private static Map<String, @Nullable Object> toJson(BenchRun run) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("customers", run.customers());
        json.put("trading", run.trading());
        json.put("active_share", run.activeShare());
        json.put("peak_heap_bytes", run.peakHeapBytes());
        json.put(
                "peak_resident_bytes",
                run.peakResidentBytes().isPresent() ? run.peakResidentBytes().getAsLong() : null);
        json.putAll(run.ratios());
        Map<String, Object> measures = new LinkedHashMap<>();
        run.measures()
                .forEach((name, measure) -> measures.put(
                        name,
                        Map.of(
                                "rows", measure.rows(),
                                "seconds", measure.seconds(),
                                "rows_per_second", measure.rowsPerSecond())));
        json.put("measures", measures);
        return json;
    }
}
