package io.allegiance.bench.simulation;

/** Who can work at a step of a night. */
public enum StepKind {
    /** One thread of the manager. */
    SERIAL,
    /** The threads of the manager, a range of customers each. */
    BY_RANGE,
    /** Everybody who claims a range of customers: the threads of the manager and those of the workers. */
    CLAIMED;

    /** The kind of a step of the nightly job. */
    static StepKind of(String step) {
        return switch (step) {
            case "takeInTransactions", "updateHistories", "scoreCustomers" -> CLAIMED;
            case "auditScores", "publishScores" -> BY_RANGE;
            default -> SERIAL;
        };
    }
}
