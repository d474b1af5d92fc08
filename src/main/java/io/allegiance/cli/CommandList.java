package io.allegiance.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The commands in the order of the help. Where the command line begins with the name of one, that one alone is described to picocli:
 * to describe all takes longer than everything else that a command does before it starts.
 */
final class CommandList {

    /** They tell of the others. */
    private static final Set<String> NEED_ALL = Set.of("help", "completion");

    private final Object root;
    private final List<Object> commands = new ArrayList<>();

    CommandList(Object root) {
        this.root = root;
    }

    CommandList add(Object command) {
        commands.add(command);
        return this;
    }

    /** Makes the command line that understands some arguments. */
    CommandLine toCommandLine(String... arguments) {
        CommandLine line = new CommandLine(root);
        List<Object> needed = commands.stream()
                .filter(command -> arguments.length > 0
                        && arguments[0].equals(nameOf(command))
                        && !NEED_ALL.contains(arguments[0]))
                .toList();
        (needed.isEmpty() ? commands : needed).forEach(line::addSubcommand);
        // An argument that begins with @ is what it is, and not the name of a file to read arguments from and to show.
        return line.setExpandAtFiles(false);
    }

    private static String nameOf(Object command) {
        return command.getClass().getAnnotation(Command.class).name();
    }
}
