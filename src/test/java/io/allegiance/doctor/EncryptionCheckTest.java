package io.allegiance.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.platform.database.ConnectionSecurity;
import io.allegiance.platform.database.ConnectionSecurity.Level;
import org.junit.jupiter.api.Test;

class EncryptionCheckTest {

    @Test
    void aServerThatProvesWhoItIsIsRight() {
        Finding finding = judge(Level.VERIFIED, "VERIFY_IDENTITY", false);
        assertThat(finding.verdict()).isEqualTo(Verdict.OK);
        assertThat(finding.found()).isEqualTo("TLSv1.3; the server proves that it is db");
    }

    @Test
    void aSettingThatIsNotNeededIsNamed() {
        Finding finding = judge(Level.VERIFIED, "VERIFY_IDENTITY", true);
        assertThat(finding.verdict()).isEqualTo(Verdict.WARN);
        assertThat(finding.mend()).startsWith("remove allegiance.database.allow-unverified");
    }

    @Test
    void aServerThatNeedNotProveItIsAWarning() {
        Finding finding = judge(Level.UNVERIFIED, "REQUIRED", true);
        assertThat(finding.verdict()).isEqualTo(Verdict.WARN);
        assertThat(finding.found())
                .isEqualTo(
                        "TLSv1.3; connections to db are not verified (sslMode=REQUIRED): any certificate is accepted");
        assertThat(finding.mend()).contains("trustCertificateKeyStoreUrl");
    }

    @Test
    void onThisMachineAllIsRight() {
        assertThat(judge(Level.ON_THIS_MACHINE, "DISABLED", false).verdict()).isEqualTo(Verdict.OK);
    }

    private static Finding judge(Level level, String mode, boolean allowed) {
        return EncryptionCheck.judge(new ConnectionSecurity(level, "db", mode, allowed), "TLSv1.3");
    }
}
