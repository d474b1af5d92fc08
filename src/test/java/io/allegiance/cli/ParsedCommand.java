package io.allegiance.cli;

import io.allegiance.Allegiance;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** The commands of the program, and command lines that are parsed and not run. */
public final class ParsedCommand {

    private ParsedCommand() {}

    /** Finds the error in a command line; an empty text where there is none. */
    public static String findError(List<String> words) {
        try {
            program().parseArgs(words.toArray(String[]::new));
            return "";
        } catch (ParameterException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** Lists the options of each command, without those that every command has. */
    public static Map<String, List<String>> options() {
        return program().getSubcommands().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> options(entry.getValue())));
    }

    private static List<String> options(CommandLine command) {
        return command.getCommandSpec().options().stream()
                .filter(option -> !option.inherited())
                .map(OptionSpec::longestName)
                .filter(name -> !name.equals("--help") && !name.equals("--version"))
                .toList();
    }

    private static CommandLine program() {
        return AllegianceCommand.commandLine(new ApplicationSession(Allegiance.class, Map.of()))
                .setCaseInsensitiveEnumValuesAllowed(true);
    }
}
