package io.allegiance.report.page;

import io.allegiance.failure.RetryableException;
import io.allegiance.platform.Json;
import io.allegiance.platform.OutputFile;
import io.allegiance.report.RunReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Keeps the reports of nights: a page to read, and beside it the same figures as JSON. */
@Component
public final class ReportFiles {

    ReportFiles() {}

    /** Returns the path of the page of a date in a folder of reports. */
    public static Path pageOf(LocalDate date, Path folder) {
        return folder.resolve("nightly-" + date + ".html");
    }

    /**
     * Writes a report into a folder, each file whole or not at all, the page last.
     *
     * @return the page
     * @throws RetryableException when one cannot be written
     */
    public Path write(RunReport report, Path folder) {
        replace(folder.resolve("nightly-" + report.businessDate() + ".json"), Json.writePretty(report) + "\n");
        return replace(pageOf(report.businessDate(), folder), ReportTemplate.render(report) + "\n");
    }

    private static Path replace(Path file, String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            OutputFile.write(file, text);
            return file;
        } catch (IOException e) {
            throw new RetryableException(
                    "the scores are published, but the report " + file + " could not be written ("
                            + e.getClass().getSimpleName()
                            + "); make room or rights there and run the same command again",
                    e);
        }
    }
}
