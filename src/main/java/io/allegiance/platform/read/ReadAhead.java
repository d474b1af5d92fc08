package io.allegiance.platform.read;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads items on a separate thread, a little ahead of their consumer: two processors share what one would do after the
 * other. The order stays, and memory holds a few thousand items.
 */
public final class ReadAhead {

    private static final int ITEMS = 1_000;
    private static final int BATCHES = 4;

    private ReadAhead() {}

    /**
     * Passes all items to a consumer, on the caller's thread.
     *
     * @param source returns the next item, null at the end; one other thread calls it, which has ended on return
     * @throws RuntimeException what either of them threw
     */
    public static <T> void forEach(Supplier<@Nullable T> source, Consumer<? super T> consumer) {
        BlockingQueue<Batch<T>> batches = new ArrayBlockingQueue<>(BATCHES);
        Thread reader = new Thread(() -> read(source, batches), "read-ahead");
        reader.setDaemon(true);
        reader.start();
        try {
            for (Batch<T> batch = batches.take(); batch.passOn(consumer); batch = batches.take()) {
                // Handed over.
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        } finally {
            reader.interrupt();
            join(reader);
        }
    }

    private static <T> void read(Supplier<@Nullable T> source, BlockingQueue<Batch<T>> batches) {
        try {
            Batch<T> batch = Batch.read(source);
            while (!batch.isLast()) {
                batches.put(batch);
                batch = Batch.read(source);
            }
            batches.put(batch);
        } catch (InterruptedException e) {
            // Nobody waits for the rest any more.
            Thread.currentThread().interrupt();
        }
    }

    private static void join(Thread reader) {
        try {
            reader.join();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted while reading ahead", e);
    }

    /** Some items, and how the reading ended where it did. */
    private record Batch<T>(
            List<T> items, boolean isLast, @Nullable RuntimeException failure) {

        static <T> Batch<T> read(Supplier<@Nullable T> source) {
            List<T> items = new ArrayList<>(ITEMS);
            try {
                while (items.size() < ITEMS) {
                    T item = source.get();
                    if (item == null) {
                        return new Batch<>(items, true, null);
                    }
                    items.add(item);
                }
                return new Batch<>(items, false, null);
            } catch (RuntimeException e) {
                return new Batch<>(items, true, e);
            }
        }

        /** Passes the items on; false at the end. */
        boolean passOn(Consumer<? super T> consumer) {
            items.forEach(consumer);
            if (failure != null) {
                throw failure;
            }
            return !isLast;
        }
    }
}
