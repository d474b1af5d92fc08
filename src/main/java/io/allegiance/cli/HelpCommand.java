package io.allegiance.cli;

import io.allegiance.failure.ExitCode;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code help}: the same as {@code --help} of a command. */
@Command(
        name = "help",
        description = "What a command does and takes, as its --help says; without one, which commands there are.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class HelpCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "COMMAND", arity = "0..1", description = "the command")
    private @Nullable String command;

    @Override
    public Integer call() {
        CommandLine line = spec.commandLine();
        CommandLine program = spec.parent().commandLine();
        CommandLine asked = command == null ? program : program.getSubcommands().get(command);
        if (asked == null) {
            throw new UnmatchedArgumentException(program, List.of(String.valueOf(command)));
        }
        asked.usage(line.getOut(), line.getColorScheme());
        return ExitCode.DONE.code();
    }
}
