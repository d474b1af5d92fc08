package io.allegiance.platform;

import java.io.File;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the program is on this machine: {@code lib/allegiance.jar} of an installation, or {@code target/allegiance.jar} or
 * {@code target/classes} of a build. What belongs to it is found from there and never from the working directory, where anybody may
 * have put something.
 */
public final class ProgramFile {

    /** What the launcher says where it starts a copy that is laid out to start quickly. */
    private static final String TOLD = "allegiance.program";

    /** The place of classes in a jar that holds the libraries too. */
    private static final Pattern IN_JAR = Pattern.compile("jar:(?:nested:|file:)(.+?)/?!.*");

    private static final Path PATH = locate();

    private ProgramFile() {}

    /** Returns the jar, or the folder of classes; absolute. */
    public static Path path() {
        return PATH;
    }

    /** Returns the folder of the job files that come with the program, whether or not it is there. */
    public static Path jobs() {
        return above(above(PATH)).resolve("jobs");
    }

    /** Returns the folder of the embedded database's binaries in a build, whether or not it is there. */
    public static Path embedded() {
        return above(PATH).resolve("embedded");
    }

    private static Path above(Path path) {
        Path parent = path.getParent();
        return parent == null ? path : parent;
    }

    private static Path locate() {
        String told = System.getProperty(TOLD, "");
        if (!told.isBlank()) {
            return Path.of(told).toAbsolutePath();
        }
        CodeSource source = ProgramFile.class.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            throw new IllegalStateException("Java does not say where the program's classes come from");
        }
        return of(source.getLocation());
    }

    static Path of(URL location) {
        Matcher inJar = IN_JAR.matcher(location.toString());
        if (inJar.matches()) {
            String path = URLDecoder.decode(inJar.group(1).replace("+", "%2B"), StandardCharsets.UTF_8);
            // Takes /C:/folder on Windows too
            return new File(path).toPath().toAbsolutePath();
        }
        try {
            return Path.of(new URI(location.toString())).toAbsolutePath();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the program's classes come from " + location, e);
        }
    }
}
