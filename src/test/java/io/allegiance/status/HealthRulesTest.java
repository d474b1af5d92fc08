package io.allegiance.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.publish.Publication;
import io.allegiance.publish.UnpublishedNight;
import io.allegiance.run.JobName;
import io.allegiance.run.RunState;
import io.allegiance.run.Runs.RunLine;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HealthRulesTest {

    private static final LocalDate DATE = LocalDate.of(2025, 12, 1);
    private static final LocalDateTime NOW = LocalDateTime.of(2025, 12, 2, 3, 0);

    @Test
    void whatIsGoodHasNoReason() {
        Health health = HealthRules.judge(status(good(), run(RunState.COMPLETED), true, List.of(), 50, null), null);
        assertThat(health.level()).isEqualTo(Health.Level.OK);
        assertThat(health.reasons()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"FAILED", "HELD"})
    void newestRunThatFailedOrIsHeldIsCritical(RunState state) {
        assertThat(HealthRules.judge(status(good(), run(state), false, List.of(), 50, null), null))
                .returns(Health.Level.CRITICAL, Health::level)
                .extracting(Health::reasons)
                .asString()
                .contains("nightly 2025-12-01 " + state + ": why");
    }

    @Test
    void runIsCutOffWhereItsProcessIsGone() {
        assertThat(HealthRules.judge(status(good(), run(RunState.RUNNING), false, List.of(), 50, null), null)
                        .reasons())
                .containsExactly("nightly 2025-12-01 was CUT OFF");
        assertThat(HealthRules.judge(status(good(), run(RunState.RUNNING), true, List.of(), 50, null), null)
                        .level())
                .isEqualTo(Health.Level.OK);
    }

    @Test
    void publicationThatIsNoLongerGoodIsCritical() {
        Publication old = publication(NOW.minusHours(1));
        assertThat(HealthRules.judge(status(old, run(RunState.COMPLETED), true, List.of(), 50, null), null))
                .returns(Health.Level.CRITICAL, Health::level)
                .extracting(Health::reasons)
                .asString()
                .contains("NO LONGER GOOD since 2025-12-02 03:00 Europe/Berlin (02:00 UTC)");
    }

    @Test
    void nightThatIsLateComesBeforeWarnings() {
        Health health = HealthRules.judge(
                status(good(), run(RunState.COMPLETED), true, List.of(), 14, "the horizons differ"), "it is LATE");
        assertThat(health.level()).isEqualTo(Health.Level.CRITICAL);
        assertThat(health.reasons())
                .containsExactly(
                        "it is LATE",
                        "14 slots are free: run 'allegiance maintain'",
                        "the horizons differ: run 'allegiance train'");
    }

    @Test
    void datesThatAreNotPublishedAreAWarning() {
        List<UnpublishedNight> missing =
                List.of(new UnpublishedNight(DATE.minusDays(1), UnpublishedNight.Why.ROLLED_BACK, "Ada", "prices"));
        assertThat(HealthRules.judge(status(good(), run(RunState.COMPLETED), true, missing, 50, null), null))
                .returns(Health.Level.WARNING, Health::level)
                .extracting(Health::reasons)
                .asString()
                .contains("1 date is not published, the first 2025-11-30 ROLLED_BACK");
    }

    @Test
    void withoutAFreeSlotTheNextNightFails() {
        assertThat(HealthRules.judge(status(good(), run(RunState.COMPLETED), true, List.of(), 0, null), null)
                        .level())
                .isEqualTo(Health.Level.CRITICAL);
    }

    private static Publication good() {
        return publication(NOW.plusHours(20));
    }

    private static Publication publication(LocalDateTime goodUntil) {
        return new Publication(
                7,
                DATE,
                3,
                1,
                "model",
                100,
                90,
                "a",
                "b",
                NOW,
                goodUntil,
                null,
                null,
                null,
                90,
                null,
                Publication.Freshness.UNKNOWN);
    }

    private static RunLine run(RunState state) {
        return new RunLine(3, JobName.NIGHTLY, DATE, 1, state, NOW, null, "why", "model", null);
    }

    private static Status status(
            Publication published,
            RunLine run,
            boolean alive,
            List<UnpublishedNight> missing,
            int freeSlots,
            @Nullable String horizons) {
        return new Status(
                NOW,
                ZoneId.of("Europe/Berlin"),
                published,
                published.goodUntil().isAfter(NOW),
                null,
                run,
                new Status.Progress(alive, null, null, null, null, null, null, 0, 0, null, null),
                List.of(),
                List.of(),
                List.of(),
                missing,
                freeSlots,
                horizons,
                "allegiance status",
                null);
    }
}
