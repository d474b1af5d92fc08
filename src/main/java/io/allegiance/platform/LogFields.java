package io.allegiance.platform;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * The fields of structured log lines that identify the run; plain lines omit them. Each thread has its own set of
 * its own, and no field ever holds anything of a customer.
 */
public final class LogFields {

    private static final String JOB = "job";
    private static final String BUSINESS_DATE = "business_date";
    private static final String RUN_ID = "run_id";
    private static final String STEP = "step";
    private static final String WORKER = "worker";
    private static final String CLAIM = "claim";

    private LogFields() {}

    /** Names the job, and its date where it is known. */
    public static void setJob(String job, @Nullable LocalDate date) {
        MDC.put(JOB, job);
        if (date == null) {
            MDC.remove(BUSINESS_DATE);
        } else {
            MDC.put(BUSINESS_DATE, date.toString());
        }
    }

    /** Names the run. */
    public static void setRun(long runId) {
        MDC.put(RUN_ID, Long.toString(runId));
    }

    /** Names the step that is under way; null where none is. */
    public static void setStep(@Nullable String step) {
        if (step == null) {
            MDC.remove(STEP);
        } else {
            MDC.put(STEP, step);
        }
    }

    /** Names the process that works on a partition, and what it claimed: step, partition and number of the claim. */
    public static void setClaim(String worker, String claim) {
        MDC.put(WORKER, worker);
        MDC.put(CLAIM, claim);
    }

    /** Returns all fields of this thread, to be set again later. */
    public static Map<String, String> get() {
        return Objects.requireNonNullElse(MDC.getCopyOfContextMap(), Map.of());
    }

    /** Sets the fields of this thread, and no others. */
    public static void set(Map<String, String> fields) {
        MDC.setContextMap(fields);
    }

    /** Gives a task the fields of the thread that hands it over, for as long as it runs. */
    public static Runnable carry(Runnable task) {
        Map<String, String> fields = get();
        return () -> {
            Map<String, String> before = get();
            set(fields);
            try {
                task.run();
            } finally {
                set(before);
            }
        };
    }
}
