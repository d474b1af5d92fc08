package io.allegiance.platform.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ReadAheadTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 999, 1_000, 1_001, 25_000})
    void everyItemIsHandedOverInOrderOnTheCallersThread(int items) {
        List<Integer> handed = new ArrayList<>();
        Thread caller = Thread.currentThread();
        ReadAhead.forEach(upTo(items), item -> {
            assertThat(Thread.currentThread()).isSameAs(caller);
            handed.add(item);
        });
        assertThat(handed).isEqualTo(IntStream.range(0, items).boxed().toList());
    }

    @Test
    void whatTheSourceThrowsIsThrownBehindTheItemsBeforeIt() {
        List<Integer> handed = new ArrayList<>();
        AtomicInteger next = new AtomicInteger();
        Supplier<Integer> failing = () -> {
            if (next.get() == 1_500) {
                throw new IllegalStateException("the connection is gone");
            }
            return next.getAndIncrement();
        };
        assertThatThrownBy(() -> ReadAhead.forEach(failing, handed::add)).hasMessage("the connection is gone");
        assertThat(handed).hasSize(1_500);
    }

    @Test
    void aConsumerThatFailsEndsTheReading() {
        AtomicInteger read = new AtomicInteger();
        AtomicReference<Thread> reader = new AtomicReference<>();
        Supplier<Integer> endless = () -> {
            reader.set(Thread.currentThread());
            return read.incrementAndGet();
        };
        assertThatThrownBy(() -> ReadAhead.forEach(endless, item -> {
                    throw new IllegalStateException("no more");
                }))
                .hasMessage("no more");
        assertThat(reader.get().isAlive()).isFalse();
        assertThat(read.get()).isLessThan(10_000);
    }

    private static Supplier<Integer> upTo(int items) {
        Iterator<Integer> numbers = IntStream.range(0, items).iterator();
        return () -> numbers.hasNext() ? numbers.next() : null;
    }
}
