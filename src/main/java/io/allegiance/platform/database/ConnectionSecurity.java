package io.allegiance.platform.database;

import io.allegiance.failure.AttentionException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How the connections to a server are secured.
 *
 * @param level how much is known of who is at the other end
 * @param server the hosts, as a person knows them
 * @param mode the driver's mode of encryption, that of the least secure host
 * @param allowed whether {@code allegiance.database.allow-unverified} is set
 */
public record ConnectionSecurity(Level level, String server, String mode, boolean allowed) {

    static final String OPTION = "sslMode";
    static final String VERIFIED_MODE = "VERIFY_IDENTITY";

    private static final String ALLOWING = "allegiance.database.allow-unverified: true";

    /** The modes, the least secure first. */
    private static final List<String> MODES = List.of("DISABLED", "PREFERRED", "REQUIRED", "VERIFY_CA", VERIFIED_MODE);

    /** How much is known of who is at the other end. */
    public enum Level {
        /** The server is reached by the loopback interface: nobody is between. */
        ON_THIS_MACHINE,
        /** The server proves with a certificate that it is the host of the address. */
        VERIFIED,
        /** Somebody between could read or change what is sent; this was allowed. */
        UNVERIFIED
    }

    /** Of the embedded database, which listens on the loopback interface alone. */
    static ConnectionSecurity embedded() {
        return new ConnectionSecurity(Level.ON_THIS_MACHINE, "127.0.0.1", MODES.get(0), false);
    }

    /**
     * Tells of an address.
     *
     * @throws AttentionException when a host elsewhere would not have to prove who it is, and that is not allowed
     */
    static ConnectionSecurity of(DriverAddress address, boolean allowed) {
        List<DriverHost> hosts = address.hosts();
        List<DriverHost> elsewhere =
                hosts.stream().filter(host -> !host.isHere()).toList();
        DriverHost weakest = (elsewhere.isEmpty() ? hosts : elsewhere)
                .stream()
                        .min(Comparator.comparing(host -> MODES.indexOf(host.mode())))
                        .orElseThrow();
        String names = (elsewhere.isEmpty() ? hosts : elsewhere)
                .stream().map(DriverHost::name).distinct().collect(Collectors.joining(", "));
        if (elsewhere.isEmpty()) {
            return new ConnectionSecurity(Level.ON_THIS_MACHINE, names, weakest.mode(), allowed);
        }
        boolean verified = weakest.mode().equals(VERIFIED_MODE);
        if (!verified && !allowed) {
            throw refuse(weakest);
        }
        return new ConnectionSecurity(verified ? Level.VERIFIED : Level.UNVERIFIED, names, weakest.mode(), allowed);
    }

    /** Makes an address verify the server that it reaches, unless all hosts are here or an option says how to encrypt. */
    static DriverAddress verifyByDefault(DriverAddress address) {
        List<DriverHost> hosts = address.hosts();
        boolean says = hosts.stream().anyMatch(DriverHost::saysMode);
        boolean here = hosts.stream().allMatch(DriverHost::isHere);
        return says || here ? address : address.with(OPTION, VERIFIED_MODE);
    }

    private static AttentionException refuse(DriverHost host) {
        return new AttentionException("with sslMode=" + host.mode() + " somebody between could pass for "
                + host.name() + " and get the password, because " + describe(host.mode())
                + "; remove sslMode, useSSL, requireSSL and verifyServerCertificate from the address, which makes it "
                + VERIFIED_MODE
                + ", and name the server's authority with trustCertificateKeyStoreUrl or in Java's own trust"
                + " store; or accept the danger with " + ALLOWING);
    }

    /** Says what a mode that does not verify leaves open. */
    static String describe(String mode) {
        return switch (mode) {
            case "DISABLED" -> "nothing is encrypted";
            case "PREFERRED" -> "nothing is encrypted where the server, or somebody in its place, offers no encryption";
            case "REQUIRED" -> "any certificate is accepted";
            default -> "a certificate for any other host is accepted";
        };
    }

    /** Describes what is not secure; for a host elsewhere that need not prove who it is. */
    public String describeDanger() {
        return "connections to " + server + " are not verified (sslMode=" + mode + "): " + describe(mode);
    }
}
