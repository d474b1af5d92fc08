package io.allegiance.job.partition;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one partition of a step does, in plain methods: read an item, make a result of it, write the results of a chunk.
 * One thread uses it. Each chunk's {@code write} and {@code save} share one transaction with the record of the position,
 * so a restart finds the position of exactly what was written.
 *
 * @param <I> what is read
 * @param <O> what is written
 */
public interface PartitionWork<I, O> extends AutoCloseable {

    /** Reads the next item; null when there are no more. */
    @Nullable
    I read();

    /** Makes of an item what is written; null when there is nothing to write. */
    @Nullable
    O process(I item);

    /** Writes the results of a chunk as absolute values, in the chunk's transaction. */
    void write(List<? extends O> chunk);

    /**
     * Gets the position and the counts so far, to be recorded in the chunk's transaction; also called after the last,
     * empty chunk.
     */
    Map<String, String> save();

    @Override
    void close();
}
