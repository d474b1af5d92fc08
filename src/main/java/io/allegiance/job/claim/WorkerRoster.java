package io.allegiance.job.claim;

import io.allegiance.platform.sql.Sql;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** The workers that there are. */
@Repository
public final class WorkerRoster {

    private final JdbcClient jdbc;

    WorkerRoster(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds this process.
     *
     * @param threads partitions that it works on at once
     * @param connections the most connections that it opens
     */
    public WorkerIdentity add(String buildId, int threads, int connections) {
        jdbc.sql(Sql.get("job/claim/delete_silent_workers")).update();
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        String name = WorkerIdentity.describeThisProcess();
        jdbc.sql(Sql.get("job/claim/insert_worker"))
                .params(name, buildId, threads, connections)
                .update(key);
        return new WorkerIdentity(Objects.requireNonNull(key.getKey()).longValue(), name);
    }

    /** Records that this process is alive. */
    public void renew(WorkerIdentity worker) {
        jdbc.sql(Sql.get("job/claim/renew_worker")).param(worker.id()).update();
    }

    /** Removes this process. */
    public void remove(WorkerIdentity worker) {
        jdbc.sql(Sql.get("job/claim/delete_worker")).param(worker.id()).update();
    }
}
