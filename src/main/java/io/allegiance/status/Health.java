package io.allegiance.status;

import java.util.List;

/**
 * The state of the program as a monitor wants it: one level, and the reasons for it.
 *
 * @param level the worst of all that was found
 * @param reasons what was found, the worst first; empty where all is good
 * @param status what it was found in
 */
public record Health(Level level, List<String> reasons, Status status) {

    /** The levels of Nagios and those who follow it, with its exit codes. */
    public enum Level {
        OK(0),
        WARNING(1),
        CRITICAL(2),
        UNKNOWN(3);

        private final int code;

        Level(int code) {
            this.code = code;
        }

        /** Returns the exit code of a check that ends so. */
        public int code() {
            return code;
        }
    }

    public Health {
        reasons = List.copyOf(reasons);
    }
}
