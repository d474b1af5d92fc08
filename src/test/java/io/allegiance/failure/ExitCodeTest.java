package io.allegiance.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExitCodeTest {

    private static final Map<Class<?>, Integer> OF_FAILURES = Map.of(
            NothingToDoException.class, 4,
            UpstreamException.class, 10,
            GateHeldException.class, 11,
            LeaseHeldException.class, 12,
            RetryableException.class, 20,
            AttentionException.class, 21,
            StoppedException.class, 30,
            UsageException.class, 64);

    @Test
    void everyFailureThatThereCanBeHasItsCode() throws ReflectiveOperationException {
        assertThat(AllegianceException.class.getPermittedSubclasses())
                .containsExactlyInAnyOrderElementsOf(OF_FAILURES.keySet());
        for (Class<?> failure : AllegianceException.class.getPermittedSubclasses()) {
            AllegianceException thrown =
                    (AllegianceException) failure.getConstructor(String.class).newInstance("a sentence");
            assertThat(thrown.exitCode().code()).as(failure.getSimpleName()).isEqualTo(OF_FAILURES.get(failure));
        }
    }

    @Test
    void theNumbersAreThoseThatSchedulersWereToldOf() {
        assertThat(Arrays.stream(ExitCode.values()).mapToInt(ExitCode::code))
                .containsExactly(0, 3, 4, 10, 11, 12, 20, 21, 30, 64, 70);
    }
}
