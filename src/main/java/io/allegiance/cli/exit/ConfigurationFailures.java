package io.allegiance.cli.exit;

import io.allegiance.failure.AllegianceException;
import io.allegiance.failure.AttentionException;
import io.allegiance.failure.CauseChain;
import io.allegiance.failure.UnknownKeysException;
import io.allegiance.failure.UnreadableConfigurationException;
import io.allegiance.platform.database.DatabaseFailures;
import io.allegiance.settings.MachineSettings;
import io.allegiance.settings.source.RefusedValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.boot.context.config.ConfigDataException;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.json.JsonParseException;
import org.springframework.core.convert.ConversionException;
import org.springframework.core.env.ConfigurableEnvironment;

/** Turns a configuration that cannot be read or bound into one sentence that says what to correct, and where. */
public final class ConfigurationFailures {

    private ConfigurationFailures() {}

    /**
     * Makes a failure of the configuration one that says what to correct, and returns any other as it is.
     *
     * @param environment what was configured; null where the program did not come so far
     */
    public static RuntimeException explain(RuntimeException failure, @Nullable ConfigurableEnvironment environment) {
        if (CauseChain.find(failure, AllegianceException.class).isPresent()
                || DatabaseFailures.find(failure).isPresent()) {
            return failure;
        }
        return find(failure, environment).map(RuntimeException.class::cast).orElse(failure);
    }

    /** Returns what can be asked of the configuration after a failure. */
    static ConfigurationState stateAfter(Throwable failure) {
        if (CauseChain.find(failure, UnreadableConfigurationException.class).isPresent()) {
            return ConfigurationState.UNREADABLE;
        }
        return CauseChain.find(failure, UnknownKeysException.class).isPresent()
                ? ConfigurationState.REFUSED
                : ConfigurationState.USABLE;
    }

    private static Optional<AttentionException> find(Throwable failure, @Nullable ConfigurableEnvironment environment) {
        return CauseChain.<BindException>find(failure, BindException.class)
                .or(() -> findBehind(failure, environment))
                .map(refusal -> new AttentionException(
                        "the configuration is refused: " + RefusedValue.describe(refusal, environment), failure))
                .or(() -> CauseChain.find(failure, JsonParseException.class).map(ConfigurationFailures::describeNoJson))
                .or(() -> CauseChain.find(failure, ConfigDataException.class)
                        .map(ConfigurationFailures::describeMissing));
    }

    /** Finds the key that a class reads by its name, and whose value is of the wrong kind. */
    private static Optional<BindException> findBehind(
            Throwable failure, @Nullable ConfigurableEnvironment environment) {
        boolean isOfWrongKind =
                CauseChain.find(failure, TypeMismatchException.class).isPresent()
                        || CauseChain.find(failure, ConversionException.class).isPresent();
        if (!isOfWrongKind || environment == null) {
            return Optional.empty();
        }
        try {
            Binder.get(environment).bindOrCreate("allegiance", MachineSettings.class);
            return Optional.empty();
        } catch (BindException e) {
            return Optional.of(e);
        }
    }

    private static AttentionException describeNoJson(Throwable failure) {
        return new AttentionException("SPRING_APPLICATION_JSON is not JSON; correct it or remove it", failure);
    }

    private static UnreadableConfigurationException describeMissing(Throwable failure) {
        return new UnreadableConfigurationException(
                "the configuration cannot be read: " + failure.getMessage()
                        + "; correct --config, SPRING_CONFIG_ADDITIONAL_LOCATION, SPRING_CONFIG_IMPORT or what names it",
                failure);
    }
}
