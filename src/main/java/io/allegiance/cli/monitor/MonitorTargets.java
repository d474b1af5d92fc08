package io.allegiance.cli.monitor;

import io.allegiance.cli.exit.ConfigurationState;
import io.allegiance.cli.option.DateOption;
import io.allegiance.watch.Deadlines;
import io.allegiance.watch.alert.Alerts;
import io.allegiance.watch.metrics.MetricsPush;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The receivers of a job's alerts and metrics, and its deadlines; none of these needs a database. */
@Component
public record MonitorTargets(Alerts alerts, MetricsPush metrics, Deadlines deadlines, Clock clock) {

    /** Resolves the date of a job; null where the job has none. */
    @Nullable
    LocalDate resolve(@Nullable DateOption date) {
        return date == null ? null : date.resolve(clock);
    }

    Instant now() {
        return clock.instant();
    }

    /** Reads the targets from the configuration, without a database. */
    @FunctionalInterface
    public interface Source {

        /**
         * Reads them.
         *
         * @param configuration what can be asked: where files cannot be read, the environment alone
         */
        MonitorTargets read(ConfigurationState configuration);
    }
}
