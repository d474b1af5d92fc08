package io.allegiance.watch.alert;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/** The machine that an alert comes from. */
final class Host {

    private Host() {}

    static String name() {
        return Optional.ofNullable(System.getenv("HOSTNAME"))
                .filter(name -> !name.isBlank())
                .orElseGet(Host::resolveName);
    }

    private static String resolveName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }
}
