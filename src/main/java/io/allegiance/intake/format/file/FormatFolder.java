package io.allegiance.intake.format.file;

import io.allegiance.failure.AttentionException;
import io.allegiance.failure.UsageException;
import io.allegiance.intake.format.FileFormat;
import io.allegiance.intake.format.FormatCatalogue;
import io.allegiance.intake.format.FormatOptions;
import io.allegiance.intake.format.RequestedFormat;
import io.allegiance.platform.trust.TrustedFiles;
import io.allegiance.platform.yaml.BoundedYaml;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The formats that come with the program, and those in the folder {@code formats} of the job files, which come before
 * one of the same name in the program. A format is a file {@code NAME.yaml} there, and nothing else.
 */
@Component
public final class FormatFolder {

    private static final String SHIPPED = "classpath*:jobs/formats/*.yaml";
    private static final String END = ".yaml";
    private static final String NAME = "[a-z0-9][a-z0-9-]{0,62}";

    private final Path folder;

    /** @param jobs the folder of the job files */
    public FormatFolder(@Value("${allegiance.jobs}") Path jobs) {
        this.folder = jobs.resolve("formats");
    }

    /**
     * Lists the environment variables from which formats take the key of a hash: those of the program, and those in the configured
     * folder of the job files.
     *
     * @throws AttentionException with file, line and reason, when the file of a format is refused
     */
    public static Set<String> listKeyVariables(Environment environment) {
        Path jobs = Path.of(environment.getRequiredProperty("allegiance.jobs"));
        return new FormatFolder(jobs)
                .load().formats().stream()
                        .flatMap(format -> format.columns().values().stream())
                        .flatMap(column -> Stream.ofNullable(column.keyVariable()))
                        .collect(Collectors.toSet());
    }

    /**
     * Makes the choice of a format that a command asks for.
     *
     * @throws UsageException when there is no such format, or the options contradict each other
     * @throws AttentionException with file, line and reason, when the file of a format is refused
     */
    public RequestedFormat choose(FormatOptions options) {
        return new RequestedFormat(options, named(options.format()), this::load);
    }

    /**
     * Loads the formats.
     *
     * @throws AttentionException with file, line and reason, when one of them is refused
     */
    public FormatCatalogue load() {
        Map<String, FileFormat> formats = new TreeMap<>();
        shipped().forEach(format -> formats.put(format.name(), format));
        own().forEach(format -> formats.put(format.name(), format));
        formats.remove(FileFormat.OWN);
        return new FormatCatalogue(new ArrayList<>(formats.values()));
    }

    private @Nullable FileFormat named(@Nullable String format) {
        if (format == null) {
            return null;
        }
        boolean isPath = format.endsWith(END) || format.endsWith(".yml") || format.contains("/");
        return isPath ? read(Path.of(format)) : load().named(format).orElse(null);
    }

    private static FileFormat read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new UsageException("There is no format file " + file + ".");
        }
        try {
            return FormatFile.read(
                    nameOf(String.valueOf(file.getFileName())),
                    file.toString(),
                    new BoundedYaml(file.toString()).read(file));
        } catch (IOException e) {
            throw new AttentionException(file + ": the format cannot be read; check the rights of the file", e);
        }
    }

    /** A format that is read unasked decides what lines say. */
    private static FileFormat readTrusted(Path file) {
        TrustedFiles.ofThisProcess().require(file, "the format " + file);
        return read(file);
    }

    private static String nameOf(String fileName) {
        return fileName.replaceFirst("\\.ya?ml$", "");
    }

    private static List<FileFormat> shipped() {
        List<FileFormat> formats = new ArrayList<>();
        try {
            for (Resource resource : new PathMatchingResourcePatternResolver().getResources(SHIPPED)) {
                String file = String.valueOf(resource.getFilename());
                try (InputStream text = resource.getInputStream()) {
                    formats.add(FormatFile.read(nameOf(file), "jobs/formats/" + file, text.readAllBytes()));
                }
            }
        } catch (IOException e) {
            throw new AttentionException("jobs/formats cannot be read from the program's jar", e);
        }
        return formats;
    }

    private List<FileFormat> own() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(END))
                    .sorted()
                    .map(FormatFolder::readTrusted)
                    .toList();
        } catch (IOException e) {
            throw new AttentionException(folder + " cannot be read; check the rights of the folder", e);
        }
    }

    /**
     * Requires that a format could be saved under a name.
     *
     * @throws UsageException when the name is none, or is taken
     */
    public void requireFree(String name) {
        if (!name.matches(NAME)) {
            throw new UsageException(
                    "--save-format '" + name + "': a name has small letters, digits and hyphens, such as my-till.");
        }
        if (name.equals(FileFormat.OWN)
                || load().formats().stream().anyMatch(format -> format.name().equals(name))) {
            throw new UsageException("There is a format '" + name + "' already; save it under another name.");
        }
    }

    /**
     * Saves a format, so that files with its columns are recognised.
     *
     * @return where it is
     * @throws UsageException when the name is taken, or the folder cannot be written to
     */
    public Path save(String name, FileFormat format) {
        requireFree(name);
        Path file = folder.resolve(name + END);
        try {
            Files.createDirectories(folder);
            Files.writeString(file, FormatText.of(name, format), StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
            return file;
        } catch (FileAlreadyExistsException e) {
            throw new UsageException("There is a file " + file + " already; save the format under another name.", e);
        } catch (IOException e) {
            throw new UsageException(
                    "The format could not be saved as " + file + "; check the rights of the folder.", e);
        }
    }
}
