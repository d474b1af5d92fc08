package io.allegiance.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.allegiance.decision.DecisionLog;
import io.allegiance.decision.RecordedDecision;
import io.allegiance.failure.AttentionException;
import io.allegiance.testing.Repositories;
import java.time.LocalDate;
import java.util.List;
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
        String version = register(Fits.model(MONDAY, 100));
        assertThat(version).matches("2025-12-01-[0-9a-f]{12}");
        assertThat(register(Fits.model(MONDAY, 101))).isNotEqualTo(version);
        assertThat(registry.find(version).orElseThrow().model()).isEqualTo(Fits.model(MONDAY, 100));
    }

    @Test
    void registeringSameModelAgainMakesItNewest() {
        String version = register(Fits.model(MONDAY, 100));
        String newer = register(Fits.model(MONDAY, 101));
        assertThat(active(MONDAY)).contains(newer);

        assertThat(register(Fits.model(MONDAY, 100))).isEqualTo(version);
        assertThat(registry.list()).hasSize(2);
        assertThat(active(MONDAY)).contains(version);
        assertThat(registry.find(version).orElseThrow().model()).isEqualTo(Fits.model(MONDAY, 100));
    }

    @Test
    void aNightNeverGetsAModelThatKnowsOfLaterDays() {
        String first = register(Fits.model(MONDAY, 100));
        String second = register(Fits.model(MONDAY.plusDays(7), 100));

        assertThat(active(MONDAY.minusDays(1))).isEmpty();
        assertThat(active(MONDAY)).contains(first);
        assertThat(active(MONDAY.plusDays(6))).contains(first);
        assertThat(active(MONDAY.plusDays(7))).contains(second);
        assertThat(active(MONDAY.plusYears(1))).contains(second);
    }

    @Test
    void newestModelOfLatestDateIsActive() {
        register(Fits.model(MONDAY, 100));
        String again = register(Fits.model(MONDAY, 120));
        assertThat(active(MONDAY)).contains(again);

        register(Fits.model(MONDAY.minusDays(7), 100));
        assertThat(active(MONDAY)).contains(again);
    }

    @Test
    void whatTheGateHoldsBackIsKeptAndNotUsed() {
        String first = register(Fits.model(MONDAY, 100));
        GateDecision held = new GateDecision(
                false,
                "Kept, not used.",
                new GateDecision.Comparison(first, List.of(MONDAY.minusDays(90)), 0.5, 0.4, 0.005));
        String second = registry.register(Fits.model(MONDAY.plusDays(7), 100), held);

        assertThat(active(MONDAY.plusDays(7))).contains(first);
        ModelRegistry.Registered kept = registry.get(second);
        assertThat(kept.state()).isEqualTo("KEPT");
        assertThat(kept.decision()).isEqualTo("Kept, not used.");
        assertThat(kept.comparison()).isEqualTo(held.comparison());
        assertThat(registry.findNewestOf(MONDAY.plusDays(7))).contains(kept);

        assertThat(register(Fits.model(MONDAY.plusDays(7), 100))).isEqualTo(second);
        assertThat(active(MONDAY.plusDays(7))).contains(second);
    }

    @Test
    void promotingAKeptModelOverrulesTheGateWithWhoAndWhy() {
        register(Fits.model(MONDAY, 100));
        String kept = registry.register(Fits.model(MONDAY.plusDays(7), 100), new GateDecision(false, "Kept.", null));

        ModelRegistry.Registered promoted =
                registry.promote(kept, "ann", "new shop").orElseThrow();
        assertThat(promoted.state()).isEqualTo("ACTIVE");
        assertThat(promoted.promotion().by()).isEqualTo("ann");
        assertThat(promoted.promotion().reason()).isEqualTo("new shop");
        assertThat(active(MONDAY.plusDays(7))).contains(kept);

        registry.promote(kept, "bob", "agreed");
        assertThat(registry.get(kept).promotion().by()).isEqualTo("bob");
        assertThat(REPOSITORIES.get(DecisionLog.class).list())
                .as("the first promotion is still known")
                .extracting(RecordedDecision::subject, RecordedDecision::by, RecordedDecision::reason)
                .containsSubsequence(tuple(kept, "ann", "new shop"), tuple(kept, "bob", "agreed"));
    }

    @Test
    void promotingAnOlderModelSetsTheNewerActiveOnesAside() {
        String older = register(Fits.model(MONDAY, 100));
        String sameDate = register(Fits.model(MONDAY, 120));
        String newer = register(Fits.model(MONDAY.plusDays(7), 100));

        assertThat(registry.promote(older, "ann", "the newer ones jumped")).isPresent();
        assertThat(active(MONDAY.plusDays(30))).contains(older);
        assertThat(registry.get(sameDate).state()).isEqualTo("KEPT");
        assertThat(registry.get(newer).decision()).contains("Set aside when " + older);
    }

    @Test
    void oneModelIsActiveAndEarlierOnesAreForEarlierDates() {
        String older = register(Fits.model(MONDAY, 100));
        String newer = register(Fits.model(MONDAY.plusDays(7), 100));
        String late = register(Fits.model(MONDAY.minusDays(7), 100));

        assertThat(registry.list())
                .extracting(ModelRegistry.Registered::version)
                .containsExactly(late, older, newer);
        assertThat(registry.list())
                .extracting(ModelRegistry.Registered::state)
                .containsExactly("SUPERSEDED", "SUPERSEDED", "ACTIVE");
        assertThat(registry.get(older).state()).isEqualTo("SUPERSEDED");
        assertThat(registry.findNewestOf(MONDAY.minusDays(7)).orElseThrow().state())
                .as("an older date's model trained later")
                .isEqualTo("SUPERSEDED");
        assertThat(active(MONDAY)).contains(older);
        assertThat(registry.findUsable(MONDAY).orElseThrow().version()).isEqualTo(older);

        registry.promote(older, "ann", "the newer one jumped");
        assertThat(registry.list())
                .extracting(ModelRegistry.Registered::state)
                .containsExactly("SUPERSEDED", "ACTIVE", "KEPT");
    }

    @Test
    void aVersionThatThereIsNotCannotBePromoted() {
        String active = register(Fits.model(MONDAY, 100));
        assertThat(registry.promote("2025-12-01-000000000000", "ann", "why not"))
                .isEmpty();
        assertThat(active(MONDAY)).contains(active);
    }

    @Test
    void aModelFromANewerProgramIsNotTakenForOneOfOurs() {
        String ours = register(Fits.model(MONDAY, 100));
        String newer = register(Fits.model(MONDAY.plusDays(7), 100));
        REPOSITORIES
                .sql()
                .sql("UPDATE model_version SET document = REPLACE(document, '{\"format\":2,', '{\"format\":3,')"
                        + " WHERE model_version = ?")
                .param(newer)
                .update();

        LocalDate later = MONDAY.plusDays(8);
        assertThat(registry.findActiveVersion(later)).contains(newer);
        assertThatExceptionOfType(AttentionException.class)
                .isThrownBy(() -> registry.findActive(later))
                .withMessageContaining("the model " + newer + " is from a newer program (format 3,")
                .withMessageContaining("allegiance train --as-of 2025-12-08");
        assertThat(registry.list())
                .extracting(ModelRegistry.Registered::version)
                .containsExactly(ours);
        assertThat(registry.listNewer()).containsExactly(newer);
        assertThat(registry.findUsable(later).map(ModelRegistry.Registered::version))
                .contains(ours);
        assertThat(registry.findUsable(MONDAY.minusDays(1))).isEmpty();
    }

    @Test
    void aDocumentFromBeforeFormatsWereNumberedIsReadAsTheFirst() {
        String version = register(Fits.model(MONDAY, 100));
        int numbered = REPOSITORIES
                .sql()
                .sql("UPDATE model_version SET document = REPLACE(document, '{\"format\":2,', '{')"
                        + " WHERE document LIKE '{\"format\":2,%'")
                .update();

        assertThat(numbered).isOne();
        assertThat(registry.get(version).model()).isEqualTo(Fits.model(MONDAY, 100));
        assertThat(active(MONDAY)).contains(version);
    }

    private String register(TrainedModel model) {
        return registry.register(model, new GateDecision(true, "Active.", null));
    }

    private Optional<String> active(LocalDate upTo) {
        return registry.findActive(upTo).map(ModelRegistry.Registered::version);
    }
}
