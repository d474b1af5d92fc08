package io.allegiance.decision;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/** Who runs this process, as the operating system says, and on which machine. */
final class ProcessOwner {

    private static final int LONGEST_USER = 128;
    private static final int LONGEST_HOST = 255;
    private static final String UNKNOWN = "unknown";

    private ProcessOwner() {}

    /** The owner of the process where the system has a folder for it, because whoever starts the program sets its properties. */
    static String user() {
        Path process = Path.of("/proc/self");
        try {
            if (Files.exists(process)) {
                return shorten(Files.getOwner(process).getName(), LONGEST_USER);
            }
        } catch (IOException e) {
            // The property says it too.
        }
        return shorten(System.getProperty("user.name", UNKNOWN), LONGEST_USER);
    }

    static String host() {
        Path kernel = Path.of("/proc/sys/kernel/hostname");
        try {
            return shorten(
                    Files.exists(kernel)
                            ? Files.readString(kernel).strip()
                            : InetAddress.getLocalHost().getHostName(),
                    LONGEST_HOST);
        } catch (IOException e) {
            return UNKNOWN;
        }
    }

    private static String shorten(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}
