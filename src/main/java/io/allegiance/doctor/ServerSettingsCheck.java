package io.allegiance.doctor;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Settings of the server that make nights slow, or lose what was committed. */
@Component
final class ServerSettingsCheck implements HealthCheck {

    /** A model's document, or a chunk of the slower inserts, goes in one piece. */
    private static final long LEAST_PACKET = 16L << 20;

    private final ServerFacts server;

    ServerSettingsCheck(ServerFacts server) {
        this.server = server;
    }

    @Override
    public List<Finding> examine() {
        Map<String, String> variables = server.variables();
        return List.of(bulkLoads(variables), packets(variables), durability(variables));
    }

    private static Finding bulkLoads(Map<String, String> variables) {
        return variables.getOrDefault("local_infile", "OFF").equals("ON")
                ? Finding.ok("bulk loads", "local_infile is on")
                : Finding.warn(
                        "bulk loads",
                        "local_infile is off: nights take the slower inserts",
                        "as an administrator: SET PERSIST local_infile = ON (MariaDB: in the server's file)");
    }

    private static Finding packets(Map<String, String> variables) {
        long bytes = Long.parseLong(variables.getOrDefault("max_allowed_packet", "0"));
        String found = "max_allowed_packet is " + (bytes >> 20) + " MiB";
        return bytes >= LEAST_PACKET
                ? Finding.ok("packets", found)
                : Finding.warn(
                        "packets",
                        found + ": a large model may not fit",
                        "as an administrator: SET GLOBAL max_allowed_packet = " + 4 * LEAST_PACKET);
    }

    private static Finding durability(Map<String, String> variables) {
        boolean flushed =
                variables.getOrDefault("innodb_flush_log_at_trx_commit", "1").equals("1");
        boolean logged = variables.getOrDefault("log_bin", "OFF").equals("ON");
        boolean synced = variables.getOrDefault("sync_binlog", "1").equals("1");
        return Finding.ok(
                "durability",
                (flushed ? "each commit is flushed" : "a crash of the server may lose the last second")
                        + (logged
                                ? ", binary log on" + (synced ? "" : ", not synced at each commit")
                                : ", binary log off"));
    }
}
