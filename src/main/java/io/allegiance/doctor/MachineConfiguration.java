package io.allegiance.doctor;

import io.allegiance.platform.HomeFolder;
import io.allegiance.platform.embedded.EmbeddedDatabase;
import io.allegiance.settings.nightly.ConfigurationSource;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/** The configuration as the files and the environment have it, and the checks that need no more: no database is started. */
/* Not a bean of the program: it would be found there as well. */
@ConfigurationPropertiesScan("io.allegiance")
@Import({ConfigurationSource.class, ConfigurationCheck.class, JavaCheck.class, FoldersCheck.class})
public class MachineConfiguration {

    @Bean
    HomeFolder homeFolder(Environment environment) {
        return new HomeFolder(EmbeddedDatabase.defaultHome(environment.getProperty("ALLEGIANCE_HOME")));
    }
}
