package io.allegiance.job.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.allegiance.failure.LeaseHeldException;
import io.allegiance.testing.TestDatabase;
import java.util.OptionalLong;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The fence of a claim alone: whoever lost a partition commits nothing, although Spring Batch's row of it has not changed. */
@Tag("database")
class ClaimFenceTest {

    @AutoClose
    private static final TestDatabase.Schema SCHEMA = TestDatabase.freshSchema().migrate();

    private final JdbcClient sql = JdbcClient.create(SCHEMA.dataSource());
    private final TransactionTemplate transaction = new TransactionTemplate(
            new FencedTransactionManager(SCHEMA.dataSource(), OptionalLong::empty, new HolderConnections(sql)));

    @BeforeEach
    void claim() {
        sql.sql("UPDATE run_lease SET token = 5").update();
        sql.sql("DELETE FROM setting").update();
        sql.sql("DELETE FROM run_claim").update();
        sql.sql(
                        "INSERT INTO run_claim (run_id, step, partition_number, lease_token, step_execution_id, state, claim_number,"
                                + " attempts) VALUES (1, 'step', 3, 5, 7, 'TAKEN', 2, 2)")
                .update();
    }

    private static ClaimFence fence(long token, long number) {
        return new ClaimFence(new ClaimFence.Claimed(1, "step", 3, token, number), ClaimFence.worker(9));
    }

    private void writeUnder(ClaimFence fence) {
        fence.guard(() -> transaction.executeWithoutResult(
                status -> sql.sql("INSERT INTO setting (name, value) VALUES ('written', '')")
                        .update()));
    }

    private long written() {
        return sql.sql("SELECT COUNT(*) FROM setting").query(Long.class).single();
    }

    @Test
    void whoHoldsTheClaimCommits() {
        ClaimFence holder = fence(5, 2);
        writeUnder(holder);
        assertThat(written()).isOne();
        assertThat(holder.isLost()).isFalse();
    }

    @Test
    void whoLostTheClaimIsRefused() {
        ClaimFence loser = fence(5, 1);
        assertThatExceptionOfType(ClaimLostException.class).isThrownBy(() -> writeUnder(loser));
        assertThat(loser.isLost()).isTrue();
        assertThat(written()).isZero();
    }

    @Test
    void whoWorksUnderAFormerLeaseIsRefused() {
        sql.sql("UPDATE run_lease SET token = 6").update();
        ClaimFence loser = fence(5, 2);
        assertThatExceptionOfType(LeaseHeldException.class).isThrownBy(() -> writeUnder(loser));
        assertThat(loser.isLost()).isTrue();
        assertThat(written()).isZero();
    }

    @Test
    void whoIsToStopCommitsAndKnows() {
        sql.sql("UPDATE run_claim SET state = 'STOPPING'").update();
        ClaimFence stopping = fence(5, 2);
        writeUnder(stopping);
        assertThat(written()).isOne();
        assertThat(stopping.isStopping()).isTrue();
    }

    @Test
    void whatIsWithdrawnOrDoneIsRefused() {
        for (String state : new String[] {"WITHDRAWN", "DONE", "FAILED", "OFFERED"}) {
            sql.sql("UPDATE run_claim SET state = ?").param(state).update();
            assertThatExceptionOfType(ClaimLostException.class).as(state).isThrownBy(() -> writeUnder(fence(5, 2)));
        }
        assertThat(written()).isZero();
    }

    @Test
    void theConnectionIsNamedAfterTheWorker() {
        sql.sql("UPDATE run_claim SET state = 'TAKEN'").update();
        writeUnder(fence(5, 2));
        assertThat(sql.sql(
                                "SELECT IS_USED_LOCK(CONCAT('allegiance-', LEFT(SHA2(DATABASE(), 256), 24), '-w9-0')) IS NOT NULL")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }
}
