package io.allegiance.chaos;

import io.allegiance.chaos.Gate.Position;

/** The steps of a night, each with the place at which its work is done and not yet committed, or committed in part. */
enum StepOfNight {
    OPEN_DAY("openDay"),
    TAKE_IN_TRANSACTIONS("takeInTransactions", 10),
    UPDATE_HISTORIES("updateHistories", 20),
    SET_THRESHOLDS("setThresholds"),
    SCORE_CUSTOMERS("scoreCustomers", 3 * Shop.SCORES_IN_CHUNK),
    AUDIT_SCORES("auditScores"),
    PUBLISH_SCORES("publishScores"),
    WRITE_REPORT("writeReport");

    private final String step;
    private final Position position;

    /** A step in one piece: at the end of its transaction. */
    StepOfNight(String step) {
        this.step = step;
        this.position = new Position("run_progress", "INSERT", "NEW.step = '" + step + "'");
    }

    /** A step in partitions: in a chunk of one, others being committed. */
    StepOfNight(String step, int written) {
        this.step = step;
        this.position = Gate.inChunk(step, written);
    }

    String step() {
        return step;
    }

    Position position() {
        return position;
    }

    boolean isFirst() {
        return ordinal() == 0;
    }

    boolean isLast() {
        return this == WRITE_REPORT;
    }

    /** Whether readers see the night when this step was not committed. */
    boolean isAfterPublishing() {
        return compareTo(PUBLISH_SCORES) > 0;
    }
}
