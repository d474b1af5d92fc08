package io.allegiance.report.page;

import io.allegiance.failure.RetryableException;
import io.allegiance.platform.HomeFolder;
import io.allegiance.platform.Json;
import io.allegiance.platform.OutputFile;
import io.allegiance.platform.PrivateFolder;
import io.allegiance.report.RunReport;
import io.allegiance.retention.NightReports;
import io.allegiance.settings.nightly.NightlySettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Keeps the reports of nights: a page to read, and beside it the same figures as JSON. They name customers, so that new files and folders are
 * for their owner alone, whatever the umask.
 */
@Component
public final class ReportFiles implements NightReports {

    private static final Pattern NAME = Pattern.compile("nightly-(\\d{4}-\\d{2}-\\d{2})\\.(?:html|json)");

    private final Path folder;
    private final HomeFolder home;

    ReportFiles(NightlySettings settings, HomeFolder home) {
        this.folder = settings.reportsFolder(home);
        this.home = home;
    }

    /** Returns the path of the page of a date in a folder of reports. */
    public static Path pageOf(LocalDate date, Path folder) {
        return folder.resolve("nightly-" + date + ".html");
    }

    private Path figuresOf(LocalDate date) {
        return folder.resolve("nightly-" + date + ".json");
    }

    /**
     * Writes a report, each file whole or not at all, the page last. The home is closed to other users, and so is a folder of reports
     * in it; another folder that is there keeps its permissions.
     *
     * @return the page
     * @throws RetryableException when one cannot be written
     */
    public Path write(RunReport report) {
        makeFolder();
        replace(figuresOf(report.businessDate()), Json.writePretty(report) + "\n");
        return replace(pageOf(report.businessDate(), folder), ReportTemplate.render(report) + "\n");
    }

    private void makeFolder() {
        try {
            PrivateFolder.createAll(folder.toAbsolutePath());
            if (folder.startsWith(home.path())) {
                PrivateFolder.closeOwn(home.path());
                PrivateFolder.closeOwn(folder);
            }
        } catch (IOException e) {
            throw unwritten(folder, e);
        }
    }

    private static Path replace(Path file, String text) {
        try {
            OutputFile.write(file, text);
            return file;
        } catch (IOException e) {
            throw unwritten(file, e);
        }
    }

    private static RetryableException unwritten(Path file, IOException cause) {
        return new RetryableException(
                "the scores are published, but the report " + file + " could not be written ("
                        + cause.getClass().getSimpleName()
                        + "); make room or rights there and run the same command again",
                cause);
    }

    @Override
    public List<LocalDate> listDates() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.flatMap(file -> findDate(file).stream())
                    .distinct()
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new RetryableException(
                    "the folder of reports " + folder + " cannot be read ("
                            + e.getClass().getSimpleName() + "); make it readable and run the same command again",
                    e);
        }
    }

    private static Optional<LocalDate> findDate(Path file) {
        Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
        try {
            return name.matches() ? Optional.of(LocalDate.parse(name.group(1))) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    @Override
    public void delete(LocalDate date) {
        try {
            Files.deleteIfExists(pageOf(date, folder));
            Files.deleteIfExists(figuresOf(date));
        } catch (IOException e) {
            throw new RetryableException(
                    "the report of " + date + " in " + folder + " could not be deleted ("
                            + e.getClass().getSimpleName()
                            + "); make the folder writable and run the same command again, which deletes the rest",
                    e);
        }
    }
}
