package io.allegiance.platform.database;

import io.allegiance.failure.AttentionException;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;

/**
 * Options of the driver that an address must not have: those that let the server ask for files of this machine, those that make objects
 * of what it sends, those that load a class by its name, and the one that takes the names of hosts from DNS. Options that earlier
 * versions of the driver had are among them.
 */
final class RefusedOptions {

    /** In small letters, because the driver tells some of them in any. */
    private static final Set<String> NAMES = Set.of(
            // Files of this machine.
            "allowloadlocalinfile",
            "allowloadlocalinfileinpath",
            "allowurlinlocalinfile",
            "idtokenfile",
            "ociconfigfile",
            // Objects of what the server sends.
            "autodeserialize",
            // Classes by their names.
            "authenticationfidocallbackhandler",
            "authenticationopenidconnectcallbackhandler",
            "authenticationplugins",
            "authenticationwebauthncallbackhandler",
            "clientinfoprovider",
            "connectionlifecycleinterceptors",
            "exceptioninterceptors",
            "ha.loadbalancestrategy",
            "haloadbalancestrategy",
            "loadbalanceexceptionchecker",
            "loadbalancesqlexceptionsubclassfailover",
            "logger",
            "parseinfocachefactory",
            "profilereventhandler",
            "propertiestransform",
            "queryinfocachefactory",
            "queryinterceptors",
            "serverconfigcachefactory",
            "socketfactory",
            "statementinterceptors",
            // Whoever answers for DNS would choose the name that a certificate is compared with.
            "dnssrv");

    private RefusedOptions() {}

    /**
     * Requires that none of some options is refused.
     *
     * @param options their names, decoded, in any letter case
     * @param place where they are, as a person knows it
     * @throws AttentionException when one is, with its name
     */
    static void check(Collection<String> options, String place) {
        options.stream()
                .filter(name -> NAMES.contains(name.toLowerCase(Locale.ROOT)))
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw new AttentionException(place + " has the option " + name
                            + ", which could hand files of this machine to a server, or load classes or hosts that somebody else"
                            + " names; remove it");
                });
    }
}
