package io.allegiance.cli.option;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code --zone} and {@code --currency}: the settings that the first line fixes, as if the files in {@code jobs} had them. */
public final class PlaceOptions {

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            converter = ZoneConverter.class,
            description =
                    "the zone of business dates, such as Europe/Berlin; the configured one unless given. Fixed for good by"
                            + " the first line that lands")
    private @Nullable ZoneId zone;

    @Option(
            names = "--currency",
            paramLabel = "CODE",
            converter = CurrencyConverter.class,
            description =
                    "the currency of all published money, such as GBP; the configured one unless given. Fixed as well")
    private @Nullable Currency currency;

    /** Returns whether the currency was given. */
    public boolean hasCurrency() {
        return currency != null;
    }

    /** The settings that were given, by their keys. */
    public Map<String, String> toSettings() {
        Map<String, String> settings = new LinkedHashMap<>();
        if (zone != null) {
            settings.put("allegiance.zone", zone.getId());
        }
        if (currency != null) {
            settings.put("allegiance.reporting-currency", currency.getCurrencyCode());
        }
        return settings;
    }

    /** Refuses a text that is no zone, and names the zones of a city. */
    static final class ZoneConverter implements ITypeConverter<ZoneId> {

        @Override
        public ZoneId convert(String text) {
            try {
                return ZoneId.of(text);
            } catch (DateTimeException e) {
                throw new TypeConversionException("no such zone: '" + text + "'" + hint(text));
            }
        }

        private static String hint(String text) {
            String city = "/" + text.strip().replace(' ', '_').toLowerCase(Locale.ROOT);
            String zones = ZoneId.getAvailableZoneIds().stream()
                    .filter(zone -> ("/" + zone).toLowerCase(Locale.ROOT).endsWith(city))
                    .sorted()
                    .limit(3)
                    .collect(Collectors.joining(" or "));
            return zones.isEmpty()
                    ? "; write a region and a city, such as Europe/Berlin, or UTC"
                    : "; did you mean " + zones + "?";
        }
    }

    /** Refuses a text that is no ISO 4217 code; in any letter case. */
    static final class CurrencyConverter implements ITypeConverter<Currency> {

        @Override
        public Currency convert(String text) {
            try {
                return Currency.getInstance(text.strip().toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException("no ISO 4217 code: '" + text + "'; write one such as EUR or GBP");
            }
        }
    }
}
