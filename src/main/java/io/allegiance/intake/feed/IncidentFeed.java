package io.allegiance.intake.feed;

import io.allegiance.intake.csv.ImportKind;
import io.allegiance.intake.csv.LineFields;
import io.allegiance.intake.line.Column;
import io.allegiance.intake.line.EarliestDate;
import io.allegiance.intake.line.IntakeRules;
import io.allegiance.intake.line.IntakeSettings;
import io.allegiance.intake.line.OccurredAt;
import io.allegiance.intake.line.RejectedLineException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.RowMapper;

/** The feed of service incidents, into {@code service_incident}. */
final class IncidentFeed extends SmallFeed<IncidentFeed.Incident> {

    record Incident(String incidentId, String customerId, LocalDateTime occurredAt, String kind) {}

    private final OccurredAt occurredAt;
    private final EarliestDate earliestDate;

    IncidentFeed(IntakeSettings settings, DataSource dataSource) {
        super(
                dataSource,
                new Statements(
                        "intake/feed/find_incidents",
                        "intake/feed/put_incidents",
                        new UndoStatements(
                                "intake/feed/count_incidents_of_import",
                                "intake/feed/list_incidents_of_import",
                                "intake/feed/delete_incidents_of_import")));
        this.occurredAt = new OccurredAt(settings.zone());
        this.earliestDate = settings.earliestDate();
    }

    @Override
    public ImportKind kind() {
        return ImportKind.INCIDENT;
    }

    @Override
    public Incident read(LineFields fields, long lineNumber, Occurrences equals) throws RejectedLineException {
        return new Incident(
                IntakeRules.requiredId(Column.INCIDENT_ID, fields.text(Column.INCIDENT_ID)),
                IntakeRules.requiredId(Column.CUSTOMER_ID, fields.text(Column.CUSTOMER_ID)),
                readTime(fields),
                IntakeRules.label(Column.KIND, fields.text(Column.KIND)));
    }

    private LocalDateTime readTime(LineFields fields) throws RejectedLineException {
        LocalDateTime time = occurredAt.read(Column.OCCURRED_AT, fields.text(Column.OCCURRED_AT));
        earliestDate.require(Column.OCCURRED_AT, time.toLocalDate());
        return time;
    }

    @Override
    public NaturalKey ids(LineFields fields) throws RejectedLineException {
        return new NaturalKey(IntakeRules.requiredId(Column.INCIDENT_ID, fields.text(Column.INCIDENT_ID)), "");
    }

    @Override
    public LocalDate day(Incident line) {
        return line.occurredAt().toLocalDate();
    }

    @Override
    List<Object> key(Incident line) {
        return List.of(line.incidentId());
    }

    @Override
    Object[] row(Incident line) {
        return new Object[] {line.incidentId(), line.customerId(), line.occurredAt(), line.kind()};
    }

    /** Marks the customers whose histories the next night refolds. */
    @Override
    void changed(List<Incident> gone, Collection<Incident> come) {
        insert(
                "intake/feed/insert_incident_change",
                Stream.concat(gone.stream(), come.stream())
                        .map(Incident::customerId)
                        .distinct()
                        .sorted()
                        .map(customer -> new Object[] {customer})
                        .toList());
    }

    @Override
    RowMapper<Incident> stored() {
        return (row, number) -> new Incident(
                row.getString(1), row.getString(2), row.getObject(3, LocalDateTime.class), row.getString(4));
    }
}
