package io.allegiance.doctor;

import io.allegiance.platform.database.ConnectionSecurity;
import io.allegiance.platform.database.Database;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Whether somebody between this machine and the server could read or change what is sent. */
@Component
final class EncryptionCheck implements HealthCheck {

    private static final String NAME = "encryption";

    private final ServerFacts server;
    private final Database database;

    EncryptionCheck(ServerFacts server, Database database) {
        this.server = server;
        this.database = database;
    }

    @Override
    public List<Finding> examine() {
        Map<String, String> facts = server.encryption();
        String cipher = facts.getOrDefault("ssl_cipher", "");
        String found = cipher.isEmpty()
                ? "connections are not encrypted"
                : "connections use " + facts.getOrDefault("ssl_version", "TLS") + " with " + cipher;
        return List.of(judge(database.security(), found));
    }

    static Finding judge(ConnectionSecurity security, String found) {
        return switch (security.level()) {
            case ON_THIS_MACHINE -> Finding.ok(NAME, found + "; the server is on this machine");
            case VERIFIED ->
                security.allowed()
                        ? Finding.warn(
                                NAME,
                                found + "; the server proves that it is " + security.server()
                                        + ", but allegiance.database.allow-unverified is true",
                                "remove allegiance.database.allow-unverified, which is not needed")
                        : Finding.ok(NAME, found + "; the server proves that it is " + security.server());
            case UNVERIFIED ->
                Finding.warn(
                        NAME,
                        found + "; " + security.describeDanger(),
                        "remove sslMode and allegiance.database.allow-unverified, and name the server's authority with"
                                + " trustCertificateKeyStoreUrl in SPRING_DATASOURCE_URL or in Java's own trust store");
        };
    }
}
