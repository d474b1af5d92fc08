package io.allegiance.cli;

import io.allegiance.Allegiance;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.ParameterException;

/** Command lines of samples: understood as the program understands them, and not run. */
public final class ParsedCommand {

    private ParsedCommand() {}

    /** Gets what is wrong with a command line; empty where nothing is. */
    public static String complaint(List<String> words) {
        try {
            AllegianceCommand.commandLine(new ApplicationSession(Allegiance.class, Map.of()))
                    .parseArgs(words.toArray(String[]::new));
            return "";
        } catch (ParameterException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
