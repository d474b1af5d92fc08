package io.allegiance.settings;

import io.allegiance.calendar.BusinessDate;
import java.time.LocalDate;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What lines may say ({@code allegiance.intake.*}, in {@code jobs/nightly.yaml}).
 *
 * @param earliestDate the first date that a line may have, such as 1990-01-01, which holds unless set; as text
 */
@ConfigurationProperties("allegiance.intake")
public record LineSettings(@DefaultValue("1990-01-01") String earliestDate) {

    public LineSettings {
        try {
            BusinessDate.parse(earliestDate);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "allegiance.intake.earliest-date must be a date such as 1990-01-01; was '" + earliestDate + "'", e);
        }
    }

    /** The first date that a line may have. */
    public LocalDate firstDate() {
        return BusinessDate.parse(earliestDate);
    }
}
