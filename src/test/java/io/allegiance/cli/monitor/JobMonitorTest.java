package io.allegiance.cli.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.cli.exit.ConfigurationState;
import io.allegiance.cli.option.DateOption;
import io.allegiance.crossselling.ProposalMethod;
import io.allegiance.decision.DecisionLog;
import io.allegiance.failure.ExitCode;
import io.allegiance.outcome.Outcomes;
import io.allegiance.platform.CodeVersion;
import io.allegiance.platform.database.Database;
import io.allegiance.platform.load.BulkLoader;
import io.allegiance.platform.read.StreamingConnections;
import io.allegiance.publish.Publications;
import io.allegiance.publish.SegmentFeed;
import io.allegiance.publish.SegmentSums;
import io.allegiance.run.RunDays;
import io.allegiance.run.RunSteps;
import io.allegiance.run.Runs;
import io.allegiance.settings.BusinessSettings;
import io.allegiance.testing.Receiver;
import io.allegiance.watch.DeadlineSettings;
import io.allegiance.watch.DeadlineSettings.JobDeadline;
import io.allegiance.watch.Deadlines;
import io.allegiance.watch.RunFigureReader;
import io.allegiance.watch.alert.AlertSettings;
import io.allegiance.watch.alert.Alerts;
import io.allegiance.watch.metrics.MetricsPush;
import io.allegiance.watch.metrics.MetricsSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;

/** The deadline comes while a night runs, whose database is gone. */
class JobMonitorTest {

    private static final Instant DEADLINE = Instant.parse("2025-10-02T07:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @AutoClose
    private final Receiver receiver = new Receiver();

    @Test
    void passedDeadlineRaisesLateAlertOnce() {
        JobMonitor monitor = new JobMonitor(MonitoredJob.nightly(new DateOption("2025-10-01")));
        try (ConfigurableApplicationContext context = contextAt(DEADLINE.minusMillis(100))) {
            monitor.attach(context.getBean(MonitorContext.class));
            Awaitility.await("the call")
                    .atMost(PATIENCE)
                    .until(() -> !receiver.sentTo("/hook").isEmpty());
            monitor.readFigures();
        }
        monitor.end(ExitCode.RETRYABLE, "lost", ConfigurationState.USABLE, JobMonitorTest::failToRead);
        assertThat(receiver.sentTo("/hook"))
                .extracting(Receiver.Received::text)
                .satisfiesExactly(
                        late -> assertThat(late)
                                .contains("\"event\":\"late\"", "\"code\":null", "it still runs", "\"readers\":null"),
                        failed -> assertThat(failed).contains("\"event\":\"failed\"", "\"code\":20", "lost"));
    }

    @Test
    void keptDeadlineRaisesNoAlert() {
        JobMonitor monitor = new JobMonitor(MonitoredJob.nightly(new DateOption("2025-10-01")));
        try (ConfigurableApplicationContext context = contextAt(DEADLINE.minusSeconds(3600))) {
            monitor.attach(context.getBean(MonitorContext.class));
            monitor.readFigures();
        }
        monitor.end(ExitCode.DONE, "", ConfigurationState.USABLE, JobMonitorTest::failToRead);
        assertThat(receiver.sentTo("/hook")).isEmpty();
    }

    private static MonitorTargets failToRead() {
        throw new AssertionError("the program was up");
    }

    private ConfigurableApplicationContext contextAt(Instant now) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(
                Alerts.class, () -> new Alerts(new AlertSettings("", receiver.at("/hook"), List.of(), 0.2)));
        context.registerBean(
                MetricsPush.class,
                () -> new MetricsPush(new MetricsSettings(
                        new MetricsSettings.Pushgateway("", "", ""), new MetricsSettings.Otlp("", ""))));
        context.registerBean(
                Deadlines.class,
                () -> new Deadlines(
                        new DeadlineSettings(new JobDeadline("07:00"), new JobDeadline("")),
                        new BusinessSettings(ZoneOffset.UTC, "EUR", 90, List.of(), ProposalMethod.AUTO),
                        clock));
        JdbcTemplate gone = new JdbcTemplate(new DriverManagerDataSource("jdbc:none:"));
        context.registerBean(JdbcTemplate.class, () -> gone);
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(gone));
        context.registerBean(BulkLoader.class, BulkLoader::new);
        context.registerBean(
                StreamingConnections.class,
                () -> new StreamingConnections(Database.at("jdbc:mysql://127.0.0.1:1/gone", null, null)));
        context.registerBean(TransactionOperations.class, TransactionOperations::withoutTransaction);
        context.registerBean(PlatformTransactionManager.class, () -> new JdbcTransactionManager(gone.getDataSource()));
        context.registerBean(CodeVersion.class, () -> new CodeVersion("0"));
        context.register(
                DecisionLog.class,
                Runs.class,
                RunSteps.class,
                RunDays.class,
                Publications.class,
                SegmentSums.class,
                SegmentFeed.class,
                Outcomes.class,
                RunFigureReader.class,
                MonitorTargets.class,
                MonitorContext.class);
        context.refresh();
        return context;
    }
}
