package io.allegiance.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.failure.AllegianceException;
import io.allegiance.failure.AttentionException;
import io.allegiance.failure.RetryableException;
import io.allegiance.failure.UsageException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessResourceFailureException;

class DatabaseFailuresTest {

    @ParameterizedTest
    @ValueSource(
            ints = {
                1044, 1045, 1049, 1142, 1143, 1146, 1153, 1227, 1267, 1356, 1370, 1449, 1644, 3098, 3100, 3101, 1180,
                1197, 1598
            })
    void whatAPersonMustMendNeedsAttention(int number) {
        assertThat(found(new SQLException("Access denied for 'secret'", "42000", number)))
                .isInstanceOf(AttentionException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1021, 1026, 1040, 1053, 1114, 1205, 1213, 1317, 1878, 3032})
    void whatPassesMayBeRunAgain(int number) {
        assertThat(found(new SQLException("Deadlock on 'secret'", "40001", number)))
                .isInstanceOf(RetryableException.class);
    }

    @Test
    void aServerThatIsReadOnlyIsToldFromOtherModes() {
        String running = "The MySQL server is running with the --";
        assertThat(DatabaseFailures.isReadOnly(wrapped(running + "super-read-only option", 1290)))
                .isTrue();
        assertThat(DatabaseFailures.isReadOnly(wrapped(running + "read-only option", 1290)))
                .isTrue();
        assertThat(DatabaseFailures.isReadOnly(wrapped("Running in read-only mode", 1836)))
                .isTrue();
        assertThat(DatabaseFailures.isReadOnly(wrapped(running + "secure-file-priv option", 1290)))
                .isFalse();
        assertThat(DatabaseFailures.isReadOnly(wrapped("Lock wait timeout", 1205)))
                .isFalse();
    }

    private static RuntimeException wrapped(String message, int number) {
        return new DataAccessResourceFailureException("wrapped", new SQLException(message, "HY000", number));
    }

    @Test
    void aLostConnectionMayBeRunAgain() {
        assertThat(found(new SQLNonTransientConnectionException("secret", "08S01")))
                .isInstanceOf(RetryableException.class)
                .hasMessageContaining("was lost");
    }

    @Test
    void anAddressWhereNothingAnswersIsToldApart() {
        SQLException refused = new SQLNonTransientConnectionException("secret", "08001", new ConnectException());
        assertThat(found(refused)).isInstanceOf(RetryableException.class).hasMessageContaining("nothing answers");
        SQLException unknown = new SQLNonTransientConnectionException("secret", "08001", new UnknownHostException());
        assertThat(found(unknown)).isInstanceOf(RetryableException.class).hasMessageContaining("host name");
    }

    @Test
    void theReasonBehindThePoolsTimeoutCounts() {
        SQLException wrongPassword = new SQLException("secret", "28000", 1045);
        assertThat(found(new SQLTransientConnectionException("allegiance - timed out", null, 0, wrongPassword)))
                .isInstanceOf(AttentionException.class);
        assertThat(found(new SQLTransientConnectionException("allegiance - timed out", null, 0)))
                .isInstanceOf(RetryableException.class);
    }

    @Test
    void aRowThatIsTooLargeIsToldApartFromALostConnection() {
        assertThat(found(new SQLNonTransientConnectionException(
                        "Packet for query is too large (70,000,000 > 67,108,864).", "08S01")))
                .isInstanceOf(AttentionException.class)
                .hasMessageContaining("max_allowed_packet");
    }

    @Test
    void causesAreLookedThrough() {
        SQLException deadlock = new SQLException("secret", "40001", 1213);
        assertThat(found(new IllegalStateException(new DataAccessResourceFailureException("secret", deadlock))))
                .isInstanceOf(RetryableException.class);
        UsageException own = new UsageException("no such file");
        assertThat(found(new IllegalStateException(own))).isSameAs(own);
    }

    @Test
    void aMistakeOfOursStaysUnknown() {
        SQLException duplicate = new SQLIntegrityConstraintViolationException("Duplicate 'secret'", "23000", 1062);
        assertThat(DatabaseFailures.find(duplicate)).isEmpty();
        assertThat(DatabaseFailures.find(new IllegalStateException("mistake"))).isEmpty();
        assertThat(DatabaseFailures.find(new SQLException("mistake"))).isEmpty();
        assertThat((Throwable) DatabaseFailures.withoutValues(duplicate))
                .hasMessageContaining("1062")
                .hasMessageNotContaining("secret")
                .hasNoCause();
    }

    private static AllegianceException found(Throwable failure) {
        AllegianceException found = DatabaseFailures.find(failure).orElseThrow();
        assertThat(found.getMessage()).doesNotContain("secret");
        return found;
    }
}
