package io.allegiance.platform.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeyBatchesTest {

    @Test
    void lastBatchHoldsTheRest() {
        assertThat(KeyBatches.of(List.of(1, 2, 3, 4, 5), 2)).containsExactly(List.of(1, 2), List.of(3, 4), List.of(5));
        assertThat(KeyBatches.of(List.of(1, 2), 2)).containsExactly(List.of(1, 2));
        assertThat(KeyBatches.of(List.of(), 2)).isEmpty();
    }

    @Test
    void sumVisitsEachKeyOnceInOrder() {
        List<Integer> keys = IntStream.range(0, 1_234).boxed().toList();
        List<Integer> seen = new ArrayList<>();
        long rows = KeyBatches.sum(keys, batch -> {
            seen.addAll(batch);
            return batch.size();
        });
        assertThat(rows).isEqualTo(keys.size());
        assertThat(seen).isEqualTo(keys);
    }
}
