package io.allegiance.settings.source;

import io.allegiance.failure.UnknownKeysException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

/** Refuses a key that a file has in two forms, such as {@code late-days} and {@code lateDays}: which one holds would be chance. */
final class RepeatedKeys {

    private RepeatedKeys() {}

    static void refuse(SourceNames source) {
        Map<ConfigurationPropertyName, String> seen = new HashMap<>();
        for (String name : source.ours()) {
            if (source.isInFile(name)) {
                String other = seen.put(SourceNames.toKey(name), name);
                if (other != null) {
                    throw new UnknownKeysException("the configuration has a key twice: " + other + " in "
                            + source.describeOrigin(other) + ", and " + name + " in " + source.describeOrigin(name)
                            + "; remove one of them");
                }
            }
        }
    }
}
