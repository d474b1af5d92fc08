package io.allegiance.job.partition;

import io.allegiance.failure.AttentionException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The work of each partitioned step, by the name of the step. Steps of one name, in several jobs, have the same work. */
@Component
final class PartitionWorkers {

    private final Map<String, PartitionWorker<?>> workers = new ConcurrentHashMap<>();

    void add(String step, PartitionWorker<?> worker) {
        workers.put(step, worker);
    }

    PartitionWorker<?> get(String step) {
        PartitionWorker<?> worker = workers.get(step);
        if (worker == null) {
            throw new AttentionException("this program has no step " + step + "; install the same jar on every host");
        }
        return worker;
    }
}
