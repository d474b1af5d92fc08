package io.allegiance.report.page;

import io.allegiance.outcome.GroupKind;
import io.allegiance.outcome.GroupOutcome;
import io.allegiance.outcome.PublicationOutcome;
import io.allegiance.publish.MeanChurnInterval;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Earlier publications and what happened after them.
 *
 * @param churn predicted and observed churn of all customers of each publication, newest first
 * @param quality how good its probabilities were, in the same order
 * @param groups the groups of the newest with figures, a table for each kind
 */
record OutcomeView(Table churn, Table quality, List<Table> groups) {

    private static final int DIGITS = 4;
    private static final String FEW = "too few customers";
    private static final String NOT_COMPARED = "not compared";
    private static final Map<GroupKind, String> HEADS = Map.of(
            GroupKind.SEGMENT, "Segment",
            GroupKind.BAND, "Churn band",
            GroupKind.FREQUENCY, "Repeat purchases");

    /** Null where there are none. */
    static @Nullable OutcomeView of(List<PublicationOutcome> outcomes, ValueFormat values) {
        if (outcomes.isEmpty()) {
            return null;
        }
        List<Table.Row> churn = new ArrayList<>();
        List<Table.Row> quality = new ArrayList<>();
        List<Table> groups = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            String pointer = "/outcomes/" + i;
            churn.add(churnRow(pointer, outcomes.get(i), values));
            quality.add(qualityRow(pointer, outcomes.get(i), values));
            groups.addAll(groupTables(pointer, outcomes.get(i), values));
        }
        return new OutcomeView(churnTable(churn), qualityTable(quality), groups);
    }

    private static Table churnTable(List<Table.Row> rows) {
        return new Table(
                "Predicted and observed churn of earlier publications",
                List.of(
                        Table.Column.text("Scores of"),
                        Table.Column.number("Publication"),
                        Table.Column.number("Days after it"),
                        Table.Column.number("Customers"),
                        Table.Column.number("Churned"),
                        Table.Column.number("Predicted"),
                        Table.Column.number("Observed"),
                        Table.Column.text("Observed churn is")),
                rows);
    }

    private static Table.Row churnRow(String pointer, PublicationOutcome outcome, ValueFormat values) {
        GroupOutcome all = outcome.all();
        Value days = outcome.horizonDays() == null
                ? Value.missing(pointer + "/horizonDays", NOT_COMPARED)
                : values.count(pointer + "/horizonDays", outcome.horizonDays());
        List<Table.Cell> cells = new ArrayList<>();
        cells.add(Table.Cell.number(values.text(pointer + "/publication", outcome.publication())));
        cells.add(Table.Cell.number(days));
        cells.addAll(counts(pointer + "/groups/0", all, values));
        cells.add(Table.Cell.text(verdict(pointer, outcome, values)));
        return new Table.Row(values.text(pointer + "/scoreDate", outcome.scoreDate()), cells);
    }

    private static Value verdict(String pointer, PublicationOutcome outcome, ValueFormat values) {
        if (outcome.reason() != null) {
            return values.text(pointer + "/reason", outcome.reason());
        }
        Boolean within = outcome.withinInterval();
        return within == null
                ? Value.missing(pointer + "/withinInterval", "no interval to compare with")
                : new Value(
                        pointer + "/withinInterval",
                        true,
                        within.toString(),
                        within ? "inside its interval" : "outside its interval");
    }

    private static Table qualityTable(List<Table.Row> rows) {
        return new Table(
                "How good the probabilities of earlier publications were",
                List.of(
                        Table.Column.text("Scores of"),
                        Table.Column.number("Log loss"),
                        Table.Column.number("Calibration error"),
                        Table.Column.number("Level error, logits"),
                        Table.Column.number("Interval from"),
                        Table.Column.number("Interval to")),
                rows);
    }

    private static Table.Row qualityRow(String pointer, PublicationOutcome outcome, ValueFormat values) {
        GroupOutcome all = outcome.all();
        String figures = pointer + "/groups/0";
        MeanChurnInterval interval = outcome.interval();
        String date = outcome.scoreDate().toString();
        Value none = new Value("", true, "", "none");
        return new Table.Row(
                new Value("", true, date, date),
                List.of(
                        Table.Cell.number(values.number(figures + "/logLoss", all.logLoss(), DIGITS, FEW)),
                        Table.Cell.number(
                                values.number(figures + "/calibrationError", all.calibrationError(), DIGITS, FEW)),
                        Table.Cell.number(values.number(
                                figures + "/levelError",
                                all.levelError(),
                                DIGITS,
                                "too few customers, or all churned, or none")),
                        Table.Cell.number(
                                interval == null
                                        ? none
                                        : values.share(pointer + "/interval/low", interval.low(), NOT_COMPARED)),
                        Table.Cell.number(
                                interval == null
                                        ? none
                                        : values.share(pointer + "/interval/high", interval.high(), NOT_COMPARED))));
    }

    private static List<Table> groupTables(String pointer, PublicationOutcome outcome, ValueFormat values) {
        List<Table> tables = new ArrayList<>();
        for (GroupKind kind : GroupKind.values()) {
            List<Table.Row> rows = new ArrayList<>();
            for (int i = 0; i < outcome.groups().size(); i++) {
                GroupOutcome group = outcome.groups().get(i);
                if (kind != GroupKind.ALL && group.kind() == kind) {
                    rows.add(groupRow(pointer + "/groups/" + i, group, values));
                }
            }
            if (!rows.isEmpty()) {
                tables.add(groupTable(HEADS.getOrDefault(kind, kind.name()), outcome, rows));
            }
        }
        return tables;
    }

    private static Table groupTable(String head, PublicationOutcome outcome, List<Table.Row> rows) {
        return new Table(
                "After publication " + outcome.publication() + ", by " + head.toLowerCase(Locale.ROOT),
                List.of(
                        Table.Column.text(head),
                        Table.Column.number("Customers"),
                        Table.Column.number("Churned"),
                        Table.Column.number("Predicted"),
                        Table.Column.number("Observed"),
                        Table.Column.number("Log loss")),
                rows);
    }

    private static Table.Row groupRow(String pointer, GroupOutcome group, ValueFormat values) {
        List<Table.Cell> cells = new ArrayList<>(counts(pointer, group, values));
        cells.add(Table.Cell.number(values.number(pointer + "/logLoss", group.logLoss(), DIGITS, FEW)));
        return new Table.Row(values.text(pointer + "/name", group.name()), cells);
    }

    private static List<Table.Cell> counts(String pointer, GroupOutcome group, ValueFormat values) {
        return List.of(
                Table.Cell.number(values.count(pointer + "/customers", group.customers())),
                Table.Cell.number(values.count(pointer + "/churned", group.churned())),
                Table.Cell.number(values.share(pointer + "/meanChurn", group.meanChurn(), NOT_COMPARED)),
                Table.Cell.number(values.share(pointer + "/observedChurn", group.observedChurn(), FEW)));
    }
}
