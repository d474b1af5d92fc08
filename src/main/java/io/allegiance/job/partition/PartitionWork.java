package io.allegiance.job.partition;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The work of one partition of a step, in plain methods: compute the next result, write the results of a chunk. One
 * thread uses it. Each chunk's {@code write} and {@code save} share one transaction with the record of the position, so
 * a restart finds the position of exactly what was written.
 *
 * @param <T> a result
 */
public interface PartitionWork<T> extends AutoCloseable {

    /**
     * Reads the input of the next result and computes it; null at the end. Both in one, because a chunk holds thousands
     * of results and would hold as many of what they were made of.
     */
    @Nullable
    T read();

    /** Writes the results of a chunk as absolute values, in the chunk's transaction. */
    void write(List<? extends T> chunk);

    /**
     * Returns the position and the counts so far, to be recorded in the chunk's transaction; also called after the
     * last, empty chunk.
     */
    Map<String, String> save();

    @Override
    void close();
}
