package io.allegiance.report.page;

import io.allegiance.report.RunReport;
import io.allegiance.run.AuditCheck;
import io.allegiance.run.RejectionCount;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lines read and customers scored.
 *
 * @param days days taken in
 * @param read lines, and what they were: the parts add up
 * @param rejections by reason; null where nothing was refused
 * @param closures the days on which the shop was shut; null without any
 * @param customers all of them, and what they are: the parts add up
 * @param balance what came of the control totals, in words
 * @param checks the control totals of the night
 * @param earlierChecks those of other days, of which there may be hundreds; null where there are none
 * @param earlierLabel what they are
 */
record IntakeView(
        Value days,
        Value read,
        List<Fact> lines,
        @Nullable Table rejections,
        @Nullable Table closures,
        Value customers,
        List<Fact> kinds,
        String balance,
        Value controlTotals,
        Table checks,
        @Nullable Table earlierChecks,
        String earlierLabel) {

    static IntakeView of(RunReport report, ValueFormat values) {
        RunReport.Lines lines = report.lines();
        List<Table.Row> own = new ArrayList<>();
        List<Table.Row> earlier = new ArrayList<>();
        for (int i = 0; i < report.checks().size(); i++) {
            AuditCheck check = report.checks().get(i);
            (isOfEarlierDay(check, report.businessDate()) ? earlier : own).add(row(i, check, values));
        }
        return new IntakeView(
                values.count("/daysTakenIn", report.daysTakenIn()),
                values.count("/lines/read", lines.read()),
                List.of(
                        new Fact("taken in", values.count("/lines/takenIn", lines.takenIn())),
                        new Fact("anonymous", values.count("/lines/anonymous", lines.anonymous())),
                        new Fact("rejected", values.count("/lines/rejected", lines.rejected()))),
                rejections(report.rejections(), values),
                ClosuresTable.of(report.closures(), values),
                values.count("/customers/all", report.customers().all()),
                List.of(
                        new Fact(
                                "scored",
                                values.count(
                                        "/customers/scored", report.customers().scored())),
                        new Fact(
                                "ineligible",
                                values.count(
                                        "/customers/ineligible",
                                        report.customers().ineligible()))),
                balance(report.checks()),
                values.count("/controlTotals", report.controlTotals()),
                table("Control totals of the night", own),
                earlier.isEmpty() ? null : table("Control totals of other days taken in", earlier),
                earlier.size() + " control totals of other days taken in");
    }

    private static String balance(List<AuditCheck> checks) {
        long off = checks.stream().filter(check -> !check.balanced()).count();
        return off == 0 ? "all of them balance" : off + " of them DO NOT balance";
    }

    /** One that does not balance is never put away among the earlier ones. */
    private static boolean isOfEarlierDay(AuditCheck check, LocalDate date) {
        return check.balanced()
                && check.name().matches(".* of \\d{4}-\\d\\d-\\d\\d")
                && !check.name().endsWith(" of " + date);
    }

    private static Table.Row row(int number, AuditCheck check, ValueFormat values) {
        String pointer = "/checks/" + number;
        return new Table.Row(
                values.text(pointer + "/name", check.name()),
                List.of(
                        Table.Cell.number(values.text(pointer + "/expected", check.expected())),
                        Table.Cell.number(values.text(pointer + "/actual", check.actual())),
                        Table.Cell.text(new Value(
                                pointer + "/balanced",
                                true,
                                Boolean.toString(check.balanced()),
                                check.balanced() ? "balanced" : "NOT BALANCED"))));
    }

    private static Table table(String caption, List<Table.Row> rows) {
        return new Table(
                caption,
                List.of(
                        Table.Column.text("What"),
                        Table.Column.number("Expected"),
                        Table.Column.number("Actual"),
                        Table.Column.text("Result")),
                rows);
    }

    private static @Nullable Table rejections(List<RejectionCount> rejections, ValueFormat values) {
        if (rejections.isEmpty()) {
            return null;
        }
        List<Table.Row> rows = new ArrayList<>();
        for (int i = 0; i < rejections.size(); i++) {
            RejectionCount rejected = rejections.get(i);
            rows.add(new Table.Row(
                    values.text("/rejections/" + i + "/reason", rejected.reason()),
                    List.of(Table.Cell.number(values.count("/rejections/" + i + "/lines", rejected.lines())))));
        }
        return new Table(
                "Rejected lines by reason", List.of(Table.Column.text("Reason"), Table.Column.number("Lines")), rows);
    }
}
