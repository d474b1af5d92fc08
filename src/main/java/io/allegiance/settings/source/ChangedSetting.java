package io.allegiance.settings.source;

import org.jspecify.annotations.Nullable;

/**
 * A setting whose value is not the one that comes with the program.
 *
 * @param key such as {@code allegiance.nightly.late-days}
 * @param value its value, the elements of a list with commas between; of what may be a secret only that there is one
 * @param shipped the value that comes with the program; null for none
 * @param origin where the value comes from: the file and its line, the environment variable, or the command line
 */
public record ChangedSetting(
        String key, String value, @Nullable String shipped, String origin) {}
