package io.allegiance.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import com.mysql.cj.conf.PropertyDefinitions;
import com.mysql.cj.conf.PropertyKey;
import io.allegiance.failure.AttentionException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DriverAddressTest {

    /** How the driver's own descriptions say that an option names a class or a file. */
    private static final Pattern CLASS_OR_FILE = Pattern.compile(
            "(?i)class(es)? (that|which|implementing|name)|name of (a|the) class|implement|infile|\\bfile\\b|dns srv");

    /** Options whose descriptions say so, and which hand out nothing and load nothing. */
    private static final List<PropertyKey> HARMLESS = List.of(
            // A class of those that are loaded anyway, or a built-in one.
            PropertyKey.defaultAuthenticationPlugin,
            PropertyKey.disabledAuthenticationPlugins,
            // Providers that the virtual machine has.
            PropertyKey.keyManagerFactoryProvider,
            PropertyKey.trustManagerFactoryProvider,
            PropertyKey.keyStoreProvider,
            PropertyKey.sslContextProvider,
            // Sets of options that the driver itself has; what is refused is refused in them as well.
            PropertyKey.useConfigs,
            // A part of a file that is refused.
            PropertyKey.ociConfigProfile,
            // A public key of the server's: it is read, and not sent.
            PropertyKey.serverRSAPublicKeyFile);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:mysql://db/x?allowLoadLocalInfile=true",
                "jdbc:mysql://db/x?allowLoadLocalInfile",
                "jdbc:mysql://db/x?ALLOWLOADLOCALINFILE=false",
                "jdbc:mysql://db/x?sslMode=VERIFY_IDENTITY&%61llow%4coadLocalInfile=true",
                "jdbc:mysql://db/x?allowLoadLocalInfileInPath=%2F",
                "jdbc:mysql://db/x?allowUrlInLocalInfile=true",
                "jdbc:mysql://db/x? autoDeserialize =true",
                "jdbc:mysql://db/x?queryInterceptors=a.B",
                "jdbc:mysql://db/x?statementInterceptors=a.B",
                "jdbc:mysql://db/x?propertiesTransform=a.B",
                "jdbc:mysql://db/x?socketFactory=a.B",
                "jdbc:mysql://db/x?exceptionInterceptors=a.B",
                "jdbc:mysql://db/x?connectionLifecycleInterceptors=a.B",
                "jdbc:mysql://db/x?authenticationPlugins=a.B",
                "jdbc:mysql://db/x?ha.loadBalanceStrategy=a.B",
                "jdbc:mysql://db/x?haLoadBalanceStrategy=a.B",
                "jdbc:mysql://db/x?logger=a.B",
                "jdbc:mysql://db/x?idTokenFile=%2Fetc%2Fpasswd",
                "jdbc:mysql://db/x?dnsSrv=true",
                "jdbc:mysql://(host=db,allowLoadLocalInfile=true)/x",
                "jdbc:mysql://me@(host=db,port=3306,allow%4coadLocalInfile=true)/x",
                "jdbc:mysql://address=(host=db)(port=3306)(allowLoadLocalInfile=true)/x",
                "jdbc:mysql://ADDRESS=(host=db)(%61llowLoadLocalInfile=true)/x",
                "jdbc:mysql://[db1,(host=db2,queryInterceptors=a.B)]/x",
                "jdbc:mysql://me:you@[db1:3306,address=(host=db2)(queryInterceptors=a.B)]/x",
                "jdbc:mysql:replication://db1,address=(host=db2)(type=replica)(socketFactory=a.B)/x",
                "jdbc:mysql:loadbalance://(host=db1,autoDeserialize=true),db2/x"
            })
    void whatHandsOutFilesOrLoadsClassesIsRefusedHoweverItIsWritten(String url) {
        assertThatExceptionOfType(AttentionException.class)
                .isThrownBy(() -> Database.at(url, "me", "hush"))
                .withMessageStartingWith("SPRING_DATASOURCE_URL has the option ")
                .withMessageEndingWith("; remove it");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"allowLoadLocalInfile", "allow-load-local-infile", "ALLOWLOADLOCALINFILE", "queryinterceptors"})
    void andBesideTheAddress(String option) {
        assertThatExceptionOfType(AttentionException.class)
                .isThrownBy(() -> Database.at("jdbc:mysql://db/x", "me", "hush", Map.of(option, "a.B"), true))
                .withMessageStartingWith("spring.datasource.hikari.data-source-properties has the option ");
    }

    /** A later version of the driver may have more of them. */
    @Test
    void everyOptionOfTheDriverThatNamesAClassOrFileIsDecided() {
        PropertyDefinitions.PROPERTY_KEY_TO_PROPERTY_DEFINITION.values().stream()
                .filter(option -> CLASS_OR_FILE.matcher(option.getDescription()).find())
                .filter(option -> !PropertyDefinitions.CATEGORY_XDEVAPI.equals(option.getCategory()))
                .filter(option -> !HARMLESS.contains(option.getPropertyKey()))
                .forEach(option -> assertThatExceptionOfType(AttentionException.class)
                        .as("%s: %s", option.getName(), option.getDescription())
                        .isThrownBy(() -> RefusedOptions.check(List.of(option.getName()), "here")));
    }

    @Test
    void usualOptionsAreNone() {
        assertThatNoException()
                .isThrownBy(() -> Database.at(
                        "jdbc:mysql://db1,db2/x?sessionVariables=wait_timeout=60&serverTimezone=%2B05:00&tcpKeepAlive=true"
                                + "&serverRSAPublicKeyFile=/etc/key.pem&trustCertificateKeyStoreUrl=file:/etc/trust.p12"
                                + "&useConfigs=maxPerformance",
                        "me", "hush"));
    }

    @Test
    void lettersThatTheDriverPassesOverAreRefused() {
        assertThatExceptionOfType(AttentionException.class)
                .isThrownBy(() -> Database.at("jdbc:mysql://db/x?sslmode=VERIFY_IDENTITY", "me", "hush"))
                .withMessage(
                        "SPRING_DATASOURCE_URL has the option sslmode, which the driver does not know in these letters;"
                                + " write sslMode");
    }

    @Test
    void besideTheAddressLettersDoNotCount() {
        assertThat(DriverAddress.read("jdbc:mysql://db/x", Map.of("SSLMODE", "REQUIRED", "connecttimeout", "7"))
                        .options())
                .containsOnly(Map.entry("sslMode", "REQUIRED"), Map.entry("connectTimeout", "7"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sslMode=FOO",
                "connectTimeout=soon",
                "tcpKeepAlive=perhaps",
                "characterEncoding=none",
                "sslMode="
            })
    void aValueThatTheDriverRefusesIsNamed(String option) {
        assertThatExceptionOfType(AttentionException.class)
                .isThrownBy(() -> Database.at("jdbc:mysql://127.0.0.1/x?" + option, "me", "hush"))
                .withMessageStartingWith("an option of the database's address is refused: ")
                .withMessageEndingWith("; correct SPRING_DATASOURCE_URL");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.com/trust.p12",
                "https://example.com/trust.p12",
                "file://example.com/trust.p12",
                "jar:http://example.com/a.jar!/b",
                "/etc/trust.p12",
                "file:trust.p12"
            })
    void aTrustStoreIsAFileOfThisMachine(String store) {
        assertThatExceptionOfType(AttentionException.class)
                .isThrownBy(() -> Database.at("jdbc:mysql://db/x?trustCertificateKeyStoreUrl=" + store, "me", "hush"))
                .withMessage("trustCertificateKeyStoreUrl must name a file of this machine; write it as"
                        + " file:/path/of/the/store.p12");
    }

    @Test
    void whatIsWrongWithAnAddressIsSaidWithoutItsPassword() {
        for (String url : List.of(
                "jdbc:mysql://me:hush@db:port/x", "jdbc:mysql://me:hush@db/x?%zz=1", "jdbc:mysql://me:hush@db/x?(")) {
            assertThatExceptionOfType(AttentionException.class)
                    .isThrownBy(() -> Database.at(url, null, null))
                    .withMessage("the database's address cannot be read: SPRING_DATASOURCE_URL must look like"
                            + " jdbc:mysql://host:3306/allegiance");
        }
    }
}
