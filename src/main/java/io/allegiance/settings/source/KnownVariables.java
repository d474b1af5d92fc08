package io.allegiance.settings.source;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The environment variables and system properties of the program that are no keys of the configuration. */
final class KnownVariables {

    /** Of the program, its launcher, and those that the program hands to a command that it alerts with. */
    private static final Set<String> VARIABLES = Set.of(
            "ALLEGIANCE_HOME",
            "ALLEGIANCE_JAVA_OPTS",
            "ALLEGIANCE_EVENT",
            "ALLEGIANCE_JOB",
            "ALLEGIANCE_DATE",
            "ALLEGIANCE_CODE",
            "ALLEGIANCE_MESSAGE");

    /** Of the build, its tests and its image. */
    private static final Pattern OF_THE_BUILD = Pattern.compile("ALLEGIANCE_(TEST|CI|IMAGE)_.+");

    /** What Kubernetes tells each container of a service that is named allegiance, or begins so. */
    private static final Pattern OF_A_SERVICE = Pattern.compile(
            "ALLEGIANCE_([A-Z0-9_]+_)?(SERVICE_HOST|SERVICE_PORT(_[A-Z0-9_]+)?|PORT(_[0-9]+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)?)");

    private static final String IN_KUBERNETES = "KUBERNETES_SERVICE_HOST";

    /** What the launcher passes on. */
    private static final Set<String> SYSTEM_PROPERTIES = Set.of(
            "allegiance.embedded",
            "allegiance.program",
            "allegiance.terminal.stdout",
            "allegiance.terminal.stderr",
            "allegiance.terminal.columns");

    /** What a command says of itself to the program that it starts. */
    private static final Set<String> ARGUMENTS = Set.of("allegiance.home-access", SearchLocations.TOLD);

    private KnownVariables() {}

    static boolean isVariable(String name, Map<String, ?> environment) {
        return VARIABLES.contains(name)
                || OF_THE_BUILD.matcher(name).matches()
                || environment.containsKey(IN_KUBERNETES)
                        && OF_A_SERVICE.matcher(name).matches();
    }

    /** A variable may be given as a system property or as an option as well. */
    static boolean isHandedIn(String name) {
        return VARIABLES.contains(name);
    }

    static boolean isSystemProperty(String name) {
        return SYSTEM_PROPERTIES.contains(name);
    }

    static boolean isArgument(String name) {
        return ARGUMENTS.contains(name);
    }
}
