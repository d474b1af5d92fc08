package io.allegiance.settings;

import io.allegiance.crossselling.ProposalMethod;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings that every figure depends on ({@code allegiance.*}). The first line that lands fixes zone and currency; other horizons
 * take another model.
 *
 * @param zone the zone of business dates; UTC unless set
 * @param reportingCurrency the currency of all published money, ISO 4217; EUR unless set
 * @param horizonDays H, 1 to 730; 90 unless set
 * @param furtherHorizons more horizons, 1 to 3650 days, at most 5, each once and none equal to H; ascending here, in any order in the
 *     configuration; none unless set
 * @param nextCategory how the next category is proposed
 */
@ConfigurationProperties("allegiance")
public record BusinessSettings(
        @DefaultValue("UTC") ZoneId zone,
        @DefaultValue("EUR") String reportingCurrency,
        @DefaultValue("90") int horizonDays,
        @DefaultValue({}) List<Integer> furtherHorizons,
        @DefaultValue("auto") ProposalMethod nextCategory) {

    private static final int LONGEST_HORIZON = 730;
    private static final int LONGEST_FURTHER = 3650;
    private static final int MOST_FURTHER = 5;

    public BusinessSettings {
        if (horizonDays < 1 || horizonDays > LONGEST_HORIZON) {
            throw new IllegalArgumentException(
                    "allegiance.horizon-days must be in 1 to " + LONGEST_HORIZON + "; was " + horizonDays);
        }
        furtherHorizons = furtherHorizons.stream().sorted().toList();
        requireFurther(horizonDays, furtherHorizons);
        if (Currency.getAvailableCurrencies().stream()
                .noneMatch(currency -> currency.getCurrencyCode().equals(reportingCurrency))) {
            throw new IllegalArgumentException(
                    "allegiance.reporting-currency must be an ISO 4217 code such as EUR; was " + reportingCurrency);
        }
    }

    private static void requireFurther(int horizonDays, List<Integer> further) {
        boolean isUsable = further.size() <= MOST_FURTHER
                && further.stream().distinct().count() == further.size()
                && further.stream().allMatch(days -> days >= 1 && days <= LONGEST_FURTHER && days != horizonDays);
        if (!isUsable) {
            throw new IllegalArgumentException("allegiance.further-horizons must be at most " + MOST_FURTHER
                    + " different numbers of days in 1 to " + LONGEST_FURTHER
                    + ", none of them allegiance.horizon-days, which is " + horizonDays + "; was " + further);
        }
    }
}
