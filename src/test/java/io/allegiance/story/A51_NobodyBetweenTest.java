package io.allegiance.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.testing.Certificate;
import io.allegiance.testing.Commands;
import io.allegiance.testing.FalseServer;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Somebody between the program and its server hides that the server has TLS, or shows a certificate of his own. The password
 * does not reach him, and a person is told what to do.
 */
@Tag("story")
class A51_NobodyBetweenTest {

    private static final String PASSWORD = "tea-and-biscuits";

    @TempDir
    private static Path folder;

    private static Certificate his;

    @AutoClose
    private static FalseServer stripping;

    @AutoClose
    private static FalseServer between;

    @BeforeAll
    static void somebodyListens() {
        his = Certificate.of(FalseServer.NAME, folder);
        stripping = FalseServer.withoutTls();
        between = FalseServer.showing(his);
    }

    @Test
    void hidingTlsGetsHimNothing() {
        commands(stripping.url())
                .run("status")
                .refusedWith(21, "127.1 offers no encryption, or somebody between hides it")
                .refusedWith(21, "trustCertificateKeyStoreUrl");
        assertThat(stripping.knows("allegiance_night")).isFalse();
    }

    @Test
    void aCertificateOfHisOwnGetsHimNothing() {
        commands(between.url())
                .run("nightly", "--date", "2025-10-01")
                .refusedWith(21, "the certificate that 127.1 shows is not trusted, or somebody between shows his own")
                .refusedWith(21, "trustCertificateKeyStoreUrl");
        assertThat(between.knows("allegiance_night")).isFalse();
        assertThat(between.knows(PASSWORD)).isFalse();
    }

    @Test
    void whatDoesNotVerifyIsRefusedBeforeAnybodyIsCalled() {
        for (String option :
                new String[] {"sslMode=REQUIRED", "sslMode=PREFERRED", "useSSL=false", "sslMode=VERIFY_CA"}) {
            commands(between.url() + "?" + option)
                    .run("status")
                    .refusedWith(21, "allegiance.database.allow-unverified: true");
        }
        commands(between.url())
                .with("spring.datasource.hikari.data-source-properties.sslMode", "DISABLED")
                .run("status")
                .refusedWith(21, "with sslMode=DISABLED somebody between could pass for 127.1");
        assertThat(between.knows(PASSWORD)).isFalse();
    }

    /** The attack as it was: what the setting allows is dangerous, and each run says so. */
    @Test
    void whoeverAllowsItIsToldEachTime() {
        try (FalseServer trap = FalseServer.showing(his)) {
            Commands.Result result = commands(trap.url() + "?sslMode=REQUIRED")
                    .with("allegiance.database.allow-unverified", true)
                    .run("status");
            assertThat(result.stderr())
                    .containsOnlyOnce(
                            "connections to 127.1 are not verified (sslMode=REQUIRED): any certificate is accepted")
                    .doesNotContain(PASSWORD);
            assertThat(trap.knows(PASSWORD)).isTrue();
        }
    }

    @Test
    void aTrustStoreThatCannotBeReadIsNamed() {
        commands(between.url() + "?trustCertificateKeyStoreUrl=file:" + folder.resolve("none.p12"))
                .run("status")
                .refusedWith(21, "none.p12 (No such file or directory)])")
                .refusedWith(21, "correct trustCertificateKeyStoreUrl");
    }

    @Test
    void aServerThatRequiresEncryptionIsToldApart() {
        String said = "Connections using insecure transport are prohibited while --require_secure_transport=ON.";
        try (FalseServer strict = FalseServer.refusing(3159, said)) {
            commands(strict.url().replace(FalseServer.NAME, "127.0.0.1"))
                    .run("nightly", "--date", "2025-10-01")
                    .refusedWith(21, "127.0.0.1 takes encrypted connections only (error 3159)")
                    .refusedWith(21, "trustCertificateKeyStoreUrl");
        }
    }

    @Test
    void theDoctorSaysTheSame() {
        Commands.Result result = commands(between.url()).run("doctor").endedWith(21);
        assertThat(result.stdout())
                .contains("FAIL  database          the certificate that 127.1 shows is not trusted")
                .contains("=> if it is the server's, name a trust store");
    }

    @Test
    void anAddressThatHandsOutFilesIsRefused() {
        commands(between.url() + "?allowLoadLocalInfile=true")
                .run("status")
                .refusedWith(21, "SPRING_DATASOURCE_URL has the option allowLoadLocalInfile");
        commands("jdbc:mysql://127.0.0.1/x")
                .with("spring.datasource.hikari.data-source-properties.queryInterceptors", "a.B")
                .run("status")
                .refusedWith(21, "spring.datasource.hikari.data-source-properties has the option queryInterceptors");
        commands("jdbc:mysql://127.0.0.1/x?sslMode=FOO")
                .run("status")
                .refusedWith(21, "The connection property 'sslMode' acceptable values are");
    }

    @Test
    void thePoolConnectsWhereTheProgramDoes() {
        commands("jdbc:mysql://127.0.0.1/x")
                .with("spring.datasource.hikari.jdbc-url", between.url() + "?sslMode=REQUIRED")
                .run("status")
                .refusedWith(21, "spring.datasource.hikari.jdbc-url is refused");
        assertThat(between.knows(PASSWORD)).isFalse();
    }

    private static Commands commands(String url) {
        return Commands.onEmbedded(folder.resolve("home"))
                .with("spring.datasource.url", url)
                .with("spring.datasource.username", "allegiance_night")
                .with("spring.datasource.password", PASSWORD);
    }
}
