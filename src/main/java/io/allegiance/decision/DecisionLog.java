package io.allegiance.decision;

import io.allegiance.platform.CodeVersion;
import io.allegiance.platform.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of decisions, to which rows are added and in which none is ever changed. */
@Repository
public final class DecisionLog {

    private static final Logger LOG = LoggerFactory.getLogger(DecisionLog.class);

    /** Decisions that others commit at the same moment, one after the other. */
    private static final int MOST_TRIES = 50;

    private final JdbcClient jdbc;
    private final CodeVersion version;

    public DecisionLog(JdbcClient jdbc, CodeVersion version) {
        this.jdbc = jdbc;
        this.version = version;
    }

    /**
     * Records a decision in the caller's transaction, so that both are there or neither. Where another process records one at the
     * same moment, this one waits for it and comes after it.
     */
    public void append(NewDecision decision) {
        for (int left = MOST_TRIES - 1; left >= 0; left--) {
            Optional<RecordedDecision> last = findLast();
            try {
                insert(
                        last.map(before -> before.id() + 1).orElse(1L),
                        decision,
                        last.map(RecordedDecision::hash).orElse(RecordedDecision.NONE));
                findLast()
                        .ifPresent(added -> LOG.info(
                                "decision {} is recorded: {} {}, hash {}",
                                added.id(),
                                added.kind(),
                                added.subject(),
                                added.hash()));
                return;
            } catch (DuplicateKeyException e) {
                if (left == 0) {
                    throw e;
                }
            }
        }
    }

    private void insert(long id, NewDecision decision, String previousHash) {
        jdbc.sql(Sql.get("decision/insert_decision"))
                .params(Arrays.asList(
                        id,
                        decision.kind().name(),
                        decision.subject(),
                        decision.detail(),
                        decision.by(),
                        decision.reason(),
                        ProcessOwner.user(),
                        ProcessOwner.host(),
                        version.value(),
                        previousHash))
                .update();
    }

    private Optional<RecordedDecision> findLast() {
        return jdbc.sql(Sql.get("decision/find_last_decision"))
                .query(DecisionLog::toDecision)
                .optional();
    }

    /** Lists all decisions, oldest first. */
    public List<RecordedDecision> list() {
        return jdbc.sql(Sql.get("decision/list_decisions"))
                .query(DecisionLog::toDecision)
                .list();
    }

    private static RecordedDecision toDecision(ResultSet row, int number) throws SQLException {
        return new RecordedDecision(
                row.getLong("decision_id"),
                row.getString("kind"),
                row.getString("subject"),
                row.getString("detail"),
                row.getString("given_name"),
                row.getString("reason"),
                row.getString("os_user"),
                row.getString("os_host"),
                row.getString("program_version"),
                row.getString("previous_hash"),
                row.getString("database_user"),
                row.getString("database_client"),
                Objects.requireNonNull(row.getObject("decided_at", LocalDateTime.class)));
    }
}
