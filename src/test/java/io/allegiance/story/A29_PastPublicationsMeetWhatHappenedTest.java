package io.allegiance.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.allegiance.testing.Commands;
import io.allegiance.testing.Receiver;
import io.allegiance.testing.ReportPage;
import io.allegiance.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Once the horizon of publications has passed, a training compares what they said with what happened. */
@Tag("story")
class A29_PastPublicationsMeetWhatHappenedTest {

    private static final int HORIZON_DAYS = 30;
    private static final LocalDate FIRST_DAY = LocalDate.of(2024, 12, 1);
    private static final LocalDate FIRST = LocalDate.of(2025, 5, 1);
    private static final LocalDate SAME_WEEK = FIRST.plusDays(1);
    private static final LocalDate SECOND = LocalDate.of(2025, 5, 12);
    private static final LocalDate THIRD = LocalDate.of(2025, 5, 19);
    private static final LocalDate TRAINED_AGAIN = SECOND.plusDays(HORIZON_DAYS);
    private static final LocalDate TRAINED_LAST = THIRD.plusDays(HORIZON_DAYS);

    @AutoClose
    private static final TestDatabase.Schema SCHEMA = TestDatabase.freshSchema().migrate();

    @TempDir
    private static Path folder;

    @AutoClose
    private final Receiver receiver = new Receiver();

    private final JdbcClient jdbc = JdbcClient.create(SCHEMA.dataSource());
    private final Commands commands = Commands.on(SCHEMA, folder.resolve("home"))
            .with("allegiance.horizon-days", HORIZON_DAYS)
            .with("allegiance.alert.webhook", receiver.at("/hook"));

    /** What a publication said of a customer. */
    private record Said(double churn, String segment, String band) {}

    @Test
    void whatWasPublishedIsComparedWithWhatHappened() throws IOException {
        // Given the nights of three weeks, and a maintenance that keeps the rows of the newest alone
        new Shop(600, FIRST_DAY, TRAINED_LAST, folder).land(commands, FIRST_DAY, TRAINED_LAST);
        train(FIRST);
        Map<LocalDate, Map<String, Said>> said = new TreeMap<>();
        for (LocalDate night : List.of(FIRST, SAME_WEEK, SECOND, THIRD)) {
            commands.succeed("nightly", "--date", night.toString());
            said.put(night, export(night));
        }
        commands.with("allegiance.maintain.publications-kept", 1).succeed("maintain");
        setIntervals();

        // When a model is trained once the horizon of the first two weeks has passed
        train(TRAINED_AGAIN);

        // Then there is one outcome for each of these weeks, equal to what readers saw against what happened
        assertThat(dates()).containsExactly(FIRST, SECOND);
        requireOutcome(FIRST, said.get(FIRST));
        requireOutcome(SECOND, said.get(SECOND));
        requireAlert();
        requireReport();
        requireTrainingAgainChangesNothing();
        requireUnreadableIsRecordedOnce();
    }

    private void train(LocalDate asOf) {
        commands.succeed("train", "--as-of", asOf.toString());
    }

