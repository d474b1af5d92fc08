package io.allegiance.job.step;

/** A step that is one piece of work in one transaction: all of it happens, or none. */
@FunctionalInterface
public interface SingleStep {

    /** Does the step. */
    void execute(RunParameters run);
}
