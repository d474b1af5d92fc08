package io.allegiance.platform;

import java.nio.file.Path;

/**
 * The folder of the program's files on this machine: reports and the embedded database.
 *
 * @param path {@code ALLEGIANCE_HOME}, or {@code .allegiance} in the working directory
 */
public record HomeFolder(Path path) {

    /** The name of the file with zone and currency of the embedded database in the folder, which the configuration has too. */
    public static final String ZONE_AND_CURRENCY = "zone-and-currency.yaml";
}
