package io.allegiance.job.lease;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.failure.AttentionException;
import io.allegiance.failure.RetryableException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class SwitchedServerTest {

    @Test
    void aServerThatIsReadOnlyUnderAHolderOfTheLeaseWasThePrimary() {
        SQLException refused = new SQLException(
                "The MySQL server is running with the --super-read-only option so it cannot execute this statement",
                "HY000",
                1290);
        RuntimeException failure = new AttentionException("the server is read-only: use the primary", refused);
        assertThat(SwitchedServer.explain(failure))
                .isInstanceOf(RetryableException.class)
                .hasMessageContaining("the primary has changed")
                .hasMessageContaining("run the same command again")
                .hasCause(failure);
    }

    @Test
    void anyOtherFailureStays() {
        RuntimeException failure = new AttentionException("no model", new SQLException("Duplicate", "23000", 1062));
        assertThat(SwitchedServer.explain(failure)).isSameAs(failure);
    }
}
