package io.allegiance.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.allegiance.failure.AttentionException;
import io.allegiance.platform.database.ConnectionSecurity.Level;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionSecurityTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:mysql://db.example.com:3306/x",
                "jdbc:mysql://me:word@db.example.com/x?tcpKeepAlive=true",
                "jdbc:mysql://127.0.0.1,db.example.com/x",
                "jdbc:mysql:///x?host=db.example.com",
                "jdbc:mysql://address=(host=db.example.com)(port=3306)/x",
                "jdbc:mysql://(host=db.example.com,sslMode=VERIFY_IDENTITY)/x",
                "jdbc:mysql://db.example.com/x?sslMode=VERIFY_IDENTITY",
                "jdbc:mysql://127.0.0.1/x?socksProxyHost=proxy.example.com"
            })
    void aServerElsewhereMustProveWhoItIs(String url) {
        Database database = at(url, Map.of(), false);
        assertThat(database.security().level()).isEqualTo(Level.VERIFIED);
        assertThat(database.security().mode()).isEqualTo("VERIFY_IDENTITY");
        assertThat(url.contains("VERIFY_IDENTITY") || "VERIFY_IDENTITY".equals(settingOf(database)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:mysql://127.0.0.1:3306/x",
                "jdbc:mysql:///x",
                "jdbc:mysql://localhost,[::1]:3307/x",
                "jdbc:mysql://localhost/x?sslMode=DISABLED",
                "jdbc:mysql://address=(host=127.0.0.2)/x?useSSL=false"
            })
    void onThisMachineNobodyIsBetween(String url) {
        Database database = at(url, Map.of(), false);
        assertThat(database.security().level()).isEqualTo(Level.ON_THIS_MACHINE);
        assertThat(settingOf(database)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "jdbc:mysql://db/x?sslMode=DISABLED DISABLED",
                "jdbc:mysql://db/x?sslMode=disabled DISABLED",
                "jdbc:mysql://db/x?sslMode=PREFERRED PREFERRED",
                "jdbc:mysql://db/x?sslMode=REQUIRED REQUIRED",
                "jdbc:mysql://db/x?sslMode=VERIFY_CA VERIFY_CA",
                "jdbc:mysql://db/x?ssl%4dode=REQUIRED REQUIRED",
                "jdbc:mysql://db/x?useSSL=false DISABLED",
                "jdbc:mysql://db/x?useSSL=true PREFERRED",
                "jdbc:mysql://db/x?useSSL=true&requireSSL=true&verifyServerCertificate=false REQUIRED",
                "jdbc:mysql://db/x?useSSL=true&verifyServerCertificate=true VERIFY_CA",
                "jdbc:mysql://(host=db,sslMode=DISABLED)/x?sslMode=VERIFY_IDENTITY DISABLED",
                "jdbc:mysql://address=(host=db)(sslMode=REQUIRED)/x REQUIRED",
                "jdbc:mysql://(host=db,sslMode=VERIFY_IDENTITY),db/x PREFERRED",
                "jdbc:mysql:replication://(host=127.0.0.1,sslMode=DISABLED),(host=db,sslMode=REQUIRED)/x REQUIRED"
            })
    void whatWouldNotVerifyIsRefusedUnlessAllowed(String url, String mode) {
        assertThatExceptionOfType(AttentionException.class)
                .isThrownBy(() -> at(url, Map.of(), false))
                .withMessageStartingWith(
                        "with sslMode=" + mode + " somebody between could pass for db and get the password")
                .withMessageContaining("trustCertificateKeyStoreUrl")
                .withMessageEndingWith("allegiance.database.allow-unverified: true");
        ConnectionSecurity allowed = at(url, Map.of(), true).security();
        assertThat(allowed.level()).isEqualTo(Level.UNVERIFIED);
        assertThat(allowed.describeDanger()).startsWith("connections to db are not verified (sslMode=" + mode + "): ");
    }

    @Test
    void optionsBesideTheAddressWinOverThoseInIt() {
        String url = "jdbc:mysql://db/x?sslMode=VERIFY_IDENTITY";
        assertThatExceptionOfType(AttentionException.class)
                .isThrownBy(() -> at(url, Map.of("sslmode", "REQUIRED"), false))
                .withMessageStartingWith("with sslMode=REQUIRED");
        Database weak = at("jdbc:mysql://db/x?sslMode=DISABLED", Map.of("sslMode", "VERIFY_IDENTITY"), false);
        assertThat(weak.security().level()).isEqualTo(Level.VERIFIED);
        assertThat(settingOf(weak)).isEqualTo("VERIFY_IDENTITY");
    }

    @Test
    void toAllowItDoesNotWeakenWhatIsNotSaid() {
        Database database = at("jdbc:mysql://db/x", Map.of(), true);
        assertThat(database.security().level()).isEqualTo(Level.VERIFIED);
        assertThat(database.security().allowed()).isTrue();
    }

    private static Database at(String url, Map<String, String> options, boolean allowed) {
        return Database.at(url, "me", "word", options, allowed);
    }

    /** What pool and streams tell the driver besides the address. */
    private static String settingOf(Database database) {
        return ConnectionSettings.streaming(database).getProperty("sslMode");
    }
}
