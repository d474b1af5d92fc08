package io.allegiance.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A program that was unpacked from an archive of a release, started by its launcher as a process. It sees no variable of this
 * process, and none of the tools that build it.
 */
record InstalledProgram(Path folder, List<String> prefix, Map<String, String> environment) {

    /** The folder with the archives, or null where none were made. */
    static final String RELEASE = "allegiance.release";

    private static final String BUILDERS = "mvn.*|java.*|git.*|jar";

    /** How a command ended, and what it wrote to both outputs. */
    record End(int code, String said) {}

    /** Finds the one archive of a kind. */
    static Path archive(String pattern) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty(RELEASE)))) {
            List<Path> found = files.filter(
                            file -> file.getFileName().toString().matches(pattern))
                    .toList();
            assertThat(found).as(pattern).hasSize(1);
            return found.get(0).toAbsolutePath();
        }
    }

    static void unpack(Path archive, Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        End end = run(new ProcessBuilder("tar", "xf", archive.toString(), "-C", folder.toString()), folder);
        assertThat(end.code()).as(end.said()).isZero();
    }

    /** A folder of programs with all that the machine has but those that build. */
    static Path pathWithoutBuilders(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> programs = Files.list(Path.of("/usr/bin"))) {
            for (Path program : programs.toList()) {
                if (!program.getFileName().toString().matches(BUILDERS)) {
                    Files.createSymbolicLink(folder.resolve(program.getFileName()), program);
                }
            }
        }
        return folder;
    }

    /** Runs a command that must end with 0, and gets what it said. */
    String succeed(String... arguments) throws IOException, InterruptedException {
        End end = run(arguments);
        assertThat(end.code()).as(end.said()).isZero();
        return end.said();
    }

    End run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(prefix);
        command.add(folder.resolve("jobs/allegiance").toString());
        command.addAll(List.of(arguments));
        ProcessBuilder process = new ProcessBuilder(command)
                .directory(Path.of(environment.get("HOME")).toFile());
        process.environment().clear();
        process.environment().putAll(environment);
        return run(process, Path.of(System.getProperty("java.io.tmpdir")));
    }

    private static End run(ProcessBuilder builder, Path scratch) throws IOException, InterruptedException {
        Path said = Files.createTempFile(scratch, "said", ".txt");
        Process process =
                builder.redirectErrorStream(true).redirectOutput(said.toFile()).start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES))
                .as(String.join(" ", builder.command()))
                .isTrue();
        String text = Files.readString(said);
        Files.delete(said);
        return new End(process.exitValue(), text);
    }
}
