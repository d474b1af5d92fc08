package io.allegiance.doctor;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Whether there are enough connections. A partition's thread, and the thread that starts partitions, may each hold two
 * of the pool's connections, because Spring Batch takes the next number of a row on a separate connection; the
 * heartbeat takes one. Streams are outside the pool, three for each partition. Workers are counted with all that they may open.
 */
@Component
final class ConnectionsCheck implements HealthCheck {

    private static final String NAME = "connections";
    private static final int STREAMS = 3;

    private final ServerFacts server;
    private final HikariDataSource pool;
    private final int partitions;

    ConnectionsCheck(ServerFacts server, HikariDataSource pool, @Value("${allegiance.partitions}") int partitions) {
        this.server = server;
        this.pool = pool;
        this.partitions = partitions;
    }

    @Override
    public List<Finding> examine() {
        int size = pool.getMaximumPoolSize();
        int least = 2 * (partitions + 1) + 1;
        String found = "a pool of " + size + " for " + partitions + " partitions";
        if (size < least) {
            return List.of(Finding.fail(
                    NAME,
                    found + ", which need " + least,
                    "lower allegiance.partitions in jobs/nightly.yaml, or raise"
                            + " SPRING_DATASOURCE_HIKARI_MAXIMUM_POOL_SIZE"));
        }
        ServerFacts.Workers workers = server.totalWorkers();
        long needed = Math.min(size, least) + (long) STREAMS * partitions;
        if (workers.count() > 0) {
            found += "; " + workers.count() + " workers with up to " + workers.connections() + " and "
                    + STREAMS * workers.threads() + " streams";
            needed += workers.connections() + STREAMS * workers.threads();
        }
        return List.of(examineServer(found, needed));
    }

    private Finding examineServer(String found, long needed) {
        Map<String, String> variables = server.variables();
        long most = Long.parseLong(variables.getOrDefault("max_connections", "0"));
        long mostOfUser = Long.parseLong(variables.getOrDefault("max_user_connections", "0"));
        long open = server.countConnections();
        String all = found + "; the server has room for " + most + ", of which " + open + " are taken";
        if (most < needed || (mostOfUser > 0 && mostOfUser < needed)) {
            return Finding.fail(
                    NAME,
                    all + (mostOfUser > 0 ? ", and for " + mostOfUser + " of one user" : "") + "; a night needs "
                            + needed,
                    "raise max_connections or max_user_connections at the server, or lower allegiance.partitions in"
                            + " jobs/nightly.yaml, or the threads of workers");
        }
        return most - open < needed
                ? Finding.warn(NAME, all + "; a night needs " + needed, "raise max_connections at the server")
                : Finding.ok(NAME, all);
    }
}
