package io.allegiance.job.partition;

import io.allegiance.platform.terminal.ProgressLine;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Says periodically how far a long step is, over all its partitions: in the log, and more often on a terminal. */
@Component
final class StepProgress {

    private static final Logger LOG = LoggerFactory.getLogger(StepProgress.class);
    private static final long EVERY_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long SHOWN_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final Map<String, Tally> tallies = new ConcurrentHashMap<>();
    private final Clock clock;

    StepProgress(Clock clock) {
        this.clock = clock;
    }

    /** Begins a step; its total is asked only where there is a terminal to show it on. */
    void begin(String step, PartitionedSteps.Total total) {
        tallies.put(step, new Tally(ProgressLine.isShown() ? total.count() : 0));
    }

    void addItems(String step, int items) {
        tallies.computeIfAbsent(step, name -> new Tally(0)).addItems(step, items);
    }

    private final class Tally {

        private final long begun = System.nanoTime();
        private final long total;
        private long said = begun;
        private long shown = begun;
        private long items;

        Tally(long total) {
            this.total = total;
        }

        synchronized void addItems(String step, int more) {
            items += more;
            long now = System.nanoTime();
            if (now - shown >= SHOWN_EVERY_NANOS) {
                shown = now;
                ProgressLine.show(describe(step, now));
            }
            if (now - said >= EVERY_NANOS) {
                said = now;
                LOG.info(ProgressLine.LOGGED, "{}: {} so far, {} a second", step, items, itemsPerSecond(now));
            }
        }

        private String describe(String step, long now) {
            if (total == 0) {
                return step + ": " + items + " so far, " + itemsPerSecond(now) + " a second";
            }
            double share = Math.min(1, (double) items / total);
            return step + ": " + ProgressLine.describe(share, Duration.ofNanos(now - begun), ZonedDateTime.now(clock))
                    + " (" + items + " of " + total + ", " + itemsPerSecond(now) + " a second)";
        }

        private long itemsPerSecond(long now) {
            return items * 1_000_000_000L / Math.max(1, now - begun);
        }
    }
}
