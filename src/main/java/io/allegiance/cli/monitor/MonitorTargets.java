package io.allegiance.cli.monitor;

import io.allegiance.cli.option.DateOption;
import io.allegiance.run.BusinessClock;
import io.allegiance.settings.BusinessSettings;
import io.allegiance.watch.DeadlineSettings;
import io.allegiance.watch.Deadlines;
import io.allegiance.watch.alert.AlertSettings;
import io.allegiance.watch.alert.Alerts;
import io.allegiance.watch.metrics.MetricsPush;
import io.allegiance.watch.metrics.MetricsSettings;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

/** Who tells those who are not there; none of them needs a database. */
public record MonitorTargets(Alerts alerts, MetricsPush metrics, Deadlines deadlines, Clock clock) {

    public static MonitorTargets of(ApplicationContext context) {
        return new MonitorTargets(
                context.getBean(Alerts.class),
                context.getBean(MetricsPush.class),
                context.getBean(Deadlines.class),
                context.getBean(Clock.class));
    }

    @Nullable
    LocalDate resolve(@Nullable DateOption date) {
        return date == null ? null : date.resolve(clock);
    }

    Instant now() {
        return clock.instant();
    }

    /* Not a bean of the program: it would be found there as well. */
    @EnableConfigurationProperties({
        BusinessSettings.class,
        DeadlineSettings.class,
        AlertSettings.class,
        MetricsSettings.class
    })
    @Import({BusinessClock.class, Deadlines.class, Alerts.class, MetricsPush.class})
    public static final class WithoutDatabase {}
}
