package io.allegiance.platform.database;

import com.mysql.cj.conf.HostInfo;
import com.mysql.cj.conf.PropertyDefinitions.SslMode;
import com.mysql.cj.conf.PropertyKey;
import com.mysql.cj.exceptions.CJException;
import com.mysql.cj.jdbc.JdbcPropertySetImpl;
import io.allegiance.failure.AttentionException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One host of an address, with what the driver will do for it.
 *
 * @param name the host, a number of version 6 without its brackets
 * @param mode the driver's mode of encryption: DISABLED, PREFERRED, REQUIRED, VERIFY_CA or VERIFY_IDENTITY
 * @param saysMode whether an option says so, which may be one of the driver's older ones
 * @param isHere whether it is named as a host of the loopback interface, and no proxy is between
 */
record DriverHost(String name, String mode, boolean saysMode, boolean isHere) {

    private static final Set<PropertyKey> MODES = Set.of(
            PropertyKey.sslMode, PropertyKey.useSSL, PropertyKey.requireSSL, PropertyKey.verifyServerCertificate);

    private static final List<PropertyKey> STORES =
            List.of(PropertyKey.trustCertificateKeyStoreUrl, PropertyKey.clientCertificateKeyStoreUrl);

    static DriverHost of(HostInfo host) {
        Map<String, String> options = host.getHostProperties();
        String name = host.getHost().replaceAll("^\\[|]$", "");
        STORES.forEach(store -> requireFile(store.getKeyName(), options.get(store.getKeyName())));
        return new DriverHost(
                name,
                modeOf(host).name(),
                MODES.stream().map(PropertyKey::getKeyName).anyMatch(options::containsKey),
                Loopback.isNamedBy(name) && !options.containsKey(PropertyKey.socksProxyHost.getKeyName()));
    }

    /** The driver itself works it out, and checks the values of all options on the way. */
    private static SslMode modeOf(HostInfo host) {
        JdbcPropertySetImpl settings = new JdbcPropertySetImpl();
        try {
            settings.initializeProperties(host.exposeAsProperties());
        } catch (CJException e) {
            throw new AttentionException(
                    "an option of the database's address is refused: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse("")
                            + "; correct SPRING_DATASOURCE_URL",
                    e);
        }
        return settings.<SslMode>getEnumProperty(PropertyKey.sslMode).getValue();
    }

    /** A trust store that comes over the network could be anybody's. */
    private static void requireFile(String option, @Nullable String store) {
        if (store != null && !store.isEmpty() && !isFile(store)) {
            throw new AttentionException(
                    option + " must name a file of this machine; write it as file:/path/of/the/store.p12");
        }
    }

    private static boolean isFile(String store) {
        try {
            URI uri = URI.create(store);
            return "file".equalsIgnoreCase(uri.getScheme()) && uri.getRawAuthority() == null && uri.getPath() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
