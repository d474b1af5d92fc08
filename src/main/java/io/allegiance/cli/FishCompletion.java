package io.allegiance.cli;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What the shell fish reads to complete the command line, from the model of the commands. */
final class FishCompletion {

    private final String program;
    private final List<String> lines = new ArrayList<>();

    private FishCompletion(String program) {
        this.program = program;
    }

    /** Returns the script for a program with its commands; files are offered only where a command takes some. */
    static String of(CommandLine line) {
        FishCompletion completion = new FishCompletion(line.getCommandName());
        completion.add("-f");
        completion.addOptions("__fish_use_subcommand", line.getCommandSpec());
        line.getSubcommands().forEach((name, command) -> completion.addCommand(name, command.getCommandSpec()));
        return String.join("\n", completion.lines);
    }

    private void addCommand(String name, CommandSpec command) {
        add("-n __fish_use_subcommand -a " + name + " -d "
                + quoted(first(command.usageMessage().description())));
        String within = quoted("__fish_seen_subcommand_from " + name);
        addOptions(within, command);
        command.positionalParameters().forEach(parameter -> {
            String values = values(parameter);
            if (!values.isEmpty()) {
                add("-n " + within + values);
            }
        });
    }

    private void addOptions(String condition, CommandSpec command) {
        command.options().stream().filter(option -> !option.hidden()).forEach(option -> {
            String value = option.arity().max() == 0 ? "" : " -r" + values(option);
            add("-n " + condition + names(option) + value + " -d " + quoted(first(option.description())));
        });
    }

    private static String names(OptionSpec option) {
        StringBuilder names = new StringBuilder();
        for (String name : option.names()) {
            names.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
        }
        return names.toString();
    }

    /** The values that an argument can have: those of a list, or files; nothing where it is free. */
    private static String values(ArgSpec argument) {
        Iterable<String> candidates = argument.completionCandidates();
        if (candidates != null) {
            List<String> values =
                    StreamSupport.stream(candidates.spliterator(), false).toList();
            return " -a " + quoted(String.join(" ", values));
        }
        boolean takesFile = Stream.concat(Stream.of(argument.type()), Stream.of(argument.auxiliaryTypes()))
                .anyMatch(type -> type == Path.class || type == File.class);
        return takesFile ? " -F" : "";
    }

    private static String first(String... description) {
        return description.length == 0 ? "" : description[0];
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    private void add(String completion) {
        lines.add("complete -c " + program + " " + completion);
    }
}
