package io.allegiance.platform;

import java.nio.file.Path;

/**
 * The folder of the program's files on this machine: reports and the embedded database.
 *
 * @param path {@code ALLEGIANCE_HOME}, or {@code .allegiance} in the working directory
 */
public record HomeFolder(Path path) {}
