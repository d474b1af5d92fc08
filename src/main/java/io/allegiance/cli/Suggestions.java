package io.allegiance.cli;

import io.allegiance.wording.Counted;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What a person may have meant who mistyped a command or an option. */
final class Suggestions {

    private static final Pattern OPTION_NAME = Pattern.compile("--[a-z][a-z-]{0,30}|-[a-zA-Z]");
    private static final int SHORTEST_BEGINNING = 3;
    private static final int LETTERS_FOR_EACH_FAULT = 3;

    private Suggestions() {}

    /** Returns the message of a command line that is refused, with what was probably meant. */
    static String complete(ParameterException failure) {
        CommandLine line = failure.getCommandLine();
        String message = String.valueOf(failure.getMessage());
        if (failure instanceof MissingParameterException) {
            // What is missing may be there under a misspelt name.
            return message + hint(line, line.getUnmatchedArguments());
        }
        if (!(failure instanceof UnmatchedArgumentException unmatched)) {
            return message;
        }
        List<String> words = unmatched.getUnmatched();
        String hint = hint(line, words);
        boolean isCommand = line.getParent() == null && !words.isEmpty() && !isOption(words.get(0));
        return (isCommand ? describeCommand(words.get(0), !hint.isEmpty()) : describe(words)) + hint;
    }

    /** What is similar to the name of a command is one. */
    private static String describeCommand(String word, boolean isSimilar) {
        return isSimilar ? "there is no command '" + word + "'" : "there is no such command";
    }

    /** A value that nothing takes may be a customer's id, and messages go into logs: only names of options are repeated. */
    private static String describe(List<String> words) {
        List<String> options = words.stream()
                .map(Suggestions::nameOf)
                .filter(name -> OPTION_NAME.matcher(name).matches())
                .toList();
        if (!options.isEmpty()) {
            return (options.size() == 1 ? "Unknown option: '" : "Unknown options: '") + String.join("', '", options)
                    + "'";
        }
        return Counted.of(words.size(), "argument is", "arguments are")
                + " not understood, and not repeated here, because a customer's id may be among them";
    }

    private static String hint(CommandLine line, List<String> unmatched) {
        return unmatched.stream()
                .flatMap(word -> findSimilar(
                        word,
                        isOption(word)
                                ? line.getCommandSpec().optionsMap().keySet()
                                : line.getSubcommands().keySet())
                        .stream())
                .findFirst()
                .map(similar -> "; did you mean " + similar + "?")
                .orElse("");
    }

    /** The name of an option, without its value; any other word as it is. */
    private static String nameOf(String word) {
        return isOption(word) ? word.split("=", 2)[0] : word;
    }

    private static boolean isOption(String word) {
        return word.startsWith("-");
    }

    /** Finds the name that is most similar: with one fault in three letters at most, or the beginning of it. */
    static Optional<String> findSimilar(String word, Set<String> names) {
        String typed = nameOf(word);
        return names.stream()
                .filter(name -> distance(typed, name) <= Math.max(1, typed.length() / LETTERS_FOR_EACH_FAULT)
                        || typed.length() >= SHORTEST_BEGINNING && name.startsWith(typed))
                .min(Comparator.comparingInt((String name) -> distance(typed, name))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** The fewest letters to leave out, add, change or exchange with their neighbour. */
    private static int distance(String one, String other) {
        int[][] faults = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                faults[i][j] = i == 0 || j == 0 ? i + j : fewest(one, i, other, j, faults);
            }
        }
        return faults[one.length()][other.length()];
    }

    private static int fewest(String one, int i, String other, int j, int[][] faults) {
        int changed = faults[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        int fewest = Math.min(changed, Math.min(faults[i - 1][j], faults[i][j - 1]) + 1);
        boolean isExchanged =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return isExchanged ? Math.min(fewest, faults[i - 2][j - 2] + 1) : fewest;
    }
}