    private Map<String, Said> export(LocalDate night) throws IOException {
        Path file = folder.resolve(night + ".csv");
        commands.succeed("scores", "--export", file.toString());
        List<String> lines = Files.readAllLines(file);
        List<String> names = List.of(lines.get(0).split(","));
        Map<String, Said> said = new TreeMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            String churn = cells[names.indexOf("churn_probability")];
            if (!churn.isEmpty()) {
                said.put(
                        cells[0],
                        new Said(
                                Double.parseDouble(churn),
                                cells[names.indexOf("segment")],
                                cells[names.indexOf("churn_band")]));
            }
        }
        return said;
    }

    /** No shop's churn is so low. */
    private void setIntervals() {
        assertThat(jdbc.sql("UPDATE score_publication SET mean_churn_low = 0, mean_churn_high = 0.001")
                        .update())
                .isEqualTo(4);
    }

    private List<LocalDate> dates() {
        return jdbc.sql("SELECT score_date FROM publication_outcome WHERE group_kind = 'ALL' ORDER BY score_date")
                .query(LocalDate.class)
                .list();
    }

    /** The second implementation: from the exported scores and the days of purchases. */
    private void requireOutcome(LocalDate night, Map<String, Said> said) {
        Set<String> returned = new TreeSet<>(
                jdbc.sql("SELECT DISTINCT customer_id FROM customer_day WHERE purchase_lines > 0 AND business_date > ?"
                                + " AND business_date <= ?")
                        .params(night, night.plusDays(HORIZON_DAYS))
                        .query(String.class)
                        .list());
        Map<String, double[]> sums = new TreeMap<>();
        said.forEach((customer, was) -> {
            boolean churned = !returned.contains(customer);
            for (String group : List.of("ALL ALL", "SEGMENT " + was.segment(), "BAND " + was.band())) {
                double[] sum = sums.computeIfAbsent(group, name -> new double[4]);
                sum[0]++;
                sum[1] += churned ? 1 : 0;
                sum[2] += was.churn();
                sum[3] -= Math.log(churned ? was.churn() : 1 - was.churn());
            }
        });
        assertThat(sums).hasSizeGreaterThan(5);
        assertThat(groups(night).keySet()).isEqualTo(sums.keySet());
        sums.forEach((name, sum) -> requireGroup(name, groups(night).get(name), sum));
        assertThat(said.size()).isEqualTo(sumOfFrequencies(night)).isGreaterThan(200);
    }

    private static void requireGroup(String name, List<Double> recorded, double[] sum) {
        double customers = sum[0];
        assertThat(recorded.get(0)).as(name).isEqualTo(customers);
        assertThat(recorded.get(1)).as(name).isEqualTo(sum[1]);
        assertThat(recorded.get(2)).as(name).isCloseTo(sum[2] / customers, within(1e-6));
        if (customers < 30) {
            assertThat(recorded.subList(3, 5)).as(name).containsOnlyNulls();
        } else {
            assertThat(recorded.get(3)).as(name).isCloseTo(sum[1] / customers, within(1e-6));
            assertThat(recorded.get(4)).as(name).isCloseTo(sum[3] / customers, within(1e-6));
        }
    }

    private Map<String, List<Double>> groups(LocalDate night) {
        Map<String, List<Double>> groups = new TreeMap<>();
        jdbc.sql("SELECT * FROM publication_outcome WHERE group_kind <> 'FREQUENCY' AND score_date = ?")
                .param(night)
                .query(row -> {
                    List<Double> figures = new ArrayList<>();
                    for (String column : List.of("customers", "churned", "mean_churn", "observed_churn", "log_loss")) {
                        figures.add(row.getObject(column) == null ? null : row.getDouble(column));
                    }
                    groups.put(row.getString("group_kind") + " " + row.getString("group_name"), figures);
                });
        return groups;
    }

    private int sumOfFrequencies(LocalDate night) {
        return jdbc.sql(
                        "SELECT SUM(customers) FROM publication_outcome WHERE group_kind = 'FREQUENCY' AND score_date = ?")
                .param(night)
                .query(Integer.class)
                .single();
    }

    private void requireAlert() {
        assertThat(receiver.sentTo("/hook"))
                .singleElement()
                .satisfies(alert -> assertThat(alert.text())
                        .contains("\"event\":\"miscalibrated\"", "twice running", "of " + FIRST, "of " + SECOND)
                        .contains("\"next\":\"allegiance models\""));
    }

    private void requireReport() {
        commands.succeed("nightly", "--date", TRAINED_AGAIN.toString());
        ReportPage report = ReportPage.read(folder.resolve("home/reports"), TRAINED_AGAIN.toString());
        report.requireFiguresOfJson();
        assertThat(report.json().at("/outcomes/0/scoreDate").asString()).isEqualTo(SECOND.toString());
        assertThat(report.json().at("/outcomes/0/withinInterval").asBoolean()).isFalse();
        assertThat(report.json().at("/outcomes/0/groups").size()).isGreaterThan(6);
        assertThat(report.json().at("/outcomes/1/groups").size()).isOne();
        assertThat(report.html()).contains("outside its interval", "by repeat purchases");
    }

    private void requireTrainingAgainChangesNothing() {
        List<String> before = rows();
        train(TRAINED_AGAIN);
        assertThat(rows()).isEqualTo(before);
        assertThat(receiver.sentTo("/hook")).as("it recorded nothing").hasSize(1);
    }

    private void requireUnreadableIsRecordedOnce() {
        jdbc.sql("DELETE FROM run_threshold WHERE run_id = (SELECT run_id FROM score_publication WHERE score_date = ?)")
                .param(THIRD)
                .update();
        train(TRAINED_LAST);
        assertThat(jdbc.sql("SELECT CONCAT(customers, ' ', reason) FROM publication_outcome WHERE score_date = ?")
                        .param(THIRD)
                        .query(String.class)
                        .single())
                .isEqualTo("0 the thresholds of its run were deleted");
        List<String> before = rows();
        train(TRAINED_LAST);
        assertThat(rows()).isEqualTo(before);
    }

    private List<String> rows() {
        return jdbc.sql(
                        "SELECT CONCAT_WS(' ', publication, group_kind, group_name, customers, churned, mean_churn, log_loss,"
                                + " run_id) FROM publication_outcome ORDER BY publication, group_kind, group_name")
                .query(String.class)
                .list();
    }
}
