package io.allegiance.cli;

import io.allegiance.cli.text.Screen;
import io.allegiance.failure.ExitCode;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code completion}: what a shell reads so that it completes commands, options and files. */
@Command(
        name = "completion",
        description = {
            "Print a script for a shell, so that its tab key completes commands, options and files.",
            "bash and zsh: source <(allegiance completion bash), in ~/.bashrc or ~/.zshrc.",
            "fish: allegiance completion fish | source, in ~/.config/fish/config.fish."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class CompletionCommand implements Callable<Integer> {

    /** The shells. */
    enum Shell {
        BASH,
        ZSH,
        FISH;

        /** As it is typed and completed. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish")
    private Shell shell = Shell.BASH;

    @Override
    public Integer call() {
        CommandLine program = spec.parent().commandLine();
        String script = switch (shell) {
            // The script for bash asks zsh for its compatible mode by itself.
            case BASH, ZSH -> AutoComplete.bash(program.getCommandName(), program);
            case FISH -> FishCompletion.of(program);
        };
        Screen.unfolded(spec.commandLine().getOut()).println(script);
        return ExitCode.DONE.code();
    }
}
