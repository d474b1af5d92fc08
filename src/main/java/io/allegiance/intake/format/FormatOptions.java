package io.allegiance.intake.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a command says about the format of its files.
 *
 * @param format a format's name, or the path of its file; null to find it by the header
 * @param maps where columns of ours come from, by their names; on top of our own names in the header
 * @param datePatterns in place of those of the format; empty for those
 * @param decimalMark {@code .} or {@code ,} in place of that of the format; null for that
 * @param saveAs the name under which the format is saved; null to save none
 */
public record FormatOptions(
        @Nullable String format,
        Map<String, String> maps,
        List<String> datePatterns,
        @Nullable String decimalMark,
        @Nullable String saveAs) {

    /** Nothing is said: the header tells. */
    public static final FormatOptions NONE = new FormatOptions(null, Map.of(), List.of(), null, null);

    public FormatOptions {
        maps = new LinkedHashMap<>(maps);
        datePatterns = List.copyOf(datePatterns);
    }

    /** Returns whether the styles of the format are replaced. */
    boolean changesStyles() {
        return !datePatterns.isEmpty() || decimalMark != null;
    }
}
