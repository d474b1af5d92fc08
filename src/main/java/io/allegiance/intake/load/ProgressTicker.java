package io.allegiance.intake.load;

import io.allegiance.intake.format.FormattedFile;
import java.time.Clock;
import java.time.Duration;

/** Tells a listener every two seconds how far a pass is. */
final class ProgressTicker {

    private static final int LINES_BETWEEN_LOOKS = 4_096;
    private static final long MILLIS_BETWEEN_REPORTS = 2_000;

    private final ImportProgress progress;
    private final ImportProgress.Phase phase;
    private final Clock clock;
    private final long started;
    private long reported;
    private long lines;

    ProgressTicker(ImportProgress progress, ImportProgress.Phase phase, Clock clock) {
        this.progress = progress;
        this.phase = phase;
        this.clock = clock;
        this.started = clock.millis();
        this.reported = started;
    }

    /** Counts a line. */
    void line(FormattedFile file) {
        lines++;
        if (lines % LINES_BETWEEN_LOOKS == 0 && clock.millis() - reported >= MILLIS_BETWEEN_REPORTS) {
            report(file.share());
        }
    }

    /** Tells the end of the pass. */
    void end() {
        report(1);
    }

    long lines() {
        return lines;
    }

    private void report(double share) {
        reported = clock.millis();
        long millis = Math.max(reported - started, 1);
        progress.at(new ImportProgress.Moment(phase, lines, lines * 1_000 / millis, Duration.ofMillis(millis), share));
    }
}
