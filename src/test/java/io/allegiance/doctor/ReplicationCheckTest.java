package io.allegiance.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ReplicationCheckTest {

    private static final Map<String, String> GROUP = Map.of("group_replication_group_name", "a-group");

    @Test
    void saysNothingWithoutReplication() {
        assertThat(ReplicationCheck.examine(Map.of("gtid_mode", "OFF", "replica_preserve_commit_order", "OFF"), 0))
                .isEmpty();
        assertThat(ReplicationCheck.examine(Map.of("group_replication_group_name", ""), 0))
                .isEmpty();
    }

    @Test
    void aReplicaThatKeepsTheOrderIsWell() {
        assertThat(ReplicationCheck.examine(
                        Map.of("replica_parallel_workers", "4", "replica_preserve_commit_order", "ON"), 1))
                .singleElement()
                .matches(finding -> finding.verdict() == Verdict.OK);
    }

    @Test
    void readersMustNotSeeAPublicationBeforeItsRows() {
        assertThat(ReplicationCheck.examine(
                        Map.of("replica_parallel_workers", "4", "replica_preserve_commit_order", "OFF"), 1))
                .singleElement()
                .matches(finding -> finding.verdict() == Verdict.WARN
                        && finding.found().startsWith("replica_preserve_commit_order is off"));
        assertThat(ReplicationCheck.examine(
                        Map.of("replica_parallel_workers", "1", "replica_preserve_commit_order", "OFF"), 1))
                .as("one thread cannot change the order")
                .singleElement()
                .matches(finding -> finding.verdict() == Verdict.OK);
    }

    @Test
    void aGroupMustTakeTheLargestTransactionAndHaveOnePrimary() {
        assertThat(ReplicationCheck.examine(GROUP, 0))
                .singleElement()
                .matches(finding -> finding.verdict() == Verdict.OK);
        assertThat(failing("group_replication_transaction_size_limit", "1048576"))
                .contains("is 1 MiB");
        assertThat(failing("group_replication_single_primary_mode", "OFF")).contains("the lease does not hold");
        assertThat(failing("max_binlog_cache_size", "4096")).contains("commits may be refused");
        assertThat(ReplicationCheck.examine(
                        Map.of(
                                "group_replication_group_name", "a-group",
                                "group_replication_transaction_size_limit", "0",
                                "max_binlog_cache_size", "18446744073709547520"),
                        0))
                .as("without limits")
                .singleElement()
                .matches(finding -> finding.verdict() == Verdict.OK);
    }

    private static String failing(String variable, String value) {
        Finding finding = ReplicationCheck.examine(
                        Map.of("group_replication_group_name", "a-group", variable, value), 0)
                .get(0);
        assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
        return finding.found();
    }
}
