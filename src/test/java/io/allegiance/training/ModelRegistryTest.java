package io.allegiance.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.testing.Repositories;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class ModelRegistryTest {

    private static final LocalDate MONDAY = LocalDate.of(2025, 12, 1);

    @AutoClose
    private static final Repositories REPOSITORIES = Repositories.of(ModelRegistry.class);

    private final ModelRegistry registry = REPOSITORIES.get(ModelRegistry.class);

    @BeforeEach
    void empty() {
        REPOSITORIES.empty("model_version");
    }

    @Test
    void aVersionIsTheDateAndAHashOfTheContent() {
        String version = registry.register(Fits.model(MONDAY, 100));
        assertThat(version).matches("2025-12-01-[0-9a-f]{12}");
        assertThat(registry.register(Fits.model(MONDAY, 101))).isNotEqualTo(version);
        assertThat(registry.find(version).orElseThrow().model()).isEqualTo(Fits.model(MONDAY, 100));
    }

    @Test
    void theSameModelAgainAddsNothingAndIsTheNewestOfItsDateAgain() {
        String version = registry.register(Fits.model(MONDAY, 100));
        String newer = registry.register(Fits.model(MONDAY, 101));
        assertThat(active(MONDAY)).contains(newer);

        assertThat(registry.register(Fits.model(MONDAY, 100))).isEqualTo(version);
        assertThat(registry.list()).hasSize(2);
        assertThat(active(MONDAY)).contains(version);
        assertThat(registry.find(version).orElseThrow().model()).isEqualTo(Fits.model(MONDAY, 100));
    }

    @Test
    void aNightNeverGetsAModelThatKnowsOfLaterDays() {
        String first = registry.register(Fits.model(MONDAY, 100));
        String second = registry.register(Fits.model(MONDAY.plusDays(7), 100));

        assertThat(active(MONDAY.minusDays(1))).isEmpty();
        assertThat(active(MONDAY)).contains(first);
        assertThat(active(MONDAY.plusDays(6))).contains(first);
        assertThat(active(MONDAY.plusDays(7))).contains(second);
        assertThat(active(MONDAY.plusYears(1))).contains(second);
    }

    @Test
    void ofOneDateTheLastRegisteredIsActiveAndAnEarlierDateNeverReplacesALaterOne() {
        registry.register(Fits.model(MONDAY, 100));
        String again = registry.register(Fits.model(MONDAY, 120));
        assertThat(active(MONDAY)).contains(again);

        registry.register(Fits.model(MONDAY.minusDays(7), 100));
        assertThat(active(MONDAY)).contains(again);
    }

    private Optional<String> active(LocalDate upTo) {
        return registry.findActive(upTo).map(ModelRegistry.Registered::version);
    }
}
