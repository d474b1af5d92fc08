package io.allegiance.run;

import io.allegiance.settings.BusinessSettings;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one clock. */
@Configuration(proxyBeanMethods = false)
public class BusinessClock {

    /** Business dates begin and end by the configured zone; the clock only decides which dates have begun. */
    @Bean
    Clock clock(BusinessSettings business) {
        return Clock.system(business.zone());
    }
}
