package io.allegiance.platform.database;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tells hosts of the loopback interface by how they are written. No name service is asked: its answers may be false. */
final class Loopback {

    private static final Pattern FOUR_NUMBERS = Pattern.compile("127(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}");
    private static final Pattern OF_VERSION_6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private Loopback() {}

    /**
     * Returns whether a host is this machine whatever the network says: {@code localhost}, 127.0.0.0/8 in four numbers, or ::1 in any
     * form. Other names and numbers are not, even where they lead to this machine.
     *
     * @param host as an address names it, without brackets around a number of version 6
     */
    static boolean isNamedBy(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost")
                || FOUR_NUMBERS.matcher(name).matches()
                || OF_VERSION_6.matcher(name).matches() && isLoopbackNumber(name);
    }

    /** A number with colons is parsed, and never looked up. */
    private static boolean isLoopbackNumber(String number) {
        try {
            return InetAddress.getByName(number).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
