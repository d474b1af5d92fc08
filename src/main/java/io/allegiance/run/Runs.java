package io.allegiance.run;

import io.allegiance.decision.DecisionKind;
import io.allegiance.decision.DecisionLog;
import io.allegiance.decision.NewDecision;
import io.allegiance.platform.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/** The table of runs. Each change is one transaction, so that the fencing check of the lease applies to it. */
@Repository
public final class Runs {

    private static final int LONGEST_MESSAGE = 1024;

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final DecisionLog decisions;

    Runs(JdbcClient jdbc, TransactionOperations transaction, DecisionLog decisions) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.decisions = decisions;
    }

    /** Begins a new attempt at a date. */
    public Run create(JobName job, LocalDate date, @Nullable Decision confirmation) {
        return create(job, date, confirmation, null);
    }

    /** Begins a new attempt at a date, as part of a backfill where one is given. */
    public Run create(JobName job, LocalDate date, @Nullable Decision confirmation, @Nullable Long backfillId) {
        int attempt = findNewest(job, date).map(Run::attempt).orElse(0) + 1;
        return get(Objects.requireNonNull(transaction.execute(status -> {
            GeneratedKeyHolder key = new GeneratedKeyHolder();
            jdbc.sql(Sql.get("run/insert_run"))
                    .params(Arrays.asList(
                            job.title(),
                            date,
                            attempt,
                            confirmation == null ? null : confirmation.by(),
                            confirmation == null ? null : confirmation.reason(),
                            confirmation == null ? null : confirmation.by(),
                            backfillId))
                    .update(key);
            long runId = Objects.requireNonNull(key.getKey()).longValue();
            if (confirmation != null) {
                record(DecisionKind.CONFIRM, date, runId, confirmation);
            }
            return runId;
        })));
    }

    /** Finds the newest attempt at a date. */
    public Optional<Run> findNewest(JobName job, LocalDate date) {
        return jdbc.sql(Sql.get("run/find_run"))
                .params(job.title(), date)
                .query(Runs::toRun)
                .optional();
    }

    /** Returns a run. */
    public Run get(long runId) {
        return jdbc.sql(Sql.get("run/get_run")).param(runId).query(Runs::toRun).single();
    }

    /** Finds a run; empty once maintenance has deleted it. */
    public Optional<Run> find(long runId) {
        return jdbc.sql(Sql.get("run/get_run")).param(runId).query(Runs::toRun).optional();
    }

    /** Stores what a run uses from now on. */
    public void freeze(long runId, Run.Frozen frozen) {
        jdbc.sql(Sql.get("run/freeze_run"))
                .params(Arrays.asList(
                        frozen.modelVersion(),
                        frozen.configurationHash(),
                        frozen.configuration(),
                        frozen.previousPublication(),
                        frozen.slot(),
                        runId))
                .update();
    }

    /** Records the state of a run, with the reason as a sentence. */
    public void setState(long runId, RunState state, @Nullable String message) {
        String shortened = message == null ? null : message.substring(0, Math.min(message.length(), LONGEST_MESSAGE));
        transaction.executeWithoutResult(status -> jdbc.sql(Sql.get("run/set_state"))
                .params(Arrays.asList(state.name(), shortened, state.name(), runId))
                .update());
    }

    /** Records who confirmed an unusual day. */
    public void confirm(Run run, Decision confirmation) {
        decide("run/confirm_run", DecisionKind.CONFIRM, run, confirmation);
    }

    /** Records the override that publishes a held run. */
    public void force(Run run, Decision decision) {
        decide("run/force_run", DecisionKind.FORCE, run, decision);
    }

    /** Abandons a run, so that the same command starts a new attempt. */
    public void abandon(Run run, Decision decision) {
        decide("run/abandon_run", DecisionKind.ABANDON, run, decision);
    }

    /** Makes a run part of a backfill, which carries it on. */
    public void join(long runId, long backfillId) {
        transaction.executeWithoutResult(status ->
                jdbc.sql(Sql.get("run/set_backfill")).params(backfillId, runId).update());
    }

    private void decide(String statement, DecisionKind kind, Run run, Decision decision) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql(Sql.get(statement))
                    .params(decision.by(), decision.reason(), run.runId())
                    .update();
            record(kind, run.businessDate(), run.runId(), decision);
        });
    }

    private void record(DecisionKind kind, LocalDate date, long runId, Decision decision) {
        decisions.append(new NewDecision(kind, date.toString(), "run " + runId, decision.by(), decision.reason()));
    }

    /**
     * Returns whether another run came after: what a run took in and folded may be of another date, or other days, by
     * now.
     */
    public boolean isFollowed(Run run) {
        return jdbc.sql(Sql.get("run/find_newer_run"))
                        .param(run.runId())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /**
     * Returns whether a run that opened would find other referrals, incidents or histories than it began with, or
     * without lines that it may have taken in.
     */
    public boolean isSuperseded(Run run) {
        return jdbc.sql(Sql.get("run/find_superseded"))
                        .param(run.runId())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Returns whether an import was taken back since a run began, which may have taken its lines in. */
    public boolean isUndoneSince(Run run) {
        return jdbc.sql(Sql.get("run/count_undone_since"))
                        .param(run.runId())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** One line of the list of runs; times in UTC. */
    public record RunLine(
            long runId,
            JobName job,
            LocalDate businessDate,
            int attempt,
            RunState state,
            LocalDateTime startedAt,
            @Nullable LocalDateTime endedAt,
            @Nullable String message,
            @Nullable String modelVersion,
            @Nullable Decision abandoned) {}

    /** Lists the newest runs, newest first: of all jobs, or the nights of one date alone. */
    public List<RunLine> listRecent(@Nullable LocalDate nightOf, int count) {
        return jdbc.sql(Sql.get("run/list_recent"))
                .params(Arrays.asList(nightOf, nightOf, count))
                .query((row, number) -> new RunLine(
                        row.getLong("run_id"),
                        JobName.of(row.getString("job")),
                        row.getObject("business_date", LocalDate.class),
                        row.getInt("attempt"),
                        RunState.valueOf(row.getString("state")),
                        row.getObject("started_at", LocalDateTime.class),
                        row.getObject("ended_at", LocalDateTime.class),
                        row.getString("message"),
                        row.getString("model_version"),
                        toDecision(row.getString("abandoned_by"), row.getString("abandoned_reason"))))
                .list();
    }

    /** Finds the newest run of a job that went through all its steps. */
    public OptionalLong findNewestCompleted(JobName job) {
        return jdbc.sql(Sql.get("run/find_newest_completed"))
                .param(job.title())
                .query(Long.class)
                .optional()
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    private static Run toRun(ResultSet row, int number) throws SQLException {
        return new Run(
                row.getLong("run_id"),
                JobName.of(row.getString("job")),
                row.getObject("business_date", LocalDate.class),
                row.getInt("attempt"),
                RunState.valueOf(row.getString("state")),
                toFrozen(row),
                toDecision(row.getString("confirmed_by"), row.getString("confirmed_reason")),
                toDecision(row.getString("forced_by"), row.getString("forced_reason")),
                row.getObject("backfill_id", Long.class),
                row.getString("message"));
    }

    private static Run.@Nullable Frozen toFrozen(ResultSet row) throws SQLException {
        String hash = row.getString("configuration_hash");
        if (hash == null) {
            return null;
        }
        return new Run.Frozen(
                row.getString("model_version"),
                hash,
                row.getString("configuration"),
                row.getObject("previous_publication", Long.class),
                row.getObject("slot", Integer.class));
    }

    private static @Nullable Decision toDecision(@Nullable String by, @Nullable String reason) {
        return by == null || reason == null ? null : new Decision(by, reason);
    }
}
