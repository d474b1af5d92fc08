package io.allegiance.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Runs a few long tasks in parallel, each on its own thread until it ends. */
public final class Parallel {

    private Parallel() {}

    /**
     * Runs all and returns their results in order. A task that uses the database takes its own connection, outside of
     * the caller's transaction.
     *
     * @throws RuntimeException what the first failed piece threw; the others have ended by then
     */
    public static <T> List<T> run(List<? extends Callable<T>> work) {
        if (work.isEmpty()) {
            return List.of();
        }
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(work)) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for work", e);
        } catch (ExecutionException e) {
            throw unchecked(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private static RuntimeException unchecked(@Nullable Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException known ? known : new IllegalStateException(failure);
    }
}
