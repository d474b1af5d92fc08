package io.allegiance.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ParallelTest {

    @Test
    void allPiecesRunAtOnceAndGiveTheirResultsInOrder() {
        CyclicBarrier together = new CyclicBarrier(3);
        List<Callable<Integer>> work = List.of(
                () -> 1 + 0 * together.await(30, TimeUnit.SECONDS),
                () -> 2 + 0 * together.await(30, TimeUnit.SECONDS),
                () -> 3 + 0 * together.await(30, TimeUnit.SECONDS));
        assertThat(Parallel.run(work)).containsExactly(1, 2, 3);
        assertThat(Parallel.run(List.<Callable<Integer>>of())).isEmpty();
    }

    @Test
    void theFailureOfAPieceIsThrownAsItWas() {
        IllegalArgumentException failure = new IllegalArgumentException("bad");
        List<Callable<Integer>> work = List.of(() -> 1, () -> {
            throw failure;
        });
        assertThatThrownBy(() -> Parallel.run(work)).isSameAs(failure);
    }
}
