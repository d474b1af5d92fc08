package io.allegiance.cli;

import io.allegiance.cli.text.PrintableWriter;
import io.allegiance.platform.terminal.Terminal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Help as wide as the terminal. Where that has no room for two columns, each description is below what it describes. */
final class HelpLayout {

    private static final int LEAST_FOR_TWO_COLUMNS = 70;
    /** Wide enough for every line in one piece; the screen folds it. */
    private static final int UNLIMITED = 2_000;

    private static final String DESCRIPTION = "      ";

    private HelpLayout() {}

    /** Lays out the help of a program and of its commands; where there is no terminal it stays as it is. */
    static void apply(CommandLine line, Terminal terminal) {
        boolean isColoured = terminal.out() && terminal.colour();
        line.setColorScheme(isColoured ? colours() : Help.defaultColorScheme(Help.Ansi.OFF));
        if (!terminal.out()) {
            return;
        }
        boolean isNarrow = terminal.columns() < LEAST_FOR_TWO_COLUMNS;
        line.setUsageHelpWidth(isNarrow ? UNLIMITED : terminal.columns());
        if (isNarrow) {
            Stream.concat(Stream.of(line), line.getSubcommands().values().stream())
                    .map(CommandLine::getHelpSectionMap)
                    .forEach(HelpLayout::stack);
        }
    }

    private static Help.ColorScheme colours() {
        return new Help.ColorScheme.Builder(Help.Ansi.ON)
                .commands(new Style("[1m"))
                .options(new Style("[33m"))
                .parameters(new Style("[33m"))
                .optionParams(new Style("[3m"))
                .build();
    }

    /** A style by the sequence that begins it. */
    private record Style(String sequence) implements Help.Ansi.IStyle {

        @Override
        public String on() {
            return PrintableWriter.own(sequence);
        }

        @Override
        public String off() {
            return PrintableWriter.plain();
        }
    }

    private static void stack(Map<String, IHelpSectionRenderer> sections) {
        sections.put(
                UsageMessageSpec.SECTION_KEY_OPTION_LIST,
                help -> lines(help.commandSpec().options().stream()
                        .filter(option -> !option.hidden())
                        .map(HelpLayout::describe)));
        sections.put(
                UsageMessageSpec.SECTION_KEY_PARAMETER_LIST,
                help -> lines(help.commandSpec().positionalParameters().stream().map(HelpLayout::describe)));
        sections.put(
                UsageMessageSpec.SECTION_KEY_COMMAND_LIST,
                help -> lines(help.commandSpec().subcommands().entrySet().stream()
                        .map(each -> describe(each.getKey(), each.getValue().getCommandSpec()))));
    }

    private static String describe(OptionSpec option) {
        String value = option.arity().max() == 0 ? "" : "=" + option.paramLabel();
        return block(String.join(", ", option.names()) + value, option.description());
    }

    private static String describe(PositionalParamSpec parameter) {
        return block(parameter.paramLabel(), parameter.description());
    }

    private static String describe(String name, CommandSpec command) {
        return block(name, command.usageMessage().description());
    }

    private static String block(String name, String... description) {
        return "  " + name + "\n"
                + List.of(description).stream()
                        .map(line -> DESCRIPTION + line + "\n")
                        .collect(Collectors.joining());
    }

    private static String lines(Stream<String> blocks) {
        return blocks.collect(Collectors.joining());
    }
}
