package io.allegiance.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeliveryTest {

    private final List<Long> tries = new ArrayList<>();

    @Test
    void aSuccessIsTheLastTry() {
        assertThat(delivery(Duration.ofSeconds(5)).attempt(() -> attempt(2))).isEmpty();
        assertThat(tries).hasSize(2);
    }

    @Test
    void theThirdFailureIsTold() {
        assertThat(delivery(Duration.ofSeconds(5)).attempt(() -> attempt(4))).hasValue("try 3 failed");
        assertThat(tries).hasSize(3);
    }

    @Test
    void thePausesGrow() {
        delivery(Duration.ofSeconds(5)).attempt(() -> attempt(4));
        long first = tries.get(1) - tries.get(0);
        long second = tries.get(2) - tries.get(1);
        assertThat(first).isGreaterThanOrEqualTo(50_000_000);
        assertThat(second).isGreaterThanOrEqualTo(150_000_000);
    }

    @Test
    void beyondTheBoundNoTryBegins() {
        assertThat(delivery(Duration.ofMillis(1)).attempt(() -> attempt(4))).hasValue("try 1 failed");
        assertThat(tries).hasSize(1);
    }

    @Test
    void aFaultOfTheProgramIsNotTriedAgain() {
        assertThatThrownBy(() -> delivery(Duration.ofSeconds(5)).attempt(() -> {
                    tries.add(0L);
                    throw new IllegalArgumentException("a fault");
                }))
                .hasRootCauseMessage("a fault");
        assertThat(tries).hasSize(1);
    }

    private static Delivery delivery(Duration bound) {
        return new Delivery(Duration.ofMillis(50), bound);
    }

    private Optional<String> attempt(int succeedsAt) {
        tries.add(System.nanoTime());
        return tries.size() < succeedsAt ? Optional.of("try " + tries.size() + " failed") : Optional.empty();
    }
}
