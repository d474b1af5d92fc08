package io.allegiance.cli.text;

import io.allegiance.publish.Publication;
import io.allegiance.publish.UnpublishedNight;
import io.allegiance.run.Decision;
import io.allegiance.run.RunState;
import io.allegiance.run.Runs.RunLine;
import io.allegiance.run.StepState;
import io.allegiance.status.Status;
import io.allegiance.wording.Counted;
import io.allegiance.wording.Printable;
import io.allegiance.wording.TimeSpan;
import io.allegiance.wording.ZonedMoment;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Prints the state of runs and publications for a person. */
public final class StatusText {

    private static final String LINE = "%-11s %s%n";
    private static final int MOST_UNPUBLISHED = 10;
    private static final Set<String> BAD = Set.of("FAILED", "HELD", "ROLLED_BACK", "ABANDONED");

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
            line(
                    "hold",
                    "by " + Printable.of(hold.by()) + since(hold.since()) + ": " + Printable.of(hold.reason())
                            + "; nothing is published");
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
                            mark(each.state())));
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
                        "%s: %s, publication %d, model %s",
                        published.scoreDate(),
                        Counted.of(published.customers(), "customer"),
                        published.publication(),
                        published.modelVersion()));
        line(
                "",
                (status.good() ? "good until " : strong("NO LONGER GOOD") + " since ") + moment(published.goodUntil())
                        + ", " + (status.good() ? "another " : "for ") + duration(status.at(), published.goodUntil()));
        printFreshness(published.freshness());
        Decision forced = published.forced();
        if (forced != null) {
            line("", "forced by " + said(forced));
        }
        if (published.modelNote() != null) {
            line("", published.modelNote());
        }
        if (published.dayNote() != null) {
            line("", published.dayNote());
        }
    }

    private static String said(Decision decision) {
        return Printable.of(decision.by() + ": " + decision.reason());
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

    private String describe(UnpublishedNight night) {
        return night.date() + " " + mark(night.why())
                + (night.by() == null ? "" : " by " + Printable.of(night.by()))
                + (night.reason() == null ? "" : ": " + Printable.of(night.reason()));
    }

    private void printFreshness(Publication.Freshness freshness) {
        if (freshness.newestData() != null) {
            line("", "data up to " + freshness.newestData() + ", model as of " + freshness.modelAsOf());
        }
        if (freshness.staleReason() != null) {
            line("", strong("STALE") + ": " + freshness.staleReason());
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
                        run.state() == RunState.RUNNING && !life.alive() ? strong("CUT OFF") : mark(run.state()),
                        since(since)));
        if (run.message() != null) {
            line("", Printable.of(run.message()));
        }
        Decision abandoned = run.abandoned();
        if (abandoned != null) {
            line("", "given up by " + said(abandoned));
        }
        status.steps().forEach(step -> printStep(step, life));
        if (run.state() != RunState.COMPLETED) {
            new ClaimsText(status.claims(), status.at(), out).print();
        }
        if (life.lines() > 0) {
            line("rejected", life.rejected() + " of " + Counted.of(life.lines(), "line"));
        }
        printProgress(run, life);
    }

    private void printStep(StepState step, Status.Progress life) {
        String partitions = step.partitions() == 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        "%d of %s, %d read, %d written",
                        step.partitionsComplete(),
                        Counted.of(step.partitions(), "partition"),
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
            line("finish", "expected " + moment(life.expectedFinish()));
        }
        if (life.deadline() != null && run.state() != RunState.COMPLETED) {
            line("deadline", moment(life.deadline()) + describeLateness(life.deadline(), life));
        }
    }

    private String describeLateness(LocalDateTime deadline, Status.Progress life) {
        if (deadline.isBefore(status.at())) {
            return ": " + strong("LATE") + " by " + duration(deadline, status.at());
        }
        boolean willBeLate = life.expectedFinish() != null && deadline.isBefore(life.expectedFinish());
        return (willBeLate ? ": " + strong("WILL BE LATE") + ", in " : ", in ") + duration(status.at(), deadline);
    }

    private String since(LocalDateTime time) {
        return " since " + moment(time);
    }

    private static String duration(LocalDateTime from, LocalDateTime to) {
        return TimeSpan.describe(Duration.between(from, to));
    }

    private String moment(LocalDateTime utc) {
        return ZonedMoment.describe(utc, status.zone());
    }

    /** The states that ask for a person stand out. */
    private String mark(Enum<?> state) {
        return BAD.contains(state.name()) ? strong(state.name()) : state.name();
    }

    private String strong(String words) {
        return Screen.strong(out, words);
    }

    private void line(String label, String text) {
        out.printf(Locale.ROOT, LINE, label, text);
    }
}
