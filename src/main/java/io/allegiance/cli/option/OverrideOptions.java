package io.allegiance.cli.option;

import io.allegiance.run.Decision;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Who overrules the program, and why: {@code --by} and {@code --reason}, which are stored where others can read them. */
public final class OverrideOptions {

    private static final int LONGEST_NAME = 128;
    private static final int LONGEST_REASON = 512;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--by", paramLabel = "NAME", description = "who decides so")
    private @Nullable String by;

    @Option(names = "--reason", paramLabel = "TEXT", description = "why")
    private @Nullable String reason;

    /** Requires both, for the option or command that needs them. */
    public Decision require(String option) {
        return require(spec, option, by, reason);
    }

    /** Requires both, as a command was given them. */
    public static Decision require(CommandSpec spec, String option, @Nullable String by, @Nullable String reason) {
        if (by == null || by.isBlank() || reason == null || reason.isBlank()) {
            throw new ParameterException(spec.commandLine(), option + " needs --by NAME and --reason TEXT");
        }
        if (by.length() > LONGEST_NAME || reason.length() > LONGEST_REASON) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--by has room for " + LONGEST_NAME + " characters, --reason for " + LONGEST_REASON);
        }
        return new Decision(by, reason);
    }

    /** Requires a name alone. */
    public static String requireName(CommandSpec spec, @Nullable String by) {
        if (by == null || by.isBlank() || by.length() > LONGEST_NAME) {
            throw new ParameterException(
                    spec.commandLine(), "--by needs a name of at most " + LONGEST_NAME + " characters");
        }
        return by;
    }

    /** Requires neither, where the option that needs them is missing. */
    public void refuseWithout(String option) {
        if (by != null || reason != null) {
            throw new ParameterException(spec.commandLine(), "--by and --reason belong to " + option);
        }
    }
}
