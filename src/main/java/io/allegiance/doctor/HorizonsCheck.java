package io.allegiance.doctor;

import io.allegiance.settings.BusinessSettings;
import io.allegiance.training.HorizonDifference;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The configured horizons against those of the model that a night would use. */
@Component
final class HorizonsCheck implements HealthCheck {

    private static final String NAME = "horizons";

    private final HorizonDifference difference;
    private final BusinessSettings business;
    private final CheckClock tonight;

    HorizonsCheck(HorizonDifference difference, BusinessSettings business, CheckClock tonight) {
        this.difference = difference;
        this.business = business;
        this.tonight = tonight;
    }

    @Override
    public List<Finding> examine() {
        return List.of(difference
                .find(tonight.date())
                .map(found -> Finding.warn(NAME, found, "allegiance train"))
                .orElseGet(() -> Finding.ok(NAME, configured())));
    }

    private String configured() {
        return Stream.concat(Stream.of(business.horizonDays()), business.furtherHorizons().stream())
                .map(String::valueOf)
                .collect(Collectors.joining(", ", "", " days"));
    }
}
