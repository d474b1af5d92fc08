package io.allegiance.watch.alert;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** The environment of the alert's command: what programs usually need, and no secret of this program. */
final class CommandEnvironment {

    private static final Set<String> USUAL = Set.of(
            "PATH",
            "HOME",
            "USER",
            "LOGNAME",
            "SHELL",
            "LANG",
            "LANGUAGE",
            "TZ",
            "TMPDIR",
            "HOSTNAME",
            "JAVA_HOME",
            "ALLEGIANCE_HOME");

    private static final String LOCALE = "LC_";

    private CommandEnvironment() {}

    /**
     * Leaves in an environment only what the command may have.
     *
     * @param passed names that it may have besides the usual ones
     */
    static void reduce(Map<String, String> environment, Collection<String> passed) {
        environment
                .keySet()
                .removeIf(name -> !USUAL.contains(name) && !name.startsWith(LOCALE) && !passed.contains(name));
    }

    /** Adds what the command is called for. */
    static void describe(Alert alert, Map<String, String> environment) {
        environment.put("ALLEGIANCE_EVENT", alert.event());
        environment.put("ALLEGIANCE_JOB", alert.job());
        environment.put(
                "ALLEGIANCE_DATE", alert.date() == null ? "" : alert.date().toString());
        environment.put(
                "ALLEGIANCE_CODE", alert.code() == null ? "" : alert.code().toString());
        environment.put("ALLEGIANCE_MESSAGE", alert.message());
    }
}
