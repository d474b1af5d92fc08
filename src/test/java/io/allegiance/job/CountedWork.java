package io.allegiance.job;

import io.allegiance.job.partition.PartitionOfRun;
import io.allegiance.job.partition.PartitionWork;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** A partition's work that anybody can check: it writes the numbers below a bound, each once, into a table. */
final class CountedWork implements PartitionWork<Integer> {

    private static final String NEXT = "next";

    private final JdbcTemplate jdbc;
    private final PartitionOfRun partition;
    private final int bound;
    private final IntConsumer onWrite;
    private int next;
    private int written;

    /**
     * @param position what was saved last
     * @param onWrite is told the first number of each chunk when the chunk is written and not yet committed
     */
    CountedWork(
            JdbcTemplate jdbc, PartitionOfRun partition, Map<String, String> position, int bound, IntConsumer onWrite) {
        this.jdbc = jdbc;
        this.partition = partition;
        this.bound = bound;
        this.onWrite = onWrite;
        this.next = Integer.parseInt(position.getOrDefault(NEXT, "0"));
        this.written = next;
    }

    @Override
    public @Nullable Integer read() {
        return next < bound ? next++ : null;
    }

    @Override
    public void write(List<? extends Integer> numbers) {
        List<Object[]> rows = new ArrayList<>();
        for (int number : numbers) {
            rows.add(new Object[] {partition.runId(), partition.range().number(), number});
        }
        jdbc.batchUpdate("INSERT INTO counted VALUES (?, ?, ?)", rows);
        written = numbers.get(numbers.size() - 1) + 1;
        onWrite.accept(numbers.get(0));
    }

    @Override
    public Map<String, String> save() {
        return Map.of(NEXT, Integer.toString(written));
    }

    @Override
    public void close() {}
}
