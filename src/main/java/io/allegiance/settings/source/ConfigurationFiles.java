package io.allegiance.settings.source;

import io.allegiance.failure.AttentionException;
import io.allegiance.failure.UnreadableConfigurationException;
import io.allegiance.platform.trust.TrustedFiles;
import java.io.IOException;
import java.nio.file.Path;
import org.springframework.boot.origin.OriginTrackedResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

/** Which files of a configuration are read: those in the program's jar, and those that nobody else can change. */
final class ConfigurationFiles {

    private ConfigurationFiles() {}

    /**
     * Requires that a file may be read.
     *
     * @throws UnreadableConfigurationException where others could change it, or it is not on this machine
     */
    static void requireTrusted(Resource resource) {
        Resource read = resource instanceof OriginTrackedResource tracked ? tracked.getResource() : resource;
        if (read instanceof ClassPathResource) {
            return;
        }
        if (!read.isFile()) {
            throw new UnreadableConfigurationException(
                    "the configuration " + read.getDescription()
                            + " is not read, because it is not a file of this machine; copy it to one and name that",
                    null);
        }
        try {
            requireTrusted(read.getFile().toPath(), "the configuration file " + ValueOrigin.fileOf(read));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Requires the same of a file that is not one of keys and values. */
    static void requireTrusted(Path file, String what) {
        try {
            TrustedFiles.ofThisProcess().require(file, what);
        } catch (AttentionException e) {
            throw new UnreadableConfigurationException(String.valueOf(e.getMessage()), e);
        }
    }
}
