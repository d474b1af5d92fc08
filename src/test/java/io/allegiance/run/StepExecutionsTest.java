package io.allegiance.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.run.RunSteps.Execution;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StepExecutionsTest {

    private static final LocalDateTime START = LocalDateTime.of(2025, 12, 31, 23, 59, 59);

    @Test
    void stepTakesTheSumOfItsAttempts() {
        StepExecutions step = group(
                execution("score", "FAILED", 0, 2_000, 2_000),
                execution("score:partition0", "FAILED", 0, 1_900, 1_900),
                execution("score", "COMPLETED", 60_000, 63_000, 63_000),
                execution("score:partition0", "COMPLETED", 60_000, 62_900, 62_900));
        assertThat(step.took()).isEqualTo(Duration.ofMillis(5_000));
        assertThat(step.partitions()).isEqualTo(1);
        assertThat(step.hasEnded()).isTrue();
        assertThat(step.lacksEnd()).isFalse();
    }

    @Test
    void runningStepTakesAsLongAsItsPartitionsTell() {
        StepExecutions step = group(
                execution("score", "STARTED", 0, null, 10),
                execution("score:partition0", "COMPLETED", 0, 700, 700),
                execution("score:partition1", "STARTED", 0, null, 900));
        assertThat(step.took()).isEqualTo(Duration.ofMillis(900));
        assertThat(step.hasEnded()).isFalse();
        assertThat(step.status()).isEqualTo("STARTED");
        assertThat(step.partitions("COMPLETED")).isEqualTo(1);
    }

    @Test
    void killedAttemptExcludesTheTimeUntilItsRestart() {
        StepExecutions step = group(
                execution("score", "FAILED", 0, null, 3_600_000),
                execution("score:partition0", "COMPLETED", 0, 700, 700),
                execution("score:partition1", "FAILED", 0, null, 3_600_000),
                execution("score", "COMPLETED", 3_600_000, 3_601_000, 3_601_000),
                execution("score:partition1", "COMPLETED", 3_600_000, 3_600_900, 3_600_900));
        assertThat(step.took()).isEqualTo(Duration.ofMillis(1_700));
        assertThat(step.lacksEnd()).isTrue();
    }

    @Test
    void clockThatWasSetBackGivesNoNegativeTime() {
        assertThat(group(execution("openDay", "COMPLETED", 0, -5, -5)).took()).isZero();
        assertThat(group(new Execution("openDay", "STARTING", null, null, START, 0, 0))
                        .took())
                .isZero();
    }

    @Test
    void secondsAreRoundedToFourDecimals() {
        LocalDateTime end = START.plusNanos(1_234_550_000L);
        assertThat(StepState.of(List.of(new Execution("openDay", "COMPLETED", START, end, end, 0, 0))))
                .containsExactly(new StepState("openDay", "COMPLETED", 0, 0, 0, 0, 1.2346));
    }

    @Test
    void stepsKeepTheOrderOfTheirFirstExecutions() {
        assertThat(StepExecutions.group(List.of(
                        execution("openDay", "FAILED", 0, 1, 1),
                        execution("score", "FAILED", 1, 2, 2),
                        execution("openDay", "COMPLETED", 3, 4, 4))))
                .extracting(StepExecutions::name)
                .containsExactly("openDay", "score");
    }

    private static StepExecutions group(Execution... executions) {
        return StepExecutions.group(List.of(executions)).get(0);
    }

    /** An execution by its times in milliseconds after the start. */
    private static Execution execution(
            String name, String status, long started, @Nullable Integer ended, long updated) {
        return new Execution(name, status, at(started), ended == null ? null : at(ended), at(updated), 0, 0);
    }

    private static LocalDateTime at(long millis) {
        return START.plus(Duration.ofMillis(millis));
    }
}
