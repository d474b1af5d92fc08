package io.allegiance.settings.source;

import io.allegiance.failure.CauseChain;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.core.env.ConfigurableEnvironment;

/** Says of a value that is refused what is wrong with it, and where to correct it. */
public final class RefusedValue {

    private static final int MOST_PLACES = 3;

    private RefusedValue() {}

    /**
     * Describes a refusal, such as {@code allegiance.nightly.late-days must be a whole number; was soon; correct jobs/nightly.yaml,
     * line 37}.
     *
     * @param environment what was configured; null where it is not known
     */
    public static String describe(BindException refusal, @Nullable ConfigurableEnvironment environment) {
        ConfigurationProperty property = refusal.getProperty();
        if (property != null) {
            return describe(refusal, property) + "; correct " + ValueOrigin.describe(property.getOrigin());
        }
        String why = reasonOf(refusal);
        String places = environment == null ? "" : places(refusal, why, environment);
        return why + "; correct " + (places.isEmpty() ? "the configuration" : places);
    }

    private static String describe(BindException refusal, ConfigurationProperty property) {
        String key = property.getName().toString();
        String was = "; was " + Secrets.hide(key, String.valueOf(property.getValue()));
        Class<?> type = refusal.getTarget().getType().resolve(Object.class);
        return findKind(type).map(kind -> key + " must be " + kind + was).orElseGet(() -> withKey(key, refusal));
    }

    private static String withKey(String key, BindException refusal) {
        String why = reasonOf(refusal);
        return why.startsWith(key) ? why : key + ": " + why;
    }

    private static Optional<String> findKind(Class<?> type) {
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return Optional.of("a whole number");
        }
        if (type == double.class || type == Double.class) {
            return Optional.of("a number");
        }
        if (type == boolean.class || type == Boolean.class) {
            return Optional.of("true or false");
        }
        if (type == Duration.class) {
            return Optional.of("a duration such as 30s, 30h or 35d");
        }
        if (type == ZoneId.class) {
            return Optional.of("a zone such as UTC or Europe/Berlin");
        }
        return type.isEnum() ? Optional.of("one of " + constantsOf(type)) : Optional.empty();
    }

    private static String constantsOf(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.joining(", "));
    }

    /** The places of the values that were refused together: of those that the reason names, else of all that were changed. */
    private static String places(BindException refusal, String why, ConfigurableEnvironment environment) {
        Class<?> type = refusal.getTarget().getType().resolve(Object.class);
        if (!type.isRecord()) {
            return "";
        }
        List<ChangedSetting> changed =
                ChangedSettings.list(environment, KnownKeys.ofSection(refusal.getName(), type)).stream()
                        .filter(setting -> setting.key().startsWith(refusal.getName() + "."))
                        .toList();
        List<ChangedSetting> named =
                changed.stream().filter(setting -> isNamed(setting, why)).toList();
        return (named.isEmpty() ? changed : named)
                .stream()
                        .map(ChangedSetting::origin)
                        .distinct()
                        .limit(MOST_PLACES)
                        .collect(Collectors.joining(" or "));
    }

    private static boolean isNamed(ChangedSetting setting, String why) {
        String last = setting.key().substring(setting.key().lastIndexOf('.') + 1);
        return Pattern.compile("(?<![a-z-])" + Pattern.quote(last) + "(?![a-z-])")
                .matcher(why)
                .find();
    }

    /** The settings themselves say why with an exception of this type; what caused it says less. */
    private static String reasonOf(Throwable failure) {
        return CauseChain.of(failure)
                .filter(cause -> cause.getClass() == IllegalArgumentException.class)
                .findFirst()
                .or(() -> CauseChain.of(failure).reduce((outer, inner) -> inner))
                .map(Throwable::getMessage)
                .orElse("a value is refused");
    }
}
