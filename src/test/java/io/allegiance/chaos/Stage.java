package io.allegiance.chaos;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where a night is, from its process's beginning to its end, as Spring Batch's own log tells. */
enum Stage {
    BEFORE_THE_FIRST_STEP(""),
    OPEN_DAY("openDay"),
    TAKE_IN_TRANSACTIONS("takeInTransactions"),
    UPDATE_HISTORIES("updateHistories"),
    SET_THRESHOLDS("setThresholds"),
    SCORE_CUSTOMERS("scoreCustomers"),
    AUDIT_SCORES("auditScores"),
    PUBLISH_SCORES("publishScores"),
    WRITE_REPORT("writeReport"),
    AFTER_THE_LAST_STEP("");

    /** The setting that makes a process tell. */
    static final Map.Entry<String, String> TOLD =
            Map.entry("logging.level.org.springframework.batch.core.step.AbstractStep", "debug");

    private static final Pattern BEGUN = Pattern.compile(" Executing: id=");
    private static final Pattern DONE = Pattern.compile(" Step execution complete: .* name=(\\w+), status=COMPLETED");

    private final String step;

    Stage(String step) {
        this.step = step;
    }

    static List<Stage> all() {
        return List.of(values());
    }

    /** Where a process is that wrote this so far: a step begins when the one before it is recorded as done. */
    static Stage of(String log) {
        Stage last = BEGUN.matcher(log).find() ? OPEN_DAY : BEFORE_THE_FIRST_STEP;
        Matcher done = DONE.matcher(log);
        while (done.find()) {
            last = values()[ofStep(done.group(1)).ordinal() + 1];
        }
        return last;
    }

    private static Stage ofStep(String step) {
        return Stream.of(values())
                .filter(stage -> stage.step.equals(step))
                .findFirst()
                .orElseThrow();
    }
}
