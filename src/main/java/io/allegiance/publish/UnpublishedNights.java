package io.allegiance.publish;

import io.allegiance.platform.sql.Sql;
import io.allegiance.publish.UnpublishedNight.Why;
import io.allegiance.run.RunState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The dates that should be published and are not. */
@Repository
public final class UnpublishedNights {

    /** How far before the date that readers see: later nights have long taken in what those days had. */
    private static final int DAYS_BEFORE = 35;

    private final JdbcClient jdbc;
    private final Publications publications;

    UnpublishedNights(JdbcClient jdbc, Publications publications) {
        this.jdbc = jdbc;
        this.publications = publications;
    }

    /**
     * Lists the unpublished dates up to that of the newest night, oldest first: after the date that readers see all of
     * them, also those that no night was begun for; of the 35 days before it those that a night was begun for.
     */
    public List<UnpublishedNight> list() {
        LocalDate last = jdbc.sql(Sql.get("publish/find_last_night"))
                .query((row, number) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single()
                .orElse(null);
        if (last == null) {
            return List.of();
        }
        LocalDate seen = publications.findCurrent().map(Publication::scoreDate).orElse(null);
        LocalDate from = (seen == null ? last : seen).minusDays(DAYS_BEFORE);
        List<UnpublishedNight> begun = listBegun(from, last);
        return seen == null ? begun : withGaps(begun, seen, last);
    }

    private List<UnpublishedNight> listBegun(LocalDate from, LocalDate to) {
        return jdbc.sql(Sql.get("publish/list_unpublished"))
                .params(from, to)
                .query(UnpublishedNights::toNight)
                .list();
    }

    /** Adds the dates after one, up to another, that are neither published nor begun. */
    private List<UnpublishedNight> withGaps(List<UnpublishedNight> begun, LocalDate seen, LocalDate last) {
        if (!last.isAfter(seen)) {
            return begun;
        }
        Map<LocalDate, UnpublishedNight> known =
                begun.stream().collect(Collectors.toMap(UnpublishedNight::date, Function.identity()));
        List<LocalDate> published = publications.listDates(seen, last);
        Stream<UnpublishedNight> after = seen.plusDays(1)
                .datesUntil(last.plusDays(1))
                .filter(date -> !published.contains(date))
                .map(date -> known.getOrDefault(date, new UnpublishedNight(date, Why.NOT_RUN, null, null)));
        return Stream.concat(begun.stream().filter(night -> !night.date().isAfter(seen)), after)
                .toList();
    }

    private static UnpublishedNight toNight(ResultSet row, int number) throws SQLException {
        LocalDate date = Objects.requireNonNull(row.getObject("business_date", LocalDate.class));
        String rolledBackBy = row.getString("rolled_back_by");
        if (rolledBackBy != null) {
            return new UnpublishedNight(date, Why.ROLLED_BACK, rolledBackBy, row.getString("rolled_back_reason"));
        }
        RunState state = RunState.valueOf(row.getString("state"));
        return state == RunState.ABANDONED
                ? new UnpublishedNight(
                        date, Why.ABANDONED, row.getString("abandoned_by"), row.getString("abandoned_reason"))
                : new UnpublishedNight(date, toWhy(state), null, row.getString("message"));
    }

    private static Why toWhy(RunState state) {
        return switch (state) {
            case WAITING -> Why.WAITING;
            case FAILED -> Why.FAILED;
            case STOPPED -> Why.STOPPED;
            case HELD -> Why.HELD;
            case ABANDONED -> Why.ABANDONED;
            case RUNNING, COMPLETED -> Why.RUNNING;
        };
    }
}
