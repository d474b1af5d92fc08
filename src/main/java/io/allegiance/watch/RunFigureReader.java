package io.allegiance.watch;

import io.allegiance.history.DayLineCount;
import io.allegiance.outcome.Outcomes;
import io.allegiance.publish.Publication;
import io.allegiance.publish.Publications;
import io.allegiance.run.JobName;
import io.allegiance.run.RunDays;
import io.allegiance.run.RunState;
import io.allegiance.run.RunSteps;
import io.allegiance.run.Runs;
import io.allegiance.run.Runs.RunLine;
import io.allegiance.run.StepState;
import io.allegiance.watch.RunFigures.Lines;
import io.allegiance.watch.RunFigures.OfRun;
import io.allegiance.watch.RunFigures.Readers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Reads the state of runs and publications at the end of a command. */
@Component
public final class RunFigureReader {

    private static final Logger LOG = LoggerFactory.getLogger(RunFigureReader.class);
    private static final int SEARCHED = 1_000;
    private static final int COMPARED = 20;

    private final Runs runs;
    private final RunSteps steps;
    private final RunDays days;
    private final Publications publications;
    private final Outcomes outcomes;

    RunFigureReader(Runs runs, RunSteps steps, RunDays days, Publications publications, Outcomes outcomes) {
        this.runs = runs;
        this.steps = steps;
        this.days = days;
        this.publications = publications;
        this.outcomes = outcomes;
    }

    /**
     * Reads the figures.
     *
     * @param job whose run; null where the command has none
     * @param date of the run; null for the newest
     * @return empty where the database does not answer
     */
    public Optional<RunFigures> find(@Nullable JobName job, @Nullable LocalDate date) {
        try {
            return Optional.of(new RunFigures(
                    publications.findCurrent().map(Readers::of).orElse(null),
                    publications.countFreeSlots(),
                    job == null ? null : findRun(job, date).orElse(null)));
        } catch (DataAccessException e) {
            LOG.debug("no figures", e);
            return Optional.empty();
        }
    }

    private Optional<OfRun> findRun(JobName job, @Nullable LocalDate date) {
        List<RunLine> ofJob = runs.listRecent(null, SEARCHED).stream()
                .filter(line -> line.job() == job)
                .toList();
        return ofJob.stream()
                .filter(line -> date == null || line.businessDate().equals(date))
                .findFirst()
                .map(line -> read(line, ofJob));
    }

    private OfRun read(RunLine run, List<RunLine> ofJob) {
        Optional<Publication> publication = publications.findOfRun(run.runId());
        return new OfRun(
                run.state(),
                took(run),
                listBefore(run, ofJob),
                readSteps(run.runId()),
                readLines(run.runId()),
                publication.map(Publication::customers).orElse(null),
                publication.map(this::readSegments).orElse(Map.of()),
                run.job() == JobName.TRAIN
                        ? outcomes.findAlarm(run.runId(), run.businessDate()).orElse(null)
                        : null);
    }

    private static @Nullable Duration took(RunLine run) {
        return run.endedAt() == null ? null : Duration.between(run.startedAt(), run.endedAt());
    }

    private static List<Duration> listBefore(RunLine run, List<RunLine> ofJob) {
        return ofJob.stream()
                .filter(line -> line.runId() < run.runId() && line.state() == RunState.COMPLETED)
                .map(RunFigureReader::took)
                .filter(took -> took != null)
                .limit(COMPARED)
                .toList();
    }

    private Map<String, Double> readSteps(long runId) {
        Map<String, Double> seconds = new LinkedHashMap<>();
        StepState.of(steps.list(runId)).forEach(step -> seconds.put(step.name(), step.seconds()));
        return seconds;
    }

    private Lines readLines(long runId) {
        List<DayLineCount> counts = days.listCounts(runId);
        return new Lines(
                sum(counts, DayLineCount::takenIn),
                sum(counts, DayLineCount::anonymous),
                sum(counts, DayLineCount::rejected));
    }

    private static long sum(List<DayLineCount> counts, ToLongFunction<DayLineCount> count) {
        return counts.stream().mapToLong(count).sum();
    }

    private Map<String, Long> readSegments(Publication publication) {
        Map<String, Long> customers = new LinkedHashMap<>();
        publications
                .listSegments(publication.publication())
                .forEach(line -> customers.put(line.segment(), line.customers()));
        return customers;
    }
}
