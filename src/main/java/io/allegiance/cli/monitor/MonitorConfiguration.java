package io.allegiance.cli.monitor;

import io.allegiance.run.BusinessClock;
import io.allegiance.settings.BusinessSettings;
import io.allegiance.watch.DeadlineSettings;
import io.allegiance.watch.Deadlines;
import io.allegiance.watch.alert.AlertSettings;
import io.allegiance.watch.alert.Alerts;
import io.allegiance.watch.metrics.MetricsPush;
import io.allegiance.watch.metrics.MetricsSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;

/** The monitor's part of the program, which starts without a database. */
/* Not a bean of the program: it would be found there as well. */
@EnableConfigurationProperties({
    BusinessSettings.class,
    DeadlineSettings.class,
    AlertSettings.class,
    MetricsSettings.class
})
@Import({BusinessClock.class, Deadlines.class, Alerts.class, MetricsPush.class, MonitorTargets.class})
public final class MonitorConfiguration {}
