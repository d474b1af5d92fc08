package io.allegiance.cli;

import io.allegiance.retention.RetentionSettings;
import io.allegiance.settings.BusinessSettings;
import io.allegiance.settings.ClosureSettings;
import io.allegiance.settings.LineSettings;
import io.allegiance.settings.ProductSettings;
import io.allegiance.settings.nightly.NightlySettings;
import io.allegiance.training.TrainSettings;
import io.allegiance.watch.DeadlineSettings;
import io.allegiance.watch.alert.AlertSettings;
import io.allegiance.watch.metrics.MetricsSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** The settings that the program has. They are listed, because a start that looks for them looks through every class. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
    BusinessSettings.class,
    ClosureSettings.class,
    LineSettings.class,
    NightlySettings.class,
    ProductSettings.class,
    TrainSettings.class,
    RetentionSettings.class,
    DeadlineSettings.class,
    AlertSettings.class,
    MetricsSettings.class
})
class ProgramSettings {}
