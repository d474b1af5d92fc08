package io.allegiance.outcome;

import io.allegiance.platform.sql.Sql;
import io.allegiance.publish.MeanChurnInterval;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code publication_outcome}: past publications and what happened after them. */
@Repository
public final class Outcomes {

    /** A shop that upgrades has years of publications; each costs as much as scoring the customers of a log. */
    private static final int MOST_IN_A_TRAINING = 8;

    /** Outcomes are a week apart, so these reach back for longer than H/3 days of the longest horizon. */
    private static final int SEARCHED = 60;

    private final JdbcClient jdbc;

    Outcomes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Lists the publications whose outcome a training records: one for each week, at most 8, oldest first.
     *
     * @param asOf the last day of which it is known what happened: the horizon of each publication has passed by then
     * @param horizonDays H of those that have none on record
     * @see WeeklyChoice
     */
    public List<PastPublication> listDue(LocalDate asOf, int horizonDays) {
        List<PastPublication> candidates = jdbc.sql(Sql.get("outcome/list_candidates"))
                .params(horizonDays, asOf)
                .query((row, number) -> new PastPublication(
                        row.getLong("publication"),
                        row.getObject("score_date", LocalDate.class),
                        row.getLong("run_id"),
                        row.getInt("slot"),
                        row.getBoolean("retained"),
                        row.getString("model_version"),
                        toInterval(row)))
                .list();
        List<LocalDate> recorded = jdbc.sql(Sql.get("outcome/list_recorded_dates"))
                .query(LocalDate.class)
                .list();
        return WeeklyChoice.choose(candidates, recorded, MOST_IN_A_TRAINING);
    }

    /**
     * Saves an outcome, in the caller's transaction. Saved again, it replaces what was saved before.
     *
     * @param runId the training that recorded it
     */
    public void save(PublicationOutcome outcome, long runId) {
        for (GroupOutcome group : outcome.groups()) {
            boolean all = group.kind() == GroupKind.ALL;
            jdbc.sql(Sql.get("outcome/save_outcome"))
                    .params(Arrays.asList(
                            outcome.publication(),
                            group.kind().name(),
                            group.name(),
                            outcome.scoreDate(),
                            outcome.modelVersion(),
                            outcome.horizonDays(),
                            group.customers(),
                            group.churned(),
                            group.meanChurn(),
                            group.observedChurn(),
                            group.logLoss(),
                            group.calibrationError(),
                            group.levelError(),
                            all ? outcome.withinInterval() : null,
                            outcome.reason(),
                            outcome.asOf(),
                            runId))
                    .update();
        }
    }

    /**
     * Lists the newest outcomes that trainings up to a date recorded, newest score date first; without those of publications
     * that were rolled back. The newest with figures has its groups, the others have all customers together alone.
     *
     * @param most how many at most
     */
    public List<PublicationOutcome> listNewest(LocalDate upTo, int most) {
        List<PublicationOutcome> newest = list(upTo, most);
        Optional<PublicationOutcome> known =
                newest.stream().filter(outcome -> outcome.reason() == null).findFirst();
        return newest.stream()
                .map(outcome -> outcome.equals(known.orElse(null))
                        ? outcome.withGroups(listGroups(outcome.publication()))
                        : outcome)
                .toList();
    }

    /**
     * Finds what is wrong with the calibration, as a sentence, where a training has recorded the newest outcome with figures and
     * by it the calibration left its interval twice running.
     *
     * @param asOf the as-of date of the training
     * @see CalibrationAlarm
     */
    public Optional<String> findAlarm(long runId, LocalDate asOf) {
        List<PublicationOutcome> newest = list(asOf, SEARCHED);
        return newest.stream()
                .filter(outcome -> outcome.reason() == null)
                .findFirst()
                .filter(outcome -> isRecordedBy(runId, outcome.publication()))
                .flatMap(outcome -> CalibrationAlarm.find(newest));
    }

    private boolean isRecordedBy(long runId, long publication) {
        return jdbc.sql(Sql.get("outcome/count_records"))
                        .params(publication, runId)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private List<PublicationOutcome> list(LocalDate upTo, int most) {
        return jdbc.sql(Sql.get("outcome/list_newest"))
                .params(upTo, most)
                .query(Outcomes::toOutcome)
                .list();
    }

    private List<GroupOutcome> listGroups(long publication) {
        return jdbc.sql(Sql.get("outcome/list_groups")).param(publication).query(Outcomes::toGroup).stream()
                .sorted(GroupOutcome.ORDER)
                .toList();
    }

    private static PublicationOutcome toOutcome(ResultSet row, int number) throws SQLException {
        return new PublicationOutcome(
                row.getLong("publication"),
                row.getObject("score_date", LocalDate.class),
                row.getString("model_version"),
                row.getObject("horizon_days", Integer.class),
                row.getObject("as_of", LocalDate.class),
                toInterval(row),
                row.getObject("within_interval", Boolean.class),
                row.getString("reason"),
                List.of(toGroup(row, number)));
    }

    private static GroupOutcome toGroup(ResultSet row, int number) throws SQLException {
        return new GroupOutcome(
                GroupKind.valueOf(row.getString("group_kind")),
                row.getString("group_name"),
                row.getLong("customers"),
                row.getLong("churned"),
                row.getBigDecimal("mean_churn"),
                row.getBigDecimal("observed_churn"),
                row.getBigDecimal("log_loss"),
                row.getBigDecimal("calibration_error"),
                row.getBigDecimal("level_error"));
    }

    private static @Nullable MeanChurnInterval toInterval(ResultSet row) throws SQLException {
        BigDecimal low = row.getBigDecimal("mean_churn_low");
        BigDecimal high = row.getBigDecimal("mean_churn_high");
        return low == null || high == null ? null : new MeanChurnInterval(low, high);
    }
}
