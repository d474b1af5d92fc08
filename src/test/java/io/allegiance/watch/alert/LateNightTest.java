package io.allegiance.watch.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.crossselling.ProposalMethod;
import io.allegiance.customer.CustomerRange;
import io.allegiance.outcome.Outcomes;
import io.allegiance.publish.Publication;
import io.allegiance.publish.Publications;
import io.allegiance.publish.SegmentFeed;
import io.allegiance.publish.SegmentSums;
import io.allegiance.run.JobName;
import io.allegiance.run.Run;
import io.allegiance.run.RunDays;
import io.allegiance.run.RunSteps;
import io.allegiance.run.Runs;
import io.allegiance.settings.BusinessSettings;
import io.allegiance.testing.Receiver;
import io.allegiance.testing.Repositories;
import io.allegiance.watch.DeadlineSettings;
import io.allegiance.watch.DeadlineSettings.JobDeadline;
import io.allegiance.watch.Deadlines;
import io.allegiance.watch.RunFigureReader;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class LateNightTest {

    private static final LocalDate DATE = LocalDate.of(2025, 10, 1);

    @AutoClose
    private static final Repositories REPOSITORIES = Repositories.of(
            Runs.class,
            RunSteps.class,
            RunDays.class,
            Publications.class,
            SegmentSums.class,
            SegmentFeed.class,
            Outcomes.class,
            RunFigureReader.class);

    @AutoClose
    private final Receiver receiver = new Receiver();

    @Test
    void aNightThatIsNotPublishedAtItsDeadlineIsLate() {
        publish(DATE.minusDays(1));
        assertThat(lateNight("07:00", "2025-10-02T06:59:59Z").raiseIfLate(DATE))
                .as("not due yet")
                .isEmpty();
        assertThat(lateNight("", "2025-10-02T12:00:00Z").raiseIfLate(DATE))
                .as("no deadline")
                .isEmpty();
        assertThat(receiver.sentTo("/hook")).isEmpty();

        Optional<Alert> alert = lateNight("07:00", "2025-10-02T07:00:00Z").raiseIfLate(DATE);
        assertThat(alert).isPresent();
        assertThat(receiver.sentTo("/hook").get(0).text())
                .contains("\"event\":\"late\"", "\"date\":\"2025-10-01\"", "\"date\":\"2025-09-30\"")
                .contains("\"next\":\"allegiance status --date 2025-10-01\"");

        publish(DATE);
        assertThat(lateNight("07:00", "2025-10-02T07:00:00Z").raiseIfLate(DATE))
                .as("published")
                .isEmpty();
    }

    private DeadlineCheck lateNight(String deadline, String now) {
        return new DeadlineCheck(
                new Deadlines(
                        new DeadlineSettings(new JobDeadline(deadline), new JobDeadline("")),
                        new BusinessSettings(ZoneOffset.UTC, "EUR", 90, List.of(), ProposalMethod.AUTO),
                        Clock.fixed(Instant.parse(now), ZoneOffset.UTC)),
                REPOSITORIES.get(Publications.class),
                REPOSITORIES.get(RunFigureReader.class),
                new Alerts(new AlertSettings("", receiver.at("/hook"), 0.2)));
    }

    private static void publish(LocalDate date) {
        Run run = REPOSITORIES.get(Runs.class).create(JobName.NIGHTLY, date, null);
        REPOSITORIES.inTransaction(() -> {
            Publications publications = REPOSITORIES.get(Publications.class);
            return publications.publish(new Publications.Draft(
                    date,
                    run.runId(),
                    publications.takeSlot(run.runId()),
                    "model",
                    CustomerRange.between(List.of()),
                    "score digest",
                    "row digest",
                    date.plusDays(2).atStartOfDay(),
                    null,
                    null,
                    null,
                    null,
                    90,
                    null,
                    Publication.Freshness.UNKNOWN));
        });
    }
}
