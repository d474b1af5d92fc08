package io.allegiance.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** The file of {@code --config}, as Spring Boot takes a location. */
final class ConfigurationLocation {

    private static final Pattern READ = Pattern.compile(".*\\.(ya?ml|properties)");

    /** These mean something in a location. */
    private static final Pattern SPECIAL = Pattern.compile("[,;*\\[\\]]|\\$\\{");

    private ConfigurationLocation() {}

    /**
     * Makes the location of a file or a folder.
     *
     * @throws ParameterException when it is not there, or no such file
     */
    static String of(Path file, CommandSpec command) {
        Path path = file.toAbsolutePath().normalize();
        if (!Files.exists(path)) {
            throw refuse(command, file + " is not there");
        }
        if (SPECIAL.matcher(path.toString()).find()) {
            throw refuse(command, "a path must not have , ; * [ ] or ${ in it: " + path);
        }
        if (Files.isDirectory(path)) {
            return "file:" + path + "/";
        }
        if (!READ.matcher(path.toString()).matches()) {
            throw refuse(command, file + " is none; its name must end with .yaml, .yml or .properties");
        }
        return "file:" + path;
    }

    private static ParameterException refuse(CommandSpec command, String why) {
        return new ParameterException(command.commandLine(), "--config: " + why);
    }
}
