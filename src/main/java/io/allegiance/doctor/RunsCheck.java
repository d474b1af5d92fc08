package io.allegiance.doctor;

import io.allegiance.run.JobName;
import io.allegiance.run.RunState;
import io.allegiance.run.Runs;
import io.allegiance.run.Runs.RunLine;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Runs that were not brought to an end, and that no complete one of a later date has overtaken. */
@Component
final class RunsCheck implements HealthCheck {

    private static final int SEARCHED = 200;
    private static final Set<RunState> OVER = EnumSet.of(RunState.COMPLETED, RunState.ABANDONED);

    private final Runs runs;
    private final CheckClock tonight;

    RunsCheck(Runs runs, CheckClock tonight) {
        this.runs = runs;
        this.tonight = tonight;
    }

    @Override
    public List<Finding> examine() {
        List<RunLine> recent = runs.listRecent(null, SEARCHED);
        Set<List<Object>> seen = new HashSet<>();
        List<Finding> open = recent.stream()
                .filter(run -> seen.add(List.of(run.job(), run.businessDate())))
                .filter(run -> !OVER.contains(run.state()) && !isOvertaken(run, recent))
                .map(this::describeOpenRun)
                .toList();
        return open.isEmpty() ? List.of(Finding.ok("runs", "none is left to be carried on")) : open;
    }

    private static boolean isOvertaken(RunLine run, List<RunLine> others) {
        return others.stream()
                .anyMatch(other -> other.job() == run.job()
                        && other.state() == RunState.COMPLETED
                        && other.runId() > run.runId()
                        && other.businessDate().isAfter(run.businessDate()));
    }

    private Finding describeOpenRun(RunLine run) {
        String found = run.job().title() + " " + run.businessDate() + " is " + run.state() + " since "
                + tonight.describe(Objects.requireNonNullElse(run.endedAt(), run.startedAt()))
                + (run.message() == null ? "" : ": " + run.message());
        return Finding.warn(
                "runs",
                found,
                run.job() == JobName.TRAIN
                        ? "allegiance train --as-of " + run.businessDate()
                        : "allegiance nightly --date " + run.businessDate());
    }
}
