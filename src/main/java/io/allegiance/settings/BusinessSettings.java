package io.allegiance.settings;

import java.time.ZoneId;
import java.util.Currency;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings that every figure depends on ({@code allegiance.*}); fixed by the first run.
 *
 * @param zone the zone of business dates; UTC unless set
 * @param reportingCurrency the currency of all published money, ISO 4217; EUR unless set
 * @param horizonDays H, 1 to 730; 90 unless set
 */
@ConfigurationProperties("allegiance")
public record BusinessSettings(
        @DefaultValue("UTC") ZoneId zone,
        @DefaultValue("EUR") String reportingCurrency,
        @DefaultValue("90") int horizonDays) {

    private static final int LONGEST_HORIZON = 730;

    public BusinessSettings {
        if (horizonDays < 1 || horizonDays > LONGEST_HORIZON) {
            throw new IllegalArgumentException(
                    "allegiance.horizon-days must be in 1 to " + LONGEST_HORIZON + "; was " + horizonDays);
        }
        if (Currency.getAvailableCurrencies().stream()
                .noneMatch(currency -> currency.getCurrencyCode().equals(reportingCurrency))) {
            throw new IllegalArgumentException(
                    "allegiance.reporting-currency must be an ISO 4217 code such as EUR; was " + reportingCurrency);
        }
    }
}
