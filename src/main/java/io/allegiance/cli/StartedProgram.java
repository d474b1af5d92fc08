package io.allegiance.cli;

import io.allegiance.cli.monitor.MonitorContext;
import io.allegiance.job.step.StopRequest;
import io.allegiance.platform.database.Database;
import io.allegiance.status.StatusReader;
import java.time.Clock;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/** The parts of the started program that a session uses, whatever the command. */
@Component
record StartedProgram(
        ApplicationContext context,
        Database database,
        StopRequest stop,
        StatusReader status,
        Clock clock,
        MonitorContext monitoring) {

    /** Returns a component that does a command's work. */
    <B> B getComponent(Class<B> type) {
        return ContextRunner.getComponent(context, type);
    }

    /** Migrates the embedded database and lets others read it; requires of any other that its schema is current. */
    void prepareSchema() {
        new ReadingProgram(context, database).prepare();
    }
}
