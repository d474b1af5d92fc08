package io.allegiance.report;

import io.allegiance.failure.RetryableException;
import io.allegiance.history.DayCount;
import io.allegiance.platform.Json;
import io.allegiance.publish.Publication;
import io.allegiance.publish.Publications;
import io.allegiance.run.Run;
import io.allegiance.run.RunAudits;
import io.allegiance.run.RunDays;
import io.allegiance.run.RunThresholds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.springframework.stereotype.Component;

/** Makes and keeps the reports of runs. */
@Component
public final class RunReports {

    private final Publications publications;
    private final RunDays days;
    private final RunAudits audits;
    private final RunThresholds thresholds;

    RunReports(Publications publications, RunDays days, RunAudits audits, RunThresholds thresholds) {
        this.publications = publications;
        this.days = days;
        this.audits = audits;
        this.thresholds = thresholds;
    }

    /** Makes the report of a run that was published. */
    public RunReport make(Run run) {
        Publication publication = publications.findOfRun(run.runId()).orElseThrow();
        return new RunReport(
                run.businessDate(),
                run.attempt(),
                Objects.requireNonNull(run.getFrozen().modelVersion()),
                publication,
                publications.listSegments(publication.publication()),
                days.list(run.runId()).size(),
                lines(days.listCounts(run.runId())),
                audits.list(run.runId()).size(),
                new TreeMap<>(thresholds.get(run.runId())));
    }

    private static RunReport.Lines lines(List<DayCount> counts) {
        long takenIn = sum(counts, DayCount::takenIn);
        long anonymous = sum(counts, DayCount::anonymous);
        long rejected = sum(counts, DayCount::rejected);
        return new RunReport.Lines(takenIn + anonymous + rejected, takenIn, anonymous, rejected);
    }

    private static long sum(List<DayCount> counts, ToLongFunction<DayCount> part) {
        return counts.stream().mapToLong(part).sum();
    }

    /**
     * Writes a report into a folder, whole or not at all.
     *
     * @return the file
     * @throws RetryableException when it cannot be written
     */
    public Path write(RunReport report, Path folder) {
        Path file = folder.resolve("nightly-" + report.businessDate() + ".json");
        Path part = folder.resolve(file.getFileName() + ".part");
        try {
            Files.createDirectories(folder);
            Files.writeString(part, Json.writePretty(report) + "\n", StandardCharsets.UTF_8);
            return Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new RetryableException(
                    "the scores are published, but the report " + file + " could not be written ("
                            + e.getClass().getSimpleName()
                            + "); make room or rights there and run the same command again",
                    e);
        }
    }
}
