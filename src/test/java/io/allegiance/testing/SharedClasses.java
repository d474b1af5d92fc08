package io.allegiance.testing;

import io.allegiance.Allegiance;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The class path of a program that tests start as a process of its own, and an archive of its classes as Java has them once
 * they are loaded (JEP 350), which makes for a cheaper start. Java makes such archives of jars alone, so folders of classes are
 * packed first. Made once for what is compiled, by the test process that first asks; the others wait for it. Where Java
 * cannot use the archive, it loads the classes as ever.
 */
public final class SharedClasses {

    /** Java with the quick compiler and collector, which suit a program that ends soon. */
    private static final List<String> QUICK_JAVA = List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1");

    private static final Path FOLDER =
            Path.of("target", "shared-classes", Runtime.version().toString()).toAbsolutePath();

    private final List<Path> entries;
    private final Path archive;

    private SharedClasses(String classPath) {
        entries = Stream.of(classPath.split(File.pathSeparator)).map(Path::of).toList();
        archive = FOLDER.resolve(Integer.toHexString(classPath.hashCode()) + ".jsa");
    }

    /** The command that starts Java with these classes; more options, the name of the main class and its arguments follow. */
    public static List<String> java() {
        return Holder.JAVA;
    }

    private List<String> toCommand() throws IOException, InterruptedException {
        Files.createDirectories(FOLDER);
        try (FileChannel lock =
                FileChannel.open(FOLDER.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock.lock();
            if (!isUpToDate()) {
                pack();
                makeArchive();
            }
        }
        List<String> command = new ArrayList<>(QUICK_JAVA);
        // Where Java cannot use the archive, it says so among what the program prints, unless told not to.
        command.addAll(List.of("-Xlog:disable", "-XX:SharedArchiveFile=" + archive, "-cp", packedClassPath()));
        // The job files and the embedded database are found from where the classes are, not from where they are packed.
        command.add("-Dallegiance.program=" + Path.of("target", "classes").toAbsolutePath());
        return List.copyOf(command);
    }

    private boolean isUpToDate() throws IOException {
        if (!Files.exists(archive)) {
            return false;
        }
        FileTime made = Files.getLastModifiedTime(archive);
        for (Path folder : folders()) {
            try (Stream<Path> files = Files.walk(folder)) {
                if (files.anyMatch(file -> file.toFile().lastModified() > made.toMillis())) {
                    return false;
                }
            }
        }
        return true;
    }

    private void pack() {
        ToolProvider jar = ToolProvider.findFirst("jar").orElseThrow();
        for (Path folder : folders()) {
            String[] arguments = {"-c", "-0", "-f", jarOf(folder).toString(), "-C", folder.toString(), "."};
            if (jar.run(System.out, System.err, arguments) != 0) {
                throw new IllegalStateException("jar could not pack " + folder);
            }
        }
    }

    /** Of what a night of an empty database loads; how that ends does not matter. */
    private void makeArchive() throws IOException, InterruptedException {
        Path made = FOLDER.resolve("new.jsa");
        try (TestDatabase.Schema schema = TestDatabase.freshSchema()) {
            List<String> command = new ArrayList<>(QUICK_JAVA);
            command.addAll(List.of(
                    "-Xmx256m", "-XX:ArchiveClassesAtExit=" + made, "-DALLEGIANCE_HOME=" + FOLDER.resolve("home")));
            for (String property : schema.properties()) {
                command.add("-D" + property);
            }
            command.addAll(
                    List.of("-cp", packedClassPath(), Allegiance.class.getName(), "nightly", "--date", "yesterday"));
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(FOLDER.resolve("said").toFile())
                    .start()
                    .waitFor();
        }
        if (Files.exists(made)) {
            Files.move(made, archive, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private List<Path> folders() {
        return entries.stream().filter(Files::isDirectory).toList();
    }

    private String packedClassPath() {
        return entries.stream()
                .map(entry -> Files.isDirectory(entry) ? jarOf(entry) : entry)
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Path jarOf(Path folder) {
        return FOLDER.resolve(folder.getFileName() + ".jar");
    }

    /** Made when the first test asks. */
    private static final class Holder {

        static final List<String> JAVA = make();

        private static List<String> make() {
            try {
                return new SharedClasses(System.getProperty("java.class.path")).toCommand();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
