package io.allegiance.job.partition;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Logs the progress of a long step periodically, over all its partitions. */
@Component
final class StepProgress {

    private static final Logger LOG = LoggerFactory.getLogger(StepProgress.class);
    private static final long EVERY_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final Map<String, Tally> tallies = new ConcurrentHashMap<>();

    void begin(String step) {
        tallies.put(step, new Tally());
    }

    void addItems(String step, int items) {
        tallies.computeIfAbsent(step, name -> new Tally()).addItems(step, items);
    }

    private static final class Tally {

        private final long begun = System.nanoTime();
        private long said = begun;
        private long items;

        synchronized void addItems(String step, int more) {
            items += more;
            long now = System.nanoTime();
            if (now - said >= EVERY_NANOS) {
                said = now;
                LOG.info("{}: {} so far, {} a second", step, items, items * 1_000_000_000L / (now - begun));
            }
        }
    }
}
