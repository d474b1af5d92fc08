package io.allegiance.scoring;

/** Whether a customer has a number, and why not. */
public enum Eligibility {
    /** Has a purchase day, and there is a model. */
    SCORED,
    /** Has returns alone: no occasion that a purchase model could speak of. */
    NO_PURCHASE,
    /** Has a purchase day, and the run had no model. */
    NO_MODEL
}
