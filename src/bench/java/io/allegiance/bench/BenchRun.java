package io.allegiance.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** What was measured on a shop of one size. */
public final class BenchRun {

    private final String server;
    private final int partitions;
    private final int customers;
    private final int trading;
    private final Measure rawScoreLoad = new Measure();
    private final Measure scoring = new Measure();
    private final Measure idiomatic = new Measure();
    private final Measure nightly = new Measure();
    private final Measure streaming = new Measure();
    private final Measure intake = new Measure();
    private final Measure rawDayLoad = new Measure();
    private final Measure shortHistories = new Measure();
    private final Measure longHistories = new Measure();
    private Map<String, Measure> starts = Map.of();
    private Measure rawLineLoad = new Measure();
    private Measure importing = new Measure();
    private long activeCustomers;
    private long peakHeapBytes;
    private OptionalLong peakResidentBytes = OptionalLong.empty();

    /**
     * @param server the database's name and version
     * @param partitions of the partitioned steps, and connections of the raw load
     * @param customers of the shop
     * @param trading how many of them trade
     */
    BenchRun(String server, int partitions, int customers, int trading) {
        this.server = server;
        this.partitions = partitions;
        this.customers = customers;
        this.trading = trading;
    }

    String server() {
        return server;
    }

    int partitions() {
        return partitions;
    }

    int customers() {
        return customers;
    }

    /** How many customers trade; the others bought once. */
    int trading() {
        return trading;
    }

    Measure rawScoreLoad() {
        return rawScoreLoad;
    }

    Measure scoring() {
        return scoring;
    }

    Measure idiomatic() {
        return idiomatic;
    }

    Measure nightly() {
        return nightly;
    }

    Measure streaming() {
        return streaming;
    }

    Measure intake() {
        return intake;
    }

    /** Of the customers' days that the lines become. */
    Measure rawDayLoad() {
        return rawDayLoad;
    }

    Measure shortHistories() {
        return shortHistories;
    }

    Measure longHistories() {
        return longHistories;
    }

    /**
     * How many times as long a night took after the histories of those who stay away became {@link LongerHistories#TIMES}
     * times as long; nothing where that was not measured.
     */
    OptionalDouble historyGrowth() {
        return longHistories.isMeasured()
                ? OptionalDouble.of(longHistories.seconds() / shortHistories.seconds())
                : OptionalDouble.empty();
    }

    void landed(Measure byImport, Measure byRawLoad) {
        importing = byImport;
        rawLineLoad = byRawLoad;
    }

    /** Notes how long commands take, and {@code help} among them. */
    void noteStarts(Map<String, Measure> measured) {
        starts = Map.copyOf(measured);
    }

    void noteActive(long number) {
        activeCustomers = number;
    }

    void noteMemory() {
        peakHeapBytes = MemoryPeak.heapBytes();
        peakResidentBytes = MemoryPeak.residentBytes();
    }

    double activeShare() {
        return (double) activeCustomers / customers;
    }

    long peakHeapBytes() {
        return peakHeapBytes;
    }

    OptionalLong peakResidentBytes() {
        return peakResidentBytes;
    }

    /** All measures, by what they are. */
    Map<String, Measure> measures() {
        Map<String, Measure> all = new LinkedHashMap<>();
        all.put("raw load of the score rows", rawScoreLoad);
        all.put("scoreCustomers", scoring);
        all.put("idiomatic Spring Batch", idiomatic);
        all.put("the whole night", nightly);
        all.put("streaming of a day's lines", streaming);
        all.put("takeInTransactions", intake);
        all.put("raw load of the customers' days", rawDayLoad);
        all.put("raw load of the lines", rawLineLoad);
        all.put("import", importing);
        return all;
    }

    /**
     * The rate of one way over that of another; for commands their time over that of {@code --help}; for nights their time over that of the raw load; of intake also the time of
     * streaming the lines and then loading the days that they become over its own.
     */
    Map<String, Double> ratios() {
        Map<String, Double> ratios = new LinkedHashMap<>();
        ratios.put("score_vs_raw_load", scoring.rowsPerSecond() / rawScoreLoad.rowsPerSecond());
        ratios.put("score_vs_idiomatic", scoring.rowsPerSecond() / idiomatic.rowsPerSecond());
        ratios.put("nightly_vs_raw_load", nightly.seconds() / rawScoreLoad.seconds());
        ratios.put("intake_vs_stream", intake.rowsPerSecond() / streaming.rowsPerSecond());
        ratios.put("intake_vs_parts", (streaming.seconds() + rawDayLoad.seconds()) / intake.seconds());
        ratios.put("import_vs_raw_load", importing.rowsPerSecond() / rawLineLoad.rowsPerSecond());
        Measure help = starts.get("help");
        if (help != null) {
            starts.entrySet().stream()
                    .filter(start -> start.getValue() != help)
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(start -> ratios.put(
                            start.getKey() + "_vs_help", start.getValue().seconds() / help.seconds()));
        }
        return ratios;
    }
}
