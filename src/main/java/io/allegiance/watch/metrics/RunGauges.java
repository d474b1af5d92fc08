package io.allegiance.watch.metrics;

import io.allegiance.watch.RunFigures;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.Instant;

/**
 * The metrics of a run, all of them gauges of the last run. Their labels are the job and, where they fit, the step
 * or segment: a small, stable set of names. A gauge without a value is left out, so that a Pushgateway keeps the one
 * before: the last success above all.
 */
final class RunGauges {

    private static final String SECONDS = "seconds";
    private static final double MILLIS = 1_000;

    private final MeterRegistry registry;
    private final Tags tags;

    RunGauges(MeterRegistry registry, Tags tags) {
        this.registry = registry;
        this.tags = tags;
    }

    /** Registers all that is known of a run. */
    void register(RunEnd end, boolean succeeded) {
        plain("allegiance.exit.code", "what the last run ended with", end.exitCode());
        seconds("allegiance.run.duration", "how long the last run took", seconds(end.took()));
        timestamp("allegiance.last.run.timestamp", "when the last run ended", end.at());
        if (succeeded) {
            timestamp("allegiance.last.success.timestamp", "when the last run ended well", end.at());
        }
        if (end.leftToDeadline() != null) {
            seconds(
                    "allegiance.deadline.remaining",
                    "how long before its deadline the last run ended, negative after it",
                    seconds(end.leftToDeadline()));
        }
        if (end.figures() != null) {
            register(end.figures());
        }
    }

    private void register(RunFigures figures) {
        plain("allegiance.free.slots", "how many more publications there is room for", figures.freeSlots());
        if (figures.readers() != null) {
            timestamp(
                    "allegiance.good.until.timestamp",
                    "until when what readers see is good",
                    figures.readers().goodUntil());
        }
        if (figures.run() != null) {
            register(figures.run());
        }
    }

    private void register(RunFigures.OfRun run) {
        run.steps()
                .forEach((step, took) -> gauge(
                        "allegiance.step.duration",
                        SECONDS,
                        "how long a step took, all attempts",
                        took,
                        tags.and("step", step)));
        plain(
                "allegiance.lines.taken.in",
                "lines that the last run took in",
                run.lines().takenIn());
        plain(
                "allegiance.lines.anonymous",
                "lines without a customer",
                run.lines().anonymous());
        plain("allegiance.lines.rejected", "lines refused", run.lines().rejected());
        if (run.published() != null) {
            plain("allegiance.customers.published", "customers of the last run's publication", run.published());
        }
        run.segments()
                .forEach((segment, customers) -> gauge(
                        "allegiance.segment.customers",
                        "",
                        "customers of a segment",
                        customers,
                        tags.and("segment", segment)));
    }

    private void plain(String name, String description, double value) {
        gauge(name, "", description, value, tags);
    }

    private void seconds(String name, String description, double value) {
        gauge(name, SECONDS, description, value, tags);
    }

    private void timestamp(String name, String description, Instant instant) {
        seconds(name, description, instant.toEpochMilli() / MILLIS);
    }

    private void gauge(String name, String unit, String description, double value, Tags labels) {
        Gauge.builder(name, () -> value)
                .baseUnit(unit.isEmpty() ? null : unit)
                .description(description)
                .tags(labels)
                .register(registry);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / MILLIS;
    }
}
