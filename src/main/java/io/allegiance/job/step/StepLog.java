package io.allegiance.job.step;

import io.allegiance.platform.LogFields;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.stereotype.Component;

/** Says one line for each step that has ended: its name, how it ended, what it read and wrote, how long it took. */
@Component
public final class StepLog implements StepExecutionListener {

    private static final Logger LOG = LoggerFactory.getLogger(StepLog.class);

    @Override
    public void beforeStep(StepExecution step) {
        LogFields.setStep(step.getStepName());
    }

    @Override
    public @Nullable ExitStatus afterStep(StepExecution step) {
        double seconds = seconds(step.getStartTime());
        LOG.atInfo()
                .addKeyValue("status", step.getStatus())
                .addKeyValue("read", step.getReadCount())
                .addKeyValue("written", step.getWriteCount())
                .addKeyValue("seconds", seconds)
                .log(describe(step, seconds));
        if (step.getStatus() == BatchStatus.COMPLETED) {
            LogFields.setStep(null);
        }
        return null;
    }

    private static String describe(StepExecution step, double seconds) {
        return String.format(
                Locale.ROOT,
                "%-18s %s %s%.1f s",
                step.getStepName(),
                step.getStatus(),
                step.getReadCount() == 0 ? "" : step.getReadCount() + " read, " + step.getWriteCount() + " written, ",
                seconds);
    }

    private static double seconds(@Nullable LocalDateTime start) {
        return start == null
                ? 0
                : Duration.between(start, LocalDateTime.now(ZoneId.systemDefault()))
                                .toMillis()
                        / 1000.0;
    }
}
