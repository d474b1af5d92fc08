package io.allegiance.doctor;

import java.time.zone.ZoneRulesProvider;
import java.util.List;
import org.springframework.stereotype.Component;

/** The Java that runs this: its version, its memory, and how new its time zones are. */
@Component
final class JavaCheck implements HealthCheck {

    private static final int OLDEST = 17;
    private static final int NEWEST = 25;
    private static final long LEAST_MIB = 240;

    JavaCheck() {}

    @Override
    public List<Finding> examine() {
        int version = Runtime.version().feature();
        long mebibytes = Runtime.getRuntime().maxMemory() >> 20;
        String found = "Java " + Runtime.version() + ", " + mebibytes + " MiB of memory, time zones of "
                + ZoneRulesProvider.getVersions("UTC").lastKey();
        if (mebibytes < LEAST_MIB) {
            return List.of(Finding.warn("java", found, "give it more, such as ALLEGIANCE_JAVA_OPTS=-Xmx512m"));
        }
        if (version < OLDEST || version > NEWEST) {
            return List.of(Finding.warn(
                    "java", found, "set JAVA_HOME to a JDK of version " + OLDEST + " to " + NEWEST + ", as tested"));
        }
        return List.of(Finding.ok("java", found));
    }
}
