package io.allegiance.sql;

import io.allegiance.testing.Certificate;
import io.allegiance.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.UUID;

/** What the tests' MySQL shows to whoever connects; it writes the files itself, because it runs in a folder of its own. */
final class ServerCertificate {

    private ServerCertificate() {}

    /** Makes the server show a certificate from now on. */
    static void use(Certificate certificate) {
        String name = "test-" + UUID.randomUUID();
        write(name + ".pem", certificate.certificatePem());
        write(name + ".key", certificate.keyPem());
        set(name + ".pem", name + ".key");
    }

    /** Makes it show the one that it made for itself. */
    static void useOwn() {
        set("server-cert.pem", "server-key.pem");
    }

    private static void write(String name, String text) {
        TestDatabase.administrate("SELECT X'" + HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII))
                + "' INTO DUMPFILE '" + name + "'");
    }

    private static void set(String certificate, String key) {
        TestDatabase.administrate("SET GLOBAL ssl_cert = '" + certificate + "'");
        TestDatabase.administrate("SET GLOBAL ssl_key = '" + key + "'");
        TestDatabase.administrate("ALTER INSTANCE RELOAD TLS");
    }
}
