package io.allegiance.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Settings of replication that would refuse a night's commits, or show readers of a replica an order that never was. Finds
 * nothing where the server has no replication, or the account may not see it.
 */
@Component
final class ReplicationCheck implements HealthCheck {

    private static final String CHECK = "replication";

    /** The program keeps its transactions below this. */
    static final long LARGEST_TRANSACTION = 64L << 20;

    private final ServerFacts server;

    ReplicationCheck(ServerFacts server) {
        this.server = server;
    }

    @Override
    public List<Finding> examine() {
        return examine(server.variables(), server.countReplicationThreads());
    }

    static List<Finding> examine(Map<String, String> variables, long threads) {
        boolean group =
                !variables.getOrDefault("group_replication_group_name", "").isBlank();
        if (!group && threads == 0) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>(group ? ofGroup(variables) : List.of());
        addCommitOrder(findings, variables);
        addBinaryLog(findings, variables);
        return findings.isEmpty()
                ? List.of(Finding.ok(
                        CHECK, group ? "a group, its limits leave room" : "replicas keep the order of commits"))
                : findings;
    }

    private static List<Finding> ofGroup(Map<String, String> variables) {
        List<Finding> findings = new ArrayList<>();
        if (isOff(variables, "group_replication_single_primary_mode")) {
            findings.add(Finding.fail(
                    CHECK,
                    "group_replication_single_primary_mode is off: the lease does not hold across members",
                    "as an administrator: SELECT group_replication_switch_to_single_primary_mode()"));
        }
        long limit = Long.parseLong(variables.getOrDefault("group_replication_transaction_size_limit", "0"));
        if (limit > 0 && limit < LARGEST_TRANSACTION) {
            findings.add(
                    Finding.fail(
                            CHECK,
                            "group_replication_transaction_size_limit is " + (limit >> 20)
                                    + " MiB: commits may be refused",
                            "as an administrator, on each member: SET PERSIST group_replication_transaction_size_limit = 150000000"));
        }
        return findings;
    }

    private static void addCommitOrder(List<Finding> findings, Map<String, String> variables) {
        boolean parallel = toLong(variables.getOrDefault("replica_parallel_workers", "0")) > 1;
        if (parallel && isOff(variables, "replica_preserve_commit_order")) {
            findings.add(Finding.warn(
                    CHECK,
                    "replica_preserve_commit_order is off: on such a replica readers may see a publication before its rows",
                    "as an administrator, on each replica: SET PERSIST replica_preserve_commit_order = ON"));
        }
    }

    private static void addBinaryLog(List<Finding> findings, Map<String, String> variables) {
        String format = variables.getOrDefault("binlog_format", "ROW");
        if (!format.equals("ROW")) {
            findings.add(Finding.warn(
                    CHECK,
                    "binlog_format is " + format + ": replicas would fill in their own account in decisions",
                    "as an administrator: SET PERSIST binlog_format = ROW (MariaDB: in the server's file)"));
        }
        if (isOff(variables, "gtid_mode")) {
            findings.add(Finding.warn(
                    CHECK,
                    "gtid_mode is off: after a failover nobody can tell which transactions were lost",
                    "as an administrator: enable gtid_mode and enforce_gtid_consistency on all servers"));
        }
        long cache = toLong(variables.getOrDefault("max_binlog_cache_size", "18446744073709547520"));
        if (cache < LARGEST_TRANSACTION) {
            findings.add(Finding.fail(
                    CHECK,
                    "max_binlog_cache_size is " + (cache >> 20) + " MiB: commits may be refused",
                    "as an administrator: SET PERSIST max_binlog_cache_size = " + 2 * LARGEST_TRANSACTION));
        }
    }

    /** A number that may be larger than a long, such as the default of the server. */
    private static long toLong(String number) {
        return number.length() > 18 ? Long.MAX_VALUE : Long.parseLong(number);
    }

    private static boolean isOff(Map<String, String> variables, String name) {
        return variables.getOrDefault(name, "ON").equals("OFF");
    }
}
