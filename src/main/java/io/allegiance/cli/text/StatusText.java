package io.allegiance.cli.text;

import io.allegiance.publish.Publication;
import io.allegiance.publish.UnpublishedNight;
import io.allegiance.run.Decision;
import io.allegiance.run.RunState;
import io.allegiance.run.Runs.RunLine;
import io.allegiance.run.StepState;
import io.allegiance.status.Status;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Prints the state of runs and publications for a person. */
public final class StatusText {

    private static final String LINE = "%-11s %s%n";
    private static final int MOST_UNPUBLISHED = 10;
    private static final int HOURS_PRINTED_AS_MINUTES = 2;

    private final Status status;
    private final PrintWriter out;

    public StatusText(Status status, PrintWriter out) {
        this.status = status;
        this.out = out;
    }

    public void print() {
        printPublication(status.published());
        Status.ActiveHold hold = status.hold();
        if (hold != null) {
            line("hold", "by " + hold.by() + since(hold.since()) + ": " + hold.reason() + "; nothing is published");
        }
        RunLine run = status.run();
        Status.Progress life = status.life();
        if (run != null && life != null) {
            printRun(run, life);
        }
        if (status.recent().size() > 1) {
            out.println("runs");
            status.recent()
                    .forEach(each -> out.printf(
                            Locale.ROOT,
                            "  %-8s %s attempt %d  %s%n",
                            each.job().title(),
                            each.businessDate(),
                            each.attempt(),
                            each.state()));
        }
        printUnpublished();
        line("free slots", String.format(Locale.ROOT, "%d", status.freeSlots()));
        if (status.horizons() != null) {
            line("horizons", status.horizons() + "; run 'allegiance train' to change them");
        }
        if (status.first() != null) {
            line("first", status.first());
        }
        line("next", status.next());
    }

    private void printPublication(@Nullable Publication published) {
        if (published == null) {
            line("published", "nothing yet");
            return;
        }
        line(
                "published",
                String.format(
                        Locale.ROOT,
                        "%s: %d customers, publication %d, model %s",
                        published.scoreDate(),
                        published.customers(),
                        published.publication(),
                        published.modelVersion()));
        line(
                "",
                (status.good() ? "good until " : "NO LONGER GOOD since ") + published.goodUntil() + " UTC, "
                        + (status.good() ? "another " : "for ") + duration(status.at(), published.goodUntil()));
        printFreshness(published.freshness());
        Decision forced = published.forced();
        if (forced != null) {
            line("", "forced by " + forced.by() + ": " + forced.reason());
        }
        if (published.modelNote() != null) {
            line("", published.modelNote());
        }
        if (published.dayNote() != null) {
            line("", published.dayNote());
        }
    }

    private void printUnpublished() {
        List<UnpublishedNight> nights = status.unpublished();
        String label = "unpublished";
        for (UnpublishedNight night : nights.subList(0, Math.min(nights.size(), MOST_UNPUBLISHED))) {
            line(label, describe(night));
            label = "";
        }
        if (nights.size() > MOST_UNPUBLISHED) {
            line("", "and " + (nights.size() - MOST_UNPUBLISHED) + " more; status --json has all");
        }
    }

    private static String describe(UnpublishedNight night) {
        return night.date() + " " + night.why()
                + (night.by() == null ? "" : " by " + night.by())
                + (night.reason() == null ? "" : ": " + night.reason());
    }

    private void printFreshness(Publication.Freshness freshness) {
        if (freshness.newestData() != null) {
            line("", "data up to " + freshness.newestData() + ", model as of " + freshness.modelAsOf());
        }
        if (freshness.staleReason() != null) {
            line("", "STALE: " + freshness.staleReason());
        }
    }

    private void printRun(RunLine run, Status.Progress life) {
        LocalDateTime since = run.endedAt() == null ? run.startedAt() : run.endedAt();
        line(
                "run",
                String.format(
                        Locale.ROOT,
                        "%s %s, attempt %d: %s%s",
                        run.job().title(),
                        run.businessDate(),
                        run.attempt(),
                        run.state() == RunState.RUNNING && !life.alive() ? "CUT OFF" : run.state(),
                        since(since)));
        if (run.message() != null) {
            line("", run.message());
        }
        Decision abandoned = run.abandoned();
        if (abandoned != null) {
            line("", "given up by " + abandoned.by() + ": " + abandoned.reason());
        }
        status.steps().forEach(step -> printStep(step, life));
        if (life.lines() > 0) {
            line("rejected", String.format(Locale.ROOT, "%d of %d lines", life.rejected(), life.lines()));
        }
        printProgress(run, life);
    }

    private void printStep(StepState step, Status.Progress life) {
        String partitions = step.partitions() == 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        "%d of %d partitions, %d read, %d written",
                        step.partitionsComplete(),
                        step.partitions(),
                        step.read(),
                        step.written());
        out.printf(Locale.ROOT, "  %-20s %-10s %s%s%n", step.name(), step.status(), partitions, share(step, life));
    }

    private static String share(StepState step, Status.Progress life) {
        Long done = life.done();
        Long of = life.of();
        if (done == null || of == null || of == 0 || !step.name().equals(life.step())) {
            return "";
        }
        return String.format(Locale.ROOT, ", %d of %d (%d %%)", done, of, 100 * done / of);
    }

    private void printProgress(RunLine run, Status.Progress life) {
        if (run.state() == RunState.RUNNING) {
            if (life.lastProgress() != null) {
                line("progress", "rows last written " + duration(life.lastProgress(), status.at()) + " ago");
            }
            line(
                    "process",
                    life.owner() == null || life.lastSign() == null
                            ? "none holds the lease: the run was cut off"
                            : life.owner() + ", last sign of life " + duration(life.lastSign(), status.at()) + " ago");
        }
        if (life.expectedFinish() != null) {
            line("finish", "expected " + life.expectedFinish().truncatedTo(ChronoUnit.SECONDS) + " UTC");
        }
        if (life.deadline() != null && run.state() != RunState.COMPLETED) {
            line("deadline", life.deadline() + " UTC" + describeLateness(life.deadline(), life));
        }
    }

    private String describeLateness(LocalDateTime deadline, Status.Progress life) {
        if (deadline.isBefore(status.at())) {
            return ": LATE by " + duration(deadline, status.at());
        }
        boolean willBeLate = life.expectedFinish() != null && deadline.isBefore(life.expectedFinish());
        return (willBeLate ? ": WILL BE LATE, in " : ", in ") + duration(status.at(), deadline);
    }

    private static String since(LocalDateTime time) {
        return " since " + time.truncatedTo(ChronoUnit.SECONDS) + " UTC";
    }

    private static String duration(LocalDateTime from, LocalDateTime to) {
        Duration duration = Duration.between(from, to).abs();
        if (duration.toMinutes() < 2) {
            return duration.toSeconds() + " s";
        }
        return duration.toHours() < HOURS_PRINTED_AS_MINUTES
                ? duration.toMinutes() + " min"
                : duration.toHours() + " h";
    }

    private void line(String label, String text) {
        out.printf(Locale.ROOT, LINE, label, text);
    }
}
