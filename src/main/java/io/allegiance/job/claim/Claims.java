package io.allegiance.job.claim;

import io.allegiance.job.lease.ClaimFence;
import io.allegiance.platform.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The table of partitions that are offered, taken and done. Each change of a claim is one statement that names the number of
 * the claim, so that of several processes one succeeds; the clock is that of the database.
 */
@Repository
public final class Claims {

    private static final int LONGEST_FAILURE = 1024;

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Duration timeToLive;

    Claims(
            JdbcClient jdbc,
            TransactionOperations transaction,
            @Value("${allegiance.lease.time-to-live}") Duration timeToLive) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.timeToLive = timeToLive;
    }

    /**
     * Offers the partitions of a step; offers under earlier leases are over.
     *
     * @param token of the lease that this process holds
     * @param stepExecutions Spring Batch's row of each partition, by its number
     */
    public void offer(long runId, String step, long token, Map<Integer, Long> stepExecutions) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql(Sql.get("job/claim/delete_former_offers"))
                    .params(token, runId, step)
                    .update();
            stepExecutions.forEach((partition, execution) -> jdbc.sql(Sql.get("job/claim/insert_offer"))
                    .params(runId, step, partition, token, execution)
                    .update());
        });
    }

    /** Finds a partition that may be taken, of whatever run holds the lease. */
    Optional<Offer> findOpen() {
        return jdbc.sql(Sql.get("job/claim/find_open")).query(Claims::toOffer).optional();
    }

    private static Offer toOffer(ResultSet row, int number) throws SQLException {
        long token = row.getLong("lease_token");
        String holder = row.getString("state").equals("OFFERED")
                ? ""
                : WorkerIdentity.nameHolder(row.getObject("worker_id", Long.class), token);
        return new Offer(
                row.getLong("run_id"),
                row.getString("step"),
                row.getInt("partition_number"),
                token,
                row.getLong("step_execution_id"),
                row.getLong("claim_number"),
                row.getInt("attempts"),
                holder);
    }

    /** Takes a partition; empty where another process was faster. */
    Optional<Claim> take(Offer offer, WorkerIdentity worker) {
        int taken = jdbc.sql(Sql.get("job/claim/take_claim"))
                .params(Arrays.asList(
                        worker.id(),
                        worker.name(),
                        timeToLive.toSeconds(),
                        offer.runId(),
                        offer.step(),
                        offer.partition(),
                        offer.token(),
                        offer.claimNumber()))
                .update();
        return taken == 0
                ? Optional.empty()
                : Optional.of(new Claim(
                        offer.stepExecutionId(), offer.attempts() + 1, fence(offer, offer.claimNumber() + 1, worker)));
    }

    private static ClaimFence fence(Offer offer, long number, WorkerIdentity worker) {
        return new ClaimFence(
                new ClaimFence.Claimed(offer.runId(), offer.step(), offer.partition(), offer.token(), number),
                worker.holder(offer.token()));
    }

    /** Extends a claim's time; false where it is another's by now. */
    boolean renew(ClaimFence.Claimed claimed) {
        return change("job/claim/renew_claim", claimed, timeToLive.toSeconds());
    }

    /** Records that a claimed partition is done; false where it is another's by now. */
    public boolean finish(ClaimFence.Claimed claimed) {
        return change("job/claim/finish_claim", claimed);
    }

    /** Gives a claimed partition back, because this process was asked to stop; that is no attempt. */
    public void giveBack(ClaimFence.Claimed claimed) {
        change("job/claim/give_back", claimed);
    }

    /**
     * Records that an attempt at a claimed partition failed: it is offered again, or fails its step.
     *
     * @param isLast whether nobody is to try it again
     * @return false where it is another's by now
     */
    public boolean fail(ClaimFence.Claimed claimed, boolean isLast, int code, String failure) {
        return change(
                "job/claim/fail_claim",
                claimed,
                isLast,
                code,
                failure.substring(0, Math.min(failure.length(), LONGEST_FAILURE)));
    }

    private boolean change(String statement, ClaimFence.Claimed claimed, Object... more) {
        return jdbc.sql(Sql.get(statement))
                        .params(more)
                        .params(claimed.runId(), claimed.step(), claimed.partition(), claimed.token(), claimed.number())
                        .update()
                > 0;
    }

    /** Counts the partitions of a step that are not at their end. */
    public ClaimTally tally(long runId, String step, long token) {
        return jdbc.sql(Sql.get("job/claim/tally_claims"))
                .params(runId, step, token)
                .query((row, number) -> new ClaimTally(row.getLong(1), row.getInt(2), row.getInt(3)))
                .single();
    }

    /** Takes back what nobody has taken, and asks the others to stop behind their chunk. */
    public void askToStop(long runId, String step, long token) {
        jdbc.sql(Sql.get("job/claim/ask_to_stop")).params(runId, step, token).update();
    }

    /** Takes back all that is not at its end: commits of those who still work on it are refused. */
    public void withdraw(long runId, String step, long token) {
        jdbc.sql(Sql.get("job/claim/withdraw")).params(runId, step, token).update();
    }

    /** Lists what became of the partitions that a run offered, as far as that is kept. */
    public List<ClaimLine> list(long runId) {
        return jdbc.sql(Sql.get("job/claim/list_claims"))
                .param(runId)
                .query((row, number) -> new ClaimLine(
                        row.getString("step"),
                        row.getInt("partition_number"),
                        row.getString("state"),
                        row.getInt("attempts"),
                        row.getString("worker"),
                        row.getObject("taken_at", LocalDateTime.class),
                        row.getObject("failure_code", Integer.class),
                        row.getString("failure")))
                .list();
    }
}
