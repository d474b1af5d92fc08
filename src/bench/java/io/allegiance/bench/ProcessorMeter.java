package io.allegiance.bench;

import java.lang.management.ManagementFactory;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Looks every 50 ms at what program and server have taken so far, so that it can be told of any span of time afterwards. A process's
 * time is counted in hundredths of a second.
 */
final class ProcessorMeter implements AutoCloseable {

    private static final int MILLIS = 50;
    private static final double NANOS = 1e9;

    private final com.sun.management.OperatingSystemMXBean program =
            ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
    private final ServerProcess server;
    private final JdbcTemplate jdbc;
    private final NavigableMap<Double, Sample> samples = new TreeMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    /**
     * What was taken so far, or in a span.
     *
     * @param program seconds of a processor
     * @param server seconds of a processor
     * @param bytes that the server sent and received
     */
    record Sample(double program, double server, double bytes) {

        Sample minus(Sample before) {
            return new Sample(program - before.program, server - before.server, bytes - before.bytes);
        }

        /** Between this and a later one. */
        Sample towards(Sample later, double share) {
            return new Sample(
                    program + share * (later.program - program),
                    server + share * (later.server - server),
                    bytes + share * (later.bytes - bytes));
        }
    }

    ProcessorMeter(ServerProcess server, JdbcTemplate jdbc) {
        this.server = server;
        this.jdbc = jdbc;
        timer.scheduleAtFixedRate(this::look, 0, MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        double bytes = jdbc
                .query(
                        "SHOW GLOBAL STATUS WHERE Variable_name IN ('Bytes_sent', 'Bytes_received')",
                        (row, number) -> row.getDouble(2))
                .stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        Sample sample = new Sample(program.getProcessCpuTime() / NANOS, server.seconds(), bytes);
        synchronized (samples) {
            samples.put(seconds(LocalDateTime.now()), sample);
        }
    }

    /** Tells what was taken in a span, by this machine's clock. */
    Sample between(LocalDateTime from, LocalDateTime to) {
        synchronized (samples) {
            return at(seconds(to)).minus(at(seconds(from)));
        }
    }

    private Sample at(double time) {
        Map.Entry<Double, Sample> before = samples.floorEntry(time);
        Map.Entry<Double, Sample> after = samples.ceilingEntry(time);
        if (before == null || after == null) {
            return (before == null ? samples.firstEntry() : samples.lastEntry()).getValue();
        }
        double span = after.getKey() - before.getKey();
        return before.getValue().towards(after.getValue(), span == 0 ? 0 : (time - before.getKey()) / span);
    }

    private static double seconds(LocalDateTime time) {
        return time.toEpochSecond(ZoneOffset.UTC) + time.getNano() / NANOS;
    }

    @Override
    public void close() {
        timer.shutdown();
        try {
            if (!timer.awaitTermination(1, TimeUnit.SECONDS)) {
                timer.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
