package io.allegiance.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.allegiance.testing.Certificate;
import io.allegiance.testing.Commands;
import io.allegiance.testing.FalseServer;
import io.allegiance.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A MySQL with certificates of the test, as one elsewhere is reached. */
@Tag("database")
class CertificatesTest {

    @TempDir
    private static Path folder;

    private static Certificate right;

    @AutoClose
    private static TestDatabase.Schema schema;

    private static Commands commands;
    private static Commands verified;

    @BeforeAll
    static void theServerShowsACertificateForItsName() throws IOException {
        assumeFalse(
                TestDatabase.isEmbedded(),
                "the embedded MariaDB is reached by the loopback interface alone, and its certificates cannot be changed");
        right = Certificate.of(FalseServer.NAME, folder);
        ServerCertificate.use(right);
        schema = TestDatabase.freshSchema().migrate();
        commands = Commands.on(schema, folder.resolve("home"));
        verified = on(FalseServer.NAME, right.trusting());
        SmallShop.landUpToFirstNight(verified, folder);
        verified.succeed("train", "--as-of", SmallShop.FIRST_NIGHT.toString());
        verified.succeed("nightly", "--date", SmallShop.FIRST_NIGHT.toString());
    }

    @AfterAll
    static void theServerShowsItsOwnAgain() {
        if (right != null) {
            ServerCertificate.useOwn();
        }
    }

    @Test
    void aNightPassesOverVerifiedConnections() {
        assertThat(verified.succeed("status")).contains("published   " + SmallShop.FIRST_NIGHT);
        assertThat(verified.run("doctor").stdout())
                .containsPattern(
                        "ok {4}encryption {8}connections use TLSv1\\.[23] with [A-Z0-9_-]+; the server proves that it is "
                                + "127\\.1");
    }

    @Test
    void withoutTheTrustStoreItIsNotTrusted() {
        on(FalseServer.NAME, "")
                .run("status")
                .refusedWith(21, "the certificate that 127.1 shows is not trusted")
                .refusedWith(21, "trustCertificateKeyStoreUrl");
    }

    @Test
    void aTrustStoreBesideTheAddressCountsForAllConnections() {
        Commands beside = on(FalseServer.NAME, "")
                .with(
                        "spring.datasource.hikari.data-source-properties.trustCertificateKeyStorePassword",
                        Certificate.PASSWORD)
                .with(
                        "spring.datasource.hikari.data-source-properties.trustCertificateKeyStoreUrl",
                        "file:" + right.store());
        Path export = folder.resolve("scores.csv");
        beside.succeed("scores", "--export", export.toString());
        assertThat(export).isNotEmptyFile();
    }

    @Test
    void aCertificateForAnotherHostDoesNotFit() {
        on("127.0.1", right.trusting())
                .run("status")
                .refusedWith(21, "the certificate that 127.0.1 shows is for another host")
                .refusedWith(21, "trustCertificateKeyStoreUrl");
    }

    @Test
    void theDoctorWarnsOfWhatIsNotVerified() {
        String found = on(FalseServer.NAME, "sslMode=REQUIRED")
                .with("allegiance.database.allow-unverified", true)
                .run("doctor")
                .stdout();
        assertThat(found)
                .containsPattern(
                        "warn {2}encryption {8}connections use TLSv1\\.[23] with [A-Z0-9_-]+; connections to 127\\.1 are not"
                                + " verified \\(sslMode=REQUIRED\\)")
                .contains("allegiance.database.allow-unverified = true");
    }

    @Test
    void aPasswordThatCannotBeSentSafelyIsToldApart() {
        TestDatabase.administrate("CREATE USER 'fresh'@'%' IDENTIFIED WITH caching_sha2_password BY 'biscuits'");
        try {
            on("127.0.0.1", "sslMode=DISABLED")
                    .with("spring.datasource.username", "fresh")
                    .with("spring.datasource.password", "biscuits")
                    .run("status")
                    .refusedWith(21, "without encryption the password cannot be sent to 127.0.0.1 safely");
        } finally {
            TestDatabase.administrate("DROP USER 'fresh'@'%'");
        }
    }

    private static Commands on(String host, String options) {
        String url = schema.jdbcUrl().replaceFirst("\\?.*", "").replace("//127.0.0.1:", "//" + host + ":");
        return commands.with("spring.datasource.url", options.isEmpty() ? url : url + "?" + options);
    }
}
