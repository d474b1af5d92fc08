package io.allegiance.job;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.stereotype.Component;

/** Says one line for each step that has ended: its name, how it ended, what it read and wrote, how long it took. */
@Component
public final class StepLog implements StepExecutionListener {

    private static final Logger LOG = LoggerFactory.getLogger(StepLog.class);

    @Override
    public @Nullable ExitStatus afterStep(StepExecution step) {
        LOG.info(
                "{} {} {}{} s",
                String.format(Locale.ROOT, "%-18s", step.getStepName()),
                step.getStatus(),
                step.getReadCount() == 0 ? "" : step.getReadCount() + " read, " + step.getWriteCount() + " written, ",
                seconds(step.getStartTime()));
        return null;
    }

    private static String seconds(@Nullable LocalDateTime start) {
        double seconds = start == null
                ? 0
                : Duration.between(start, LocalDateTime.now(ZoneId.systemDefault()))
                                .toMillis()
                        / 1000.0;
        return String.format(Locale.ROOT, "%.1f", seconds);
    }
}
