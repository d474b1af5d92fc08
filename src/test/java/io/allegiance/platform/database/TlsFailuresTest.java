package io.allegiance.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.failure.AllegianceException;
import io.allegiance.failure.AttentionException;
import io.allegiance.failure.RetryableException;
import java.io.EOFException;
import java.io.IOException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TlsFailuresTest {

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(
                        lost(new SSLHandshakeException("PKIX")
                                .initCause(new CertificateException(new CertPathValidatorException("no path")))),
                        "the certificate that db shows is not trusted"),
                Arguments.of(
                        lost(new SSLHandshakeException("expired")
                                .initCause(new CertificateExpiredException("NotAfter"))),
                        "the certificate of db is not valid at this time"),
                Arguments.of(
                        lost(
                                new IOException(
                                        new CertificateException(
                                                "Server identity verification failed. The certificate's Common Name 'x' does not match 'db'."))),
                        "the certificate that db shows is for another host"),
                Arguments.of(
                        lost(new SSLException("Unsupported or unrecognized SSL message")),
                        "no encrypted connection to db comes about"),
                Arguments.of(
                        new SQLNonTransientConnectionException(
                                "SSL Connection required, but not provided by server.", "08001"),
                        "db offers no encryption"),
                Arguments.of(new SQLException("Connections using insecure transport", "HY000", 3159), "(error 3159)"),
                Arguments.of(new SQLException("Client does not support", "08004", 1251), "(error 1251)"),
                Arguments.of(new SQLException("Unable to load authentication plugin 'x'.", "S1009"), "(error 1251)"),
                Arguments.of(
                        new SQLNonTransientConnectionException("Public Key Retrieval is not allowed", "08001"),
                        "without encryption the password cannot be sent to db"),
                Arguments.of(
                        new SQLException("SSL connection required for plugin \"mysql_clear_password\"", "S1000"),
                        "without encryption the password cannot be sent to db"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void anotherTryDoesNotHelp(SQLException failure, String words) {
        AttentionException found =
                TlsFailures.find(new IllegalStateException(failure), "db").orElseThrow();
        assertThat(found).hasMessageContaining(words).hasMessageContaining("trustCertificateKeyStoreUrl");
        Optional<AllegianceException> anywhere = DatabaseFailures.find(failure);
        assertThat(anywhere).containsInstanceOf(AttentionException.class);
        assertThat(anywhere.orElseThrow().getMessage()).contains("the database server");
    }

    @Test
    void aHandshakeThatWasCutOffMayWorkTheNextTime() {
        SQLException failure = lost(new SSLHandshakeException("Remote host terminated the handshake")
                .initCause(new EOFException("shut down")));
        assertThat(TlsFailures.find(failure, "db")).isEmpty();
        assertThat(DatabaseFailures.find(failure)).containsInstanceOf(RetryableException.class);
    }

    @Test
    void othersAreLeft() {
        assertThat(TlsFailures.find(new SQLException("Deadlock", "40001", 1213), "db"))
                .isEmpty();
        assertThat(TlsFailures.find(new CertificateException("of a webhook"), "db"))
                .isEmpty();
    }

    /** As the driver reports it: as a lost connection. */
    private static SQLException lost(Throwable cause) {
        return new SQLNonTransientConnectionException("Communications link failure", "08S01", cause);
    }
}
