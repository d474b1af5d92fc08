package io.allegiance.doctor;

import io.allegiance.failure.AllegianceException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The result of one check.
 *
 * @param verdict its verdict
 * @param check what was looked at, in a word or two
 * @param found what is there
 * @param mend the command to type or the file to edit; null where nothing is to be done
 */
public record Finding(
        Verdict verdict,
        String check,
        String found,
        @Nullable String mend) {

    static Finding ok(String check, String found) {
        return new Finding(Verdict.OK, check, found, null);
    }

    static Finding warn(String check, String found, String mend) {
        return new Finding(Verdict.WARN, check, found, mend);
    }

    static Finding fail(String check, String found, String mend) {
        return new Finding(Verdict.FAIL, check, found, mend);
    }

    static Finding notChecked(String check, String why) {
        return new Finding(Verdict.NOT_CHECKED, check, "not checked: " + why, null);
    }

    /** Reports a failure whose message holds what happened and, after the last semicolon or first colon, what to do. */
    public static Finding of(String check, AllegianceException failure) {
        String message = Objects.requireNonNullElse(failure.getMessage(), "");
        int end = message.lastIndexOf("; ");
        if (end < 0) {
            end = message.indexOf(": ");
        }
        return end < 0
                ? fail(check, message, "correct what it names")
                : fail(check, message.substring(0, end), message.substring(end + 2));
    }

    /** Returns whether a night would fail according to the findings. */
    public static boolean wouldFail(List<Finding> findings) {
        return findings.stream().anyMatch(finding -> finding.verdict() == Verdict.FAIL);
    }
}
