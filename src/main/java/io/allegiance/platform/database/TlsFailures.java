package io.allegiance.platform.database;

import io.allegiance.failure.AttentionException;
import io.allegiance.failure.CauseChain;
import java.io.EOFException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.sql.SQLException;
import java.util.Optional;
import javax.net.ssl.SSLException;

/**
 * Failures to connect that another try does not end: of certificates, of encryption, of ways to prove a password. The driver takes some
 * of them for a lost connection.
 */
public final class TlsFailures {

    private static final String TRUST = "name a trust store that holds the certificate of its authority with"
            + " trustCertificateKeyStoreUrl=file:/path/of/the/store.p12 and trustCertificateKeyStorePassword in"
            + " SPRING_DATASOURCE_URL, or add it to Java's own trust store";

    private static final int NOT_ENCRYPTED = 3159;
    private static final int OTHER_AUTHENTICATION = 1251;

    /** The driver's own words, in failures without a number. */
    private static final String OTHER_HOST = "Server identity verification failed";

    private static final String NONE_OFFERED = "SSL Connection required, but not";
    private static final String NO_KEY = "Public Key Retrieval is not allowed";
    private static final String TLS_FOR_PASSWORD = "SSL connection required for plugin";
    private static final String UNKNOWN_METHOD = "Unable to load authentication plugin";
    private static final String OF_STORES = "SSLParamsException";

    private TlsFailures() {}

    /**
     * Finds what such a failure means.
     *
     * @param failure anything thrown; its causes are looked through
     * @param server the host, as the message names it
     * @return empty where it is another failure
     */
    public static Optional<AttentionException> find(Throwable failure, String server) {
        return CauseChain.find(failure, SQLException.class)
                .flatMap(sql -> CauseChain.of(failure)
                        .flatMap(cause -> describe(cause, server).stream())
                        .findFirst()
                        .or(() -> describeHandshake(failure, server)))
                .map(sentence -> new AttentionException(sentence, failure));
    }

    private static Optional<String> describe(Throwable cause, String server) {
        if (cause instanceof CertificateException certificate) {
            return Optional.of(describe(certificate, server));
        }
        if (OF_STORES.equals(cause.getClass().getSimpleName())) {
            return Optional.of("the encrypted connection to " + server + " cannot be prepared (" + cause.getMessage()
                    + "); correct trustCertificateKeyStoreUrl, trustCertificateKeyStorePassword and the like in"
                    + " SPRING_DATASOURCE_URL, or remove them to use Java's own trust store");
        }
        return cause instanceof SQLException sql ? describe(sql, server) : Optional.empty();
    }

    private static String describe(CertificateException certificate, String server) {
        if (CauseChain.find(certificate, CertificateExpiredException.class).isPresent()
                || CauseChain.find(certificate, CertificateNotYetValidException.class)
                        .isPresent()) {
            return "the certificate of " + server
                    + " is not valid at this time; correct the clock of this machine, or renew the"
                    + " certificate at the server: where its authority changes with it, " + TRUST;
        }
        return String.valueOf(certificate.getMessage()).startsWith(OTHER_HOST)
                ? "the certificate that " + server
                        + " shows is for another host, or somebody between shows his own; write"
                        + " the host as the certificate has it into SPRING_DATASOURCE_URL, or give the server a certificate"
                        + " for " + server + " and " + TRUST
                : "the certificate that " + server
                        + " shows is not trusted, or somebody between shows his own; if it is" + " the server's, "
                        + TRUST;
    }

    private static Optional<String> describe(SQLException failure, String server) {
        String said = String.valueOf(failure.getMessage());
        if (failure.getErrorCode() == NOT_ENCRYPTED) {
            return Optional.of(server + " takes encrypted connections only (error " + NOT_ENCRYPTED
                    + "); remove sslMode=DISABLED from the address, and " + TRUST);
        }
        if (failure.getErrorCode() == OTHER_AUTHENTICATION || said.startsWith(UNKNOWN_METHOD)) {
            return Optional.of("the account proves its password in a way that this program does not know (error "
                    + OTHER_AUTHENTICATION + "); as an administrator of " + server
                    + ": ALTER USER ... IDENTIFIED WITH caching_sha2_password BY ..., and for the encryption that it needs, "
                    + TRUST);
        }
        if (said.startsWith(NO_KEY) || said.startsWith(TLS_FOR_PASSWORD)) {
            return Optional.of("without encryption the password cannot be sent to " + server
                    + " safely; remove sslMode=DISABLED from the address, and " + TRUST);
        }
        return said.startsWith(NONE_OFFERED)
                ? Optional.of(
                        server + " offers no encryption, or somebody between hides it; switch TLS on at the server and "
                                + TRUST)
                : Optional.empty();
    }

    /** A handshake that was cut off may work the next time. */
    private static Optional<String> describeHandshake(Throwable failure, String server) {
        boolean cutOff = CauseChain.of(failure)
                .anyMatch(cause -> cause instanceof EOFException
                        || cause instanceof SocketException
                        || cause instanceof SocketTimeoutException);
        return !cutOff && CauseChain.find(failure, SSLException.class).isPresent()
                ? Optional.of("no encrypted connection to " + server
                        + " comes about; see whether the server offers TLS 1.2 or" + " 1.3 on this port, and " + TRUST)
                : Optional.empty();
    }
}
