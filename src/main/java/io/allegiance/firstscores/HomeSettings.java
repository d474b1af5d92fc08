package io.allegiance.firstscores;

import io.allegiance.failure.RetryableException;
import io.allegiance.platform.HomeFolder;
import io.allegiance.settings.BusinessSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * Zone and currency of a home folder, for the commands that come after the one that was told them. They are in a file that the
 * program reads after {@code jobs/*.yaml}, so it wins over those; the environment wins over it.
 */
final class HomeSettings {

    private final HomeFolder home;

    HomeSettings(HomeFolder home) {
        this.home = home;
    }

    /** Writes the file, whatever it had before, for this user alone: of one that others can change the program reads nothing. */
    void keep(BusinessSettings settings) {
        Path file = home.path().resolve(HomeFolder.ZONE_AND_CURRENCY);
        try {
            Files.createDirectories(home.path());
            Path written = Files.createTempFile(home.path(), ".zone-and-currency", null);
            Files.write(
                    written,
                    List.of(
                            "# Of the embedded database in this folder, as 'allegiance score' was told with --zone and --currency.",
                            "allegiance:",
                            "  zone: " + settings.zone().getId(),
                            "  reporting-currency: " + settings.reportingCurrency()));
            Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new RetryableException(
                    "the file " + file + " could not be written; make room there and run the same"
                            + " command again, which lands nothing twice",
                    e);
        }
    }
}
