package io.allegiance.cli;

import io.allegiance.retention.RetentionSettings;
import io.allegiance.settings.BusinessSettings;
import io.allegiance.settings.ClosureSettings;
import io.allegiance.settings.LineSettings;
import io.allegiance.settings.MachineSettings;
import io.allegiance.settings.ProductSettings;
import io.allegiance.settings.nightly.NightlySettings;
import io.allegiance.settings.source.KnownKeys;
import io.allegiance.training.TrainSettings;
import io.allegiance.watch.DeadlineSettings;
import io.allegiance.watch.alert.AlertSettings;
import io.allegiance.watch.metrics.MetricsSettings;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The settings that the program has. They are listed, because a start that looks for them looks through every class. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
    BusinessSettings.class,
    ClosureSettings.class,
    LineSettings.class,
    MachineSettings.class,
    NightlySettings.class,
    ProductSettings.class,
    TrainSettings.class,
    RetentionSettings.class,
    DeadlineSettings.class,
    AlertSettings.class,
    MetricsSettings.class
})
class ProgramSettings {

    /** Returns the keys of all settings. */
    static KnownKeys keys() {
        return KnownKeys.of(list());
    }

    /** Creates the settings before all else, so that a wrong value is told before a database is looked for. */
    @Bean
    static BeanFactoryPostProcessor settingsFirst() {
        return beans -> list().forEach(beans::getBean);
    }

    private static List<Class<?>> list() {
        EnableConfigurationProperties settings =
                Objects.requireNonNull(ProgramSettings.class.getAnnotation(EnableConfigurationProperties.class));
        return List.of(settings.value());
    }
}
