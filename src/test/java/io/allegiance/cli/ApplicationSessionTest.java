package io.allegiance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.Allegiance;
import io.allegiance.job.step.StopRequest;
import io.allegiance.testing.TestDatabase;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class ApplicationSessionTest {

    @AutoClose
    private static final TestDatabase.Schema DATABASE =
            TestDatabase.freshSchema().migrate();

    @Test
    void earlyStopReachesStartedProgram() {
        ApplicationSession session = session();
        session.requestStop();
        assertThat(session.<StopRequest, Boolean>execute(StopRequest.class, StopRequest::isRequested))
                .isTrue();
    }

    @Test
    void programStopsOnRequestOnly() {
        assertThat(session().<StopRequest, Boolean>execute(StopRequest.class, StopRequest::isRequested))
                .isFalse();
    }

    private static ApplicationSession session() {
        return new ApplicationSession(
                Allegiance.class,
                Map.of(
                        "spring.datasource.url", DATABASE.jdbcUrl(),
                        "spring.datasource.username", DATABASE.username(),
                        "spring.datasource.password", DATABASE.password()));
    }
}
